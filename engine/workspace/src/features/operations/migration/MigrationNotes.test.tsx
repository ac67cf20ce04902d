import { screen } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page.tsx';
import type { MigrationResult } from '../api/migration-results.ts';
import { MigrationNotes } from './MigrationNotes.tsx';

const result: MigrationResult = {
  ...{ instanceId: 'i1', caseId: 'c1', caseNumber: 'PC-1', processId: 'lending' },
  ...{ outcome: 'refused', faults: [] },
};
const show = (more: Partial<MigrationResult>) =>
  renderPage(<MigrationNotes result={{ ...result, ...more }} nameOf={(id) => `pasul ${id}`} />);
const lines = () => screen.queryAllByRole('listitem').map((item) => item.textContent);

describe('what is to be known of a migration', () => {
  it('is what stands in the way, in words and as the core says it', async () => {
    await show({ faults: [{ code: 'TYPE_CHANGED', elementId: 'Lend', message: 'userTask, not serviceTask' }] });
    expect(lines()).toEqual(['Pasul „pasul Lend” este de alt fel în versiunea nouă.userTask, not serviceTask']);
  });

  it('is the message alone of a fault without words', async () => {
    await show({ faults: [{ code: 'SOMETHING_NEW', elementId: 'Lend', message: 'Something new' }] });
    expect(lines()).toEqual(['Something new']);
  });

  it('is what begins and ends to be waited for, not what goes on', async () => {
    await show({
      outcome: 'possible',
      events: [
        { action: 'kept', kind: 'timer', elementId: 'A', targetElementId: 'A' },
        { action: 'opened', kind: 'message', targetElementId: 'B' },
        { action: 'closed', kind: 'signal', elementId: 'C' },
      ],
    });
    expect(lines()).toEqual(['mesaj nou: „pasul B”', 'semnal care dispare: „pasul C”']);
  });
});
