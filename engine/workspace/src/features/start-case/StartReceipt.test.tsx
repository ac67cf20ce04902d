import { screen } from '@testing-library/react';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { StartReceipt } from './StartReceipt.tsx';

const reply = { caseId: 'case-1', number: 'PC-2026-000123', recordId: 'r1' };

describe('the receipt of a new case', () => {
  it('tells the number and offers the next task', async () => {
    const page = await renderPage(
      <StartReceipt reply={{ ...reply, next: { state: 'ready', taskId: 't1', name: 'Evaluare' } }} />,
    );
    expect(screen.getByText('Numărul cazului: PC-2026-000123')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Continuă cu: Evaluare' }).getAttribute('href')).toBe('/tasks/t1');
    expect(await findViolations(page.container)).toEqual([]);
  });

  it('says that the next step is somebody else’s', async () => {
    await renderPage(<StartReceipt reply={{ ...reply, next: { state: 'none' } }} />);
    expect(screen.getByText(/revine altui coleg/)).toBeTruthy();
  });
});
