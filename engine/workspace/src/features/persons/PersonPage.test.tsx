import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { screen, within } from '@testing-library/react';
import { Route } from 'wouter';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { PersonPage } from './PersonPage.tsx';

const person: PersonDetail = {
  ...{ id: 'person-1', version: 1, displayName: 'Popa Ion', lastName: 'Popa', firstName: 'Ion' },
  ...{ birthDate: '2015-04-02', age: 10, sex: 'M', idnp: '2000000000015', phone: '' },
  territory: { code: '6400000', name: 'Orhei' },
  sources: { birthDate: { kind: 'register', at: '2026-03-10T08:00:00Z', by: 'RSP' } },
  relations: [
    { id: 'r1', person: { id: 'person-2', displayName: 'Popa Maria', age: 38 }, relation: 'MOTHER', label: 'mama' },
  ],
  cases: [
    {
      ...{ id: 'case-1', number: 'PC-2026-000123', status: 'active', openedAt: '2026-03-10T08:00:00Z' },
      ...{ workflow: { key: 'p', title: 'Protecția copilului' }, stage: { key: 'e', title: 'Evaluare' } },
      managerName: 'Rusu Elena',
    },
  ],
  otherCases: 2,
  permissions: { update: false },
};

async function open(answer: object) {
  fakeServer({ 'GET /persons/person-1': answer });
  return renderPage(
    <Route path="/persons/:id">
      <PersonPage />
    </Route>,
    { path: '/persons/person-1' },
  );
}

describe('the page of a person', () => {
  it('tells each fact with where it is from, in the words of people', async () => {
    // when
    const { container } = await open(person);
    // then
    const table = await screen.findByRole('table', { name: 'Identitate' });
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toContainEqual(['Data nașterii', '02.04.2015', 'registru de stat, RSP, 10.03.2026']);
    expect(rows).toContainEqual(['Sex', 'masculin', '']);
    expect(rows).toContainEqual(['Localitatea', 'Orhei', '']);
    expect(rows.map(([field]) => field)).not.toContain('Telefon');
    expect(await findViolations(container)).toEqual([]);
  });

  it('lists the cases one may see, and says how many more there are', async () => {
    await open(person);
    const link = await screen.findByRole('link', { name: 'PC-2026-000123' });
    expect(link.getAttribute('href')).toBe('/cases/case-1');
    expect(link.closest('li')?.textContent).toContain('Protecția copilului, Evaluare');
    expect(screen.getByText('Încă 2 cazuri sunt în evidența altor oficii.')).toBeTruthy();
  });

  it('shows who belongs to the person, and how', async () => {
    await open(person);
    const link = await screen.findByRole('link', { name: 'Popa Maria' });
    expect(link.closest('li')?.textContent).toContain('mama');
  });

  it('says so where there is neither case nor family', async () => {
    await open({ ...person, cases: [], otherCases: 0, relations: [] });
    expect(await screen.findByText('Persoana nu are cazuri.')).toBeTruthy();
    expect(screen.getByText('Nu sunt înregistrate legături de familie.')).toBeTruthy();
  });

  it('says why a person may not be seen', async () => {
    await open(problem(403, 'forbidden', { detail: 'Dosarul este sigilat.' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Dosarul este sigilat.');
    expect(screen.queryByText('Popa Ion')).toBeNull();
  });
});
