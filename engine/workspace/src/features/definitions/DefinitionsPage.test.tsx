import type { DefinitionList } from '@esocial/contracts/generated/api-definitions-list.ts';
import type { ReleaseList } from '@esocial/contracts/generated/api-releases-list.ts';
import { fireEvent, screen, within } from '@testing-library/react';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { DefinitionsPage } from './DefinitionsPage.tsx';
import { ReleasesPage } from './ReleasesPage.tsx';

const definitions: DefinitionList = {
  items: [
    {
      ...{ kind: 'form', key: 'return', title: 'Fișă de returnare', versionId: 'version-1', number: 3, digest: 'ab' },
      ...{ effectiveFrom: '2026-01-01', releaseId: 'release-1' },
      legalBasis: [{ act: 'Legea nr. 140/2013', needsLegalConfirmation: true }],
    },
    {
      ...{ kind: 'form', key: 'loan', title: 'Cerere', versionId: 'version-2', number: 1, digest: 'cd' },
      ...{ effectiveFrom: '2026-02-01', releaseId: 'release-2', legalBasis: [] },
    },
  ],
  nextCursor: null,
};

describe('the page of definitions', () => {
  it('says version, day and legal basis of each, and what jurists have yet to confirm', async () => {
    // given
    fakeServer({ 'GET /definitions': definitions });
    // when
    const { container } = await renderPage(<DefinitionsPage />, { path: '/definitions' });
    // then
    const row = (await screen.findByRole('link', { name: 'Fișă de returnare' })).closest('tr');
    expect(row?.textContent).toContain('01.01.2026');
    expect(row?.textContent).toContain('Legea nr. 140/2013');
    expect(row?.textContent).toContain('De confirmat juridic');
    expect(document.title).toBe('Formulare, Definiții în vigoare, eSocial');
    expect(await findViolations(container)).toEqual([]);
  });

  it('finds by a part of the name without diacritics, kept in the address', async () => {
    // given
    fakeServer({ 'GET /definitions': definitions });
    const { history } = await renderPage(<DefinitionsPage />, { path: '/definitions?kind=form' });
    await screen.findByRole('link', { name: 'Cerere' });
    // when
    fireEvent.change(screen.getByLabelText('Denumire sau cheie'), { target: { value: 'fisa' } });
    // then
    expect(screen.queryByRole('link', { name: 'Cerere' })).toBeNull();
    expect(history.at(-1)).toBe('/definitions?kind=form&q=fisa');
  });

  it('asks for the kind and the day that the address names', async () => {
    // given
    const server = fakeServer({ 'GET /definitions': { items: [], nextCursor: null } });
    // when
    await renderPage(<DefinitionsPage />, { path: '/definitions?kind=role&at=2026-05-01' });
    // then
    expect(await screen.findByText('Nu sunt definiții de acest fel')).toBeDefined();
    expect(server.calls[0]?.path).toBe('/definitions?kind=role&at=2026-05-01');
    expect(screen.getByRole('link', { name: 'Parametri' }).getAttribute('href')).toBe(
      '/definitions?kind=parameter&at=2026-05-01',
    );
  });

  it('tells what went wrong', async () => {
    // given
    fakeServer({ 'GET /definitions': problem(403, 'forbidden') });
    // when
    await renderPage(<DefinitionsPage />, { path: '/definitions' });
    // then
    expect((await screen.findByRole('alert')).textContent).toContain('Nu aveți acces');
  });
});

describe('the page of releases', () => {
  const releases: ReleaseList = {
    items: [
      {
        ...{ id: 'release-1', number: 4, title: 'Prima versiune', state: 'active', effectiveFrom: '2026-01-01' },
        ...{ createdBy: 'system:content-cli', createdAt: '2025-12-20T08:00:00Z', activatedAt: null, items: 2 },
      },
    ],
    nextCursor: null,
  };

  it('unfolds what came with a release, which the address keeps', async () => {
    // given
    const server = fakeServer({ 'GET /releases': releases, 'GET /definitions': definitions });
    const { history, container } = await renderPage(<ReleasesPage />, { path: '/releases' });
    // when
    fireEvent.click(await screen.findByRole('button', { name: '2 definiții' }));
    // then
    const link = await screen.findByRole('link', { name: 'Fișă de returnare' });
    expect(link.getAttribute('href')).toBe('/definitions/form/return?version=version-1');
    expect(screen.queryByRole('link', { name: 'Cerere' })).toBeNull();
    expect(server.calls.at(-1)?.path).toBe('/definitions?at=2026-01-01');
    expect(history.at(-1)).toBe('/releases?release=release-1');
    expect(await findViolations(container)).toEqual([]);
  });

  it('says the state in words', async () => {
    // given
    fakeServer({ 'GET /releases': releases });
    // when
    await renderPage(<ReleasesPage />, { path: '/releases' });
    // then
    const row = (await screen.findByRole('rowheader', { name: /Pachetul 4/ })).closest('tr');
    expect(within(row as HTMLElement).getByText('În vigoare')).toBeDefined();
  });

  it('says so when there are none', async () => {
    // given
    fakeServer({ 'GET /releases': { items: [], nextCursor: null } });
    // when
    await renderPage(<ReleasesPage />, { path: '/releases' });
    // then
    expect(await screen.findByText('Nu sunt pachete')).toBeDefined();
  });
});
