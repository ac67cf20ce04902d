import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildCaseDetail } from '../../testing/build-case-detail.ts';
import { buildWorkflow } from '../../testing/build-workflow.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { CasesPage } from './CasesPage.tsx';

async function open(path = '/cases', answers: Record<string, object> = {}) {
  const server = fakeServer({
    'GET /cases': { items: [buildCaseDetail()], nextCursor: null },
    'GET /workflows': { items: [buildWorkflow()], nextCursor: null },
    ...answers,
  });
  return { ...(await renderPage(<CasesPage />, { path })), server };
}

const asked = ({ calls }: { calls: { path: string }[] }) =>
  calls.map((call) => call.path).filter((path) => path.startsWith('/cases?'));
const chip = (name: string) => screen.findByRole('button', { name });

describe('the list of cases', () => {
  it('is a table whose cells keep their names on a phone', async () => {
    // when
    const { container } = await open();
    // then
    const row = (await screen.findByRole('link', { name: 'PC-2026-000123' })).closest('tr');
    const cells = within(row as HTMLElement).getAllByRole('cell');
    expect(cells.map((cell) => cell.dataset['label'])).toEqual([
      ...['Persoana', 'Procedura', 'Termenul următor', 'Manager de caz', 'Deschis', 'Stare'],
    ]);
    expect(row?.textContent).toContain('Popa Ion, 10 ani');
    expect(await findViolations(container)).toEqual([]);
  });

  it('is found by number, without the spaces around it', async () => {
    const { server, history } = await open();
    await screen.findByRole('link', { name: 'PC-2026-000123' });
    fireEvent.change(screen.getByRole('textbox', { name: 'Numărul cazului' }), { target: { value: ' 000123 ' } });
    fireEvent.submit(screen.getByRole('search'));
    await waitFor(() => expect(asked(server).at(-1)).toContain('q=000123'));
    expect(history.at(-1)).toBe('/cases?q=000123');
  });

  it('is restored from its address, filters and all', async () => {
    const { server } = await open('/cases?q=0001&status=active&workflow=protectia-copilului');
    expect((await chip('Activ')).getAttribute('aria-pressed')).toBe('true');
    expect((await chip('Protecția copilului')).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('0001');
    expect(asked(server)).toEqual(['/cases?q=0001&status=active&workflow=protectia-copilului&limit=50']);
  });

  it('lets go of one filter and keeps the others', async () => {
    const { history } = await open('/cases?status=active&workflow=protectia-copilului');
    fireEvent.click(await chip('Activ'));
    expect(history.at(-1)).toBe('/cases?workflow=protectia-copilului');
  });

  it('brings more on demand', async () => {
    const second = buildCaseDetail({ id: 'case-2', number: 'PC-2026-000124' });
    await open('/cases', {
      'GET /cases': ({ path }: { path: string }) =>
        path.includes('cursor=c2')
          ? { items: [second], nextCursor: null }
          : { items: [buildCaseDetail()], nextCursor: 'c2' },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Arată mai multe' }));
    expect(await screen.findByRole('link', { name: 'PC-2026-000124' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'PC-2026-000123' })).toBeTruthy();
  });

  it('says what went wrong, and the filters stay usable', async () => {
    const { server } = await open('/cases', { 'GET /cases': problem(500, 'internal_error') });
    expect((await screen.findByRole('alert')).textContent).toContain('Nimic nu s-a pierdut');
    server.answers['GET /cases'] = { items: [buildCaseDetail()], nextCursor: null };
    fireEvent.click(await chip('Suspendat'));
    expect(await screen.findByRole('link', { name: 'PC-2026-000123' })).toBeTruthy();
  });
});
