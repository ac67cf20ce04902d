import { screen, within } from '@testing-library/react';
import { Route } from 'wouter';
import { buildRecordDetail } from '../../testing/build-record-detail.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { RecordPage } from './RecordPage.tsx';

const latest = buildRecordDetail({ id: 'record-2', version: 2, data: { conclusion: 'Risc mediu' } });
const older = buildRecordDetail({ latest: false, data: { conclusion: 'Risc scăzut' } });

async function open(path: string, answers: Record<string, object> = {}) {
  fakeServer({ 'GET /records/record-2': latest, 'GET /records/record-1': older, ...answers });
  return renderPage(
    <Route path="/records/:id">
      <RecordPage />
    </Route>,
    { path },
  );
}

describe('a record', () => {
  it('says which form, which version, who recorded it and when, and its answers', async () => {
    // when
    const { container } = await open('/records/record-2');
    // then
    expect(await screen.findByRole('heading', { level: 1, name: 'Evaluare inițială' })).toBeTruthy();
    expect(await screen.findByText('Risc mediu')).toBeTruthy();
    expect(screen.getByText('Versiunea 2')).toBeTruthy();
    expect(screen.getByText('Înregistrat de Rusu Elena, 11.03.2026, 10:00')).toBeTruthy();
    expect(screen.queryByText('Versiune anterioară')).toBeNull();
    expect(document.title).toBe('Evaluare inițială, PC-2026-000123, eSocial');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(await findViolations(container)).toEqual([]);
  });

  it('that is not the latest, or was not applied, or was corrected, says so', async () => {
    await open('/records/record-1', {
      'GET /records/record-1': { ...older, notApplied: true, reason: 'Greșeală de scriere' },
    });
    expect(await screen.findByText('Versiune anterioară')).toBeTruthy();
    expect(screen.getByText('Nu a fost aplicată în procedură')).toBeTruthy();
    expect(screen.getByText(/Motivul corectării: Greșeală de scriere/)).toBeTruthy();
  });

  it('offers a correction only to those who may', async () => {
    const link = () => screen.queryByRole('link', { name: 'Corectează' });
    const first = await open('/records/record-2');
    await screen.findByText('Risc mediu');
    expect(link()).not.toBeNull();
    first.unmount();
    await open('/records/record-2', { 'GET /records/record-2': { ...latest, permissions: { correct: false } } });
    await screen.findByText('Risc mediu');
    expect(link()).toBeNull();
  });

  it('that may not be read says why', async () => {
    await open('/records/record-2', {
      'GET /records/record-2': problem(403, 'forbidden', { detail: 'Date sigilate.' }),
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Date sigilate.');
  });
});

describe('two versions side by side', () => {
  it('show each answer that changed, as it was and as it is', async () => {
    // when
    const { container } = await open('/records/record-2?compare=record-1');
    // then
    const table = await screen.findByRole('table');
    expect(
      within(table)
        .getAllByRole('columnheader')
        .slice(1)
        .map((cell) => cell.textContent),
    ).toEqual(['Versiunea 1', 'Versiunea 2']);
    expect(within(table).getByRole('rowheader').textContent).toContain('Concluzia');
    expect(table.querySelector('del')?.textContent).toBe('Risc scăzut');
    expect(table.querySelector('ins')?.textContent).toBe('Risc mediu');
    expect(screen.getByRole('link', { name: 'Închide comparația' }).getAttribute('href')).toBe('/records/record-2');
    expect(await findViolations(container)).toEqual([]);
  });

  it('that do not differ say so', async () => {
    await open('/records/record-2?compare=record-1', { 'GET /records/record-1': { ...older, data: latest.data } });
    expect(await screen.findByText('Cele două versiuni sunt identice')).toBeTruthy();
  });

  it('of which one cannot be had leave the header standing', async () => {
    await open('/records/record-2?compare=record-1', { 'GET /records/record-1': problem(404, 'not_found') });
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Evaluare inițială');
  });
});
