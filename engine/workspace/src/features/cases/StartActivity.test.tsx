import { useQuery } from '@tanstack/react-query';
import { fireEvent, screen, within } from '@testing-library/react';
import { buildCaseDetail } from '../../testing/build-case-detail.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { caseDetail } from './api/case-detail.ts';
import { StartActivity } from './StartActivity.tsx';

const activities = [
  { elementInstanceId: 'adhoc-1', elementId: 'Visit', name: 'Vizită la domiciliu', active: 1 },
  { elementInstanceId: 'adhoc-1', elementId: 'Referral', name: 'Trimitere la un serviciu', active: 0 },
];

/** The menu on a case that is read from the server, as its page does. */
function OpenCase() {
  const { data } = useQuery(caseDetail('case-1'));
  return data ? <StartActivity detail={data} /> : null;
}

async function choose(answer: object, name = 'Vizită la domiciliu') {
  const server = fakeServer({ 'POST /cases/case-1/activities': answer });
  const page = await renderPage(<StartActivity detail={buildCaseDetail({ activities })} />);
  fireEvent.click(screen.getByRole('button', { name: 'Începe o activitate' }));
  fireEvent.click(screen.getByRole('button', { name }));
  return { server, page, dialog: within(await screen.findByRole('dialog')) };
}

describe('starting an activity of a case', () => {
  it('is chosen from a menu, asked once more and then done once', async () => {
    // given
    const { server, page, dialog } = await choose({
      ...{ elementInstanceId: 'e9', elementId: 'Visit', taskIds: ['task-9'] },
    });
    expect(dialog.getByText('Aceeași activitate este deja în lucru o dată.')).toBeDefined();
    expect(await findViolations(page.container)).toEqual([]);
    // when
    fireEvent.click(dialog.getByRole('button', { name: 'Începe activitatea' }));
    // then
    expect(await screen.findByText('„Vizită la domiciliu” a început; sarcina ei este în listă.')).toBeDefined();
    const sent = server.calls.find((call) => call.method === 'POST');
    expect(sent?.body).toEqual({ elementInstanceId: 'adhoc-1', elementId: 'Visit' });
    expect(sent?.headers['idempotency-key']).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does not speak of a task where none came', async () => {
    // given
    const answer = { elementInstanceId: 'e9', elementId: 'Referral', taskIds: [] };
    const { dialog } = await choose(answer, 'Trimitere la un serviciu');
    expect(dialog.queryByText(/deja în lucru/)).toBeNull();
    // when
    fireEvent.click(dialog.getByRole('button', { name: 'Începe activitatea' }));
    // then
    expect(await screen.findByText('„Trimitere la un serviciu” a început.')).toBeDefined();
  });

  it('says so also when that was the last one offered', async () => {
    // given
    const server = fakeServer({
      'GET /cases/case-1': buildCaseDetail({ activities }),
      'POST /cases/case-1/activities': { elementInstanceId: 'e9', elementId: 'Visit', taskIds: [] },
    });
    await renderPage(<OpenCase />);
    fireEvent.click(await screen.findByRole('button', { name: 'Începe o activitate' }));
    fireEvent.click(screen.getByRole('button', { name: 'Vizită la domiciliu' }));
    // when
    server.answers['GET /cases/case-1'] = buildCaseDetail();
    fireEvent.click(screen.getByRole('button', { name: 'Începe activitatea' }));
    // then
    expect(await screen.findByText('„Vizită la domiciliu” a început.')).toBeDefined();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Începe o activitate' })).toBeNull();
  });

  it('says why when the procedure no longer offers it', async () => {
    // given
    const { dialog } = await choose(problem(409, 'command_rejected', { detail: 'Etapa s-a încheiat.' }));
    // when
    fireEvent.click(dialog.getByRole('button', { name: 'Începe activitatea' }));
    // then
    expect(await dialog.findByText('Etapa s-a încheiat.')).toBeDefined();
  });

  it.each([
    ['a case that offers none', {}],
    ['a closed case', { activities, status: 'closed' as const }],
  ])('is not there on %s', async (_on, overrides) => {
    await renderPage(<StartActivity detail={buildCaseDetail(overrides)} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
