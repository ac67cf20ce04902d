import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildPersonDetail } from '../../testing/build-person-detail.ts';
import { fakeServer } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { FamilyList } from './FamilyList.tsx';

const mother = { id: 'r1', person: { id: 'p2', displayName: 'Popa Maria' }, relation: 'MAMA', label: 'mama' };
const person = buildPersonDetail({ relations: [mother] });
const found = (id: string, firstName: string) => ({
  ...{ id, displayName: `Popa ${firstName}`, lastName: 'Popa', firstName, openCases: 0 },
  ...{ match: [], reason: 'exactName', samePerson: false },
});

describe('the family of a person', () => {
  it('gets a relation to somebody who is looked for', async () => {
    // given
    const server = fakeServer({
      'POST /persons/searches': { searchId: 's', items: [found('person-1', 'Ion'), found('p3', 'Vasile')] },
      'GET /classifiers/family-relation/items': { items: [{ code: 'TATA', ro: 'tata' }], nextCursor: null },
      'POST /persons/person-1/relations': { id: 'r2', personId: 'p3', relation: 'TATA' },
    });
    const page = await renderPage(<FamilyList person={person} />);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Adaugă o legătură' }));
    const dialog = await screen.findByRole('dialog', { name: 'Legătură de familie nouă' });
    fireEvent.change(within(dialog).getByRole('searchbox'), { target: { value: 'popa' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Caută persoana' }));
    fireEvent.click(await within(dialog).findByRole('radio', { name: /Vasile/ }));
    fireEvent.change(within(dialog).getByLabelText('Cine este pentru Popa Ion'), { target: { value: 'TATA' } });
    // then
    expect(within(dialog).getAllByRole('radio')).toHaveLength(1);
    expect(await findViolations(page.container)).toEqual([]);
    // when
    fireEvent.click(within(dialog).getByRole('button', { name: 'Adaugă legătura' }));
    // then
    expect(await screen.findByText('Legătura este adăugată.')).toBeTruthy();
    expect(server.calls.at(-1)?.body).toEqual({ personId: 'p3', relation: 'TATA' });
  });

  it('loses a relation after asking', async () => {
    // given
    const server = fakeServer({ 'DELETE /persons/person-1/relations/r1': new Response(null, { status: 204 }) });
    await renderPage(<FamilyList person={person} />);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Șterge legătura cu Popa Maria' }));
    expect(server.calls).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Șterge legătura' }));
    // then
    expect(await screen.findByText('Legătura este ștearsă.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is only read by those who may not change it', async () => {
    await renderPage(<FamilyList person={{ ...person, permissions: { update: false } }} />);
    expect(screen.getByRole('link', { name: /Popa Maria/ })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
