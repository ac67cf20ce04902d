import { fireEvent, screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { findViolations, renderUi } from '../testing/render-ui.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Dialog } from './Dialog.tsx';
import { Menu } from './Menu.tsx';

function Opener({ children }: { children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Deschide
      </button>
      {open && children(() => setOpen(false))}
    </>
  );
}

async function openFrom(children: (close: () => void) => ReactNode) {
  const page = await renderUi(<Opener>{children}</Opener>);
  const button = screen.getByRole('button', { name: 'Deschide' });
  button.focus();
  fireEvent.click(button);
  return { ...page, button };
}

const note = (close: () => void) => (
  <Dialog title="Notă nouă" onClose={close}>
    <label>
      Textul <textarea />
    </label>
  </Dialog>
);

describe('a dialog', () => {
  it('is named by its title and begins in its first field', async () => {
    // when
    const { container } = await openFrom(note);
    // then
    expect(screen.getByRole('dialog', { name: 'Notă nouă' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Textul' }));
    expect(await findViolations(container)).toEqual([]);
  });

  it('gives the focus back to what opened it', async () => {
    // given
    const { button } = await openFrom(note);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Închide' }));
    // then
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('closes by Esc and by a press beside it', async () => {
    // given
    await openFrom(note);
    // when
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    // then
    expect(screen.queryByRole('dialog')).toBeNull();
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Deschide' }));
    fireEvent.click(screen.getByRole('dialog'));
    // then
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stays when something inside of it is pressed', async () => {
    // given
    await openFrom(note);
    // when
    fireEvent.click(screen.getByRole('textbox'));
    // then
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('that must be answered can neither be closed nor escaped', async () => {
    // given
    await openFrom((close) => (
      <Dialog title="Sesiunea a expirat" mustAnswer onClose={close}>
        <p>Intrați din nou.</p>
      </Dialog>
    ));
    // when
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    fireEvent.click(screen.getByRole('dialog'));
    // then
    expect(screen.getByRole('dialog', { name: 'Sesiunea a expirat' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Închide' })).toBeNull();
  });
});

describe('a question before a deed', () => {
  const ask = (more: { busy?: boolean; disabled?: boolean } = {}) => {
    const done: string[] = [];
    const dialog = (
      <ConfirmDialog
        title="Ștergeți ciorna?"
        action="Șterge ciorna"
        danger
        onConfirm={() => done.push('confirmed')}
        onClose={() => done.push('closed')}
        {...more}
      >
        <p>Se pierde tot ce ați completat.</p>
      </ConfirmDialog>
    );
    return { done, dialog };
  };

  it('carries the verb of the deed on its button', async () => {
    // given
    const { done, dialog } = ask();
    const { container } = await renderUi(dialog);
    expect(await findViolations(container)).toEqual([]);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Șterge ciorna' }));
    fireEvent.click(screen.getByRole('button', { name: 'Renunță' }));
    // then
    expect(done).toEqual(['confirmed', 'closed']);
  });

  it.each([{ busy: true }, { disabled: true }])('cannot be confirmed while %p', async (more) => {
    // given
    const { done, dialog } = ask(more);
    await renderUi(dialog);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Șterge ciorna' }));
    // then
    expect(done).toEqual([]);
  });
});

describe('a menu', () => {
  const chosen: string[] = [];
  const menu = (
    <>
      <Menu label="Alte acțiuni" trigger="…">
        {(close) => (
          <button
            type="button"
            onClick={() => {
              chosen.push('print');
              close();
            }}
          >
            Tipărește
          </button>
        )}
      </Menu>
      <p>restul paginii</p>
    </>
  );
  const button = () => screen.getByRole('button', { name: 'Alte acțiuni' });

  it('says whether it is open, and shows its entries only then', async () => {
    // given
    const { container } = await renderUi(menu);
    expect(button().getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('button', { name: 'Tipărește' })).toBeNull();
    // when
    fireEvent.click(button());
    // then
    expect(button().getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('button', { name: 'Tipărește' })).toBeTruthy();
    expect(await findViolations(container)).toEqual([]);
  });

  it('closes with the choice and keeps the focus', async () => {
    // given
    await renderUi(menu);
    fireEvent.click(button());
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Tipărește' }));
    // then
    expect(chosen).toEqual(['print']);
    expect(screen.queryByRole('button', { name: 'Tipărește' })).toBeNull();
    expect(document.activeElement).toBe(button());
  });

  it('closes by Esc, which closes nothing else', async () => {
    // given
    const outside: string[] = [];
    await renderUi(<div onKeyDown={(event) => outside.push(event.key)}>{menu}</div>);
    fireEvent.click(button());
    // when
    fireEvent.keyDown(screen.getByRole('button', { name: 'Tipărește' }), { key: 'Escape' });
    // then
    expect(button().getAttribute('aria-expanded')).toBe('false');
    expect(outside).toEqual([]);
    // when it is closed already
    fireEvent.keyDown(button(), { key: 'Escape' });
    // then
    expect(outside).toEqual(['Escape']);
  });

  it('closes by a press elsewhere', async () => {
    // given
    await renderUi(menu);
    fireEvent.click(button());
    // when
    fireEvent.pointerDown(screen.getByText('restul paginii'));
    // then
    expect(button().getAttribute('aria-expanded')).toBe('false');
  });
});
