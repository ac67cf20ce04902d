import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildRecordDetail } from '../../testing/build-record-detail.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { CorrectRecord } from './CorrectRecord.tsx';

const record = buildRecordDetail();
const newer = buildRecordDetail({ id: 'record-2', version: 2, data: { conclusion: 'foarte bine' } });
const version = (id: string, number: number, submittedBy: string) => ({
  ...{ id, version: number, submittedBy, submittedAt: '2026-03-12T08:00:00Z', notApplied: false },
});
const answers = {
  'GET /records/record-1': record,
  'GET /records/record-2': newer,
  'GET /cases/case-1/records': {
    items: [
      {
        ...{ seriesId: 'series-1', formKey: 'evaluare-initiala', title: 'Evaluare inițială' },
        versions: [version('record-1', 1, 'Rusu Elena'), version('record-2', 2, 'Lungu Maria')],
      },
    ],
  },
};

async function open(extra: Record<string, object> = {}) {
  const server = fakeServer({ ...answers, ...extra });
  const parts = { validator: () => [], lookups: new Map() };
  const page = await renderPage(<CorrectRecord record={record} parts={parts} />, {
    path: '/records/record-1/correction',
  });
  return { server, page };
}

async function type(text: string) {
  const field = await screen.findByLabelText(/^Concluzia/);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
}

async function finish() {
  fireEvent.click(screen.getByRole('button', { name: 'Continuă' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Verifică și salvează' }));
}

async function confirm(reason: string) {
  const dialog = await screen.findByRole('dialog', { name: 'Ce se schimbă' });
  fireEvent.change(within(dialog).getByLabelText('Motivul corectării'), { target: { value: reason } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Salvează corectarea' }));
}

describe('correcting a record', () => {
  it('begins with its answers, says what changes, asks why, and ends with the comparison', async () => {
    // given
    const { server, page } = await open({
      'POST /records/record-1/corrections': { recordId: 'record-9', version: 2 },
    });
    // when
    await type('rău');
    await finish();
    const dialog = await screen.findByRole('dialog', { name: 'Ce se schimbă' });
    // then
    const cells = within(dialog)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    expect(cells).toEqual(['bine', 'rău']);
    expect(within(dialog).getByRole('button', { name: 'Salvează corectarea' }).hasAttribute('disabled')).toBe(true);
    expect(await findViolations(page.container)).toEqual([]);
    // when
    await confirm('Greșeală de scriere');
    // then
    await waitFor(() => expect(page.history.at(-1)).toBe('/records/record-9?compare=record-1'));
    const sent = server.calls.find((call) => call.method === 'POST');
    expect(sent?.body).toEqual({ data: { conclusion: 'rău' }, reason: 'Greșeală de scriere' });
    expect(sent?.headers).toMatchObject({ 'if-match': '"1"' });
    expect(sent?.headers['idempotency-key']).toBeTruthy();
  });

  it('tells when somebody was faster, keeps what is typed, and goes on from the newer version', async () => {
    // given
    const { server, page } = await open({
      'POST /records/record-1/corrections': problem(412, 'precondition_failed'),
      'POST /records/record-2/corrections': { recordId: 'record-9', version: 3 },
    });
    await type('rău');
    await finish();
    // when
    await confirm('Greșeală');
    // then
    expect(await screen.findByText(/Lungu Maria a corectat această înregistrare între timp/)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getAllByText('rău').length).toBeGreaterThan(0);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Continuă de la versiunea 2' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Verifică și salvează' }));
    expect(await screen.findByText('foarte bine')).toBeTruthy();
    await confirm('Greșeală');
    // then
    await waitFor(() => expect(page.history.at(-1)).toBe('/records/record-9?compare=record-2'));
    expect(server.calls.at(-1)?.headers['if-match'] ?? server.calls.at(-2)?.headers['if-match']).toBe('"2"');
  });

  it('saves nothing when nothing changed', async () => {
    // given
    await open();
    // when
    await finish();
    // then
    expect(await screen.findByText(/Nu ați schimbat nimic/)).toBeTruthy();
  });

  it('puts the server’s complaint at its field', async () => {
    // given
    await open({
      'POST /records/record-1/corrections': problem(422, 'validation_failed', {
        errors: [{ path: '/conclusion', keyword: 'required', params: {} }],
      }),
    });
    await type('rău');
    await finish();
    // when
    await confirm('Greșeală');
    // then
    expect((await screen.findAllByText(/Concluzia”?/)).length).toBeGreaterThan(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
