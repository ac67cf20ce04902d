import type { PersonReference } from '@esocial/contracts/generated/person-reference.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { usePersonDialog } from './usePersonDialog.tsx';

const reference = { personId: 'p9', lastName: 'Popa', firstName: 'Ion', birthDate: null };
const created = { id: 'p9', version: 1, displayName: 'Popa Ion', reference };
const candidate = {
  ...{ id: 'p1', displayName: 'Popa Ion', lastName: 'Popa', firstName: 'Ion', birthDate: '2015-04-02' },
  ...{ openCases: 1, match: [], reason: 'idnp', samePerson: true },
};

/** A form that needs a person and goes on with whoever was registered or chosen. */
function Form() {
  const persons = usePersonDialog();
  const [person, setPerson] = useState<PersonReference | 'nobody'>();
  const ask = async () => setPerson((await persons.ask('Popa Ion 2000000000015')) ?? 'nobody');
  return (
    <>
      <button type="button" onClick={() => void ask()}>
        Adaugă persoana
      </button>
      <output>{person === 'nobody' ? person : person?.personId}</output>
      {persons.dialog}
    </>
  );
}

async function open(answers: Record<string, object> = {}) {
  const server = fakeServer(answers);
  const page = await renderPage(<Form />);
  fireEvent.click(screen.getByRole('button', { name: 'Adaugă persoana' }));
  const dialog = await screen.findByRole('dialog', { name: 'Persoană nouă' });
  const register = () => fireEvent.click(within(dialog).getByRole('button', { name: 'Înregistrează persoana' }));
  return { ...page, server, dialog, register };
}

const answer = () => document.querySelector('output')?.textContent;

describe('registering a person from within a form', () => {
  it('begins with the name that was typed, and goes on with the new person', async () => {
    // given
    const { server, dialog, register, container } = await open({ 'POST /persons': created });
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Nume' }).value).toBe('Popa');
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Prenume' }).value).toBe('Ion');
    expect(await findViolations(container)).toEqual([]);
    // when
    register();
    // then
    await waitFor(() => expect(answer()).toBe('p9'));
    expect(server.calls[0]?.body).toMatchObject({ lastName: 'Popa', firstName: 'Ion' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('goes on without anybody when it is given up', async () => {
    const { server, dialog } = await open();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Renunță' }));
    await waitFor(() => expect(answer()).toBe('nobody'));
    expect(server.calls).toEqual([]);
  });

  it('cannot register the same IDNP twice, but takes who has it', async () => {
    // given
    const details = { candidates: [candidate], mayConfirm: false };
    const { dialog, register } = await open({ 'POST /persons': problem(409, 'person_exists', { details }) });
    // when
    register();
    // then
    const warning = await within(dialog).findByRole('alert');
    expect(warning.textContent).toContain('Este posibil ca persoana să fie deja înregistrată');
    expect(within(dialog).queryByRole('button', { name: /este altă persoană/ })).toBeNull();
    // when
    fireEvent.click(within(warning).getByRole('button', { name: 'Alege: Popa Ion' }));
    // then
    await waitFor(() => expect(answer()).toBe('p1'));
  });

  it('keeps what was typed when the server does not answer', async () => {
    const { dialog, register } = await open({ 'POST /persons': problem(503, 'unavailable') });
    register();
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Nimic nu s-a pierdut');
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Nume' }).value).toBe('Popa');
  });
});
