import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { Dialog } from '../components/Dialog.tsx';
import { findViolations, renderUi } from '../testing/render-ui.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { KeyNames } from './KeyNames.tsx';
import { useShortcuts } from './useShortcuts.ts';

function Counter({ keys = 'j', label = 'Rândul următor' }: { keys?: string; label?: string }) {
  const [count, setCount] = useState(0);
  useShortcuts('page', [{ keys, label, run: () => setCount(count + 1) }]);
  return (
    <>
      <output>{count}</output>
      <input aria-label="nume" />
      <input type="checkbox" aria-label="selectat" />
      <textarea aria-label="notă" />
    </>
  );
}

const count = () => screen.getByRole('status').textContent;

describe('the keyboard', () => {
  it('runs a shortcut with what is true now', async () => {
    // given
    await renderUi(<Counter />);
    // when
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'j' });
    // then
    expect(count()).toBe('2');
  });

  it.each(['nume', 'notă'])('leaves letters to somebody who writes in “%s”', async (field) => {
    // given
    await renderUi(<Counter />);
    // when
    fireEvent.keyDown(screen.getByLabelText(field), { key: 'j' });
    // then
    expect(count()).toBe('0');
  });

  it('counts on a ticked row as well', async () => {
    // given
    await renderUi(<Counter />);
    // when
    fireEvent.keyDown(screen.getByRole('checkbox'), { key: 'j' });
    // then
    expect(count()).toBe('1');
  });

  it('hears Ctrl also from a field, and Cmd on a Mac', async () => {
    // given
    await renderUi(<Counter keys="Ctrl+K" />);
    // when
    fireEvent.keyDown(screen.getByLabelText('nume'), { key: 'k', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'k', metaKey: true });
    // then
    expect(count()).toBe('2');
  });

  it('leaves Alt to the browser, and what somebody else has handled', async () => {
    // given
    await renderUi(
      <div onKeyDown={(event) => event.preventDefault()}>
        <Counter />
        <button type="button">handled</button>
      </div>,
    );
    // when
    fireEvent.keyDown(document.body, { key: 'j', altKey: true });
    fireEvent.keyDown(screen.getByRole('button'), { key: 'j' });
    // then
    expect(count()).toBe('0');
  });

  it('is quiet behind a dialog', async () => {
    // given
    await renderUi(
      <>
        <Counter />
        <Dialog title="Întrebare" onClose={() => undefined}>
          <p>Sigur?</p>
        </Dialog>
      </>,
    );
    // when
    fireEvent.keyDown(document.body, { key: 'j' });
    // then
    expect(document.querySelector('output')?.textContent).toBe('0');
  });

  it('forgets the shortcuts of a page that was left', async () => {
    // given
    const ran: string[] = [];
    const Page = () => {
      useShortcuts('page', [{ keys: 'c', label: 'Preia', run: () => ran.push('c') }]);
      return null;
    };
    const { rerender } = await renderUi(<Page />);
    // when
    rerender(<p>altă pagină</p>);
    fireEvent.keyDown(document.body, { key: 'c' });
    // then
    expect(ran).toEqual([]);
  });
});

describe('the help of keys', () => {
  function Page() {
    useShortcuts('everywhere', [
      { keys: 'g t', label: 'Mergi la: Sarcini', run: () => undefined },
      { keys: 'Ctrl+K', label: 'Caută o comandă', run: () => undefined },
    ]);
    useShortcuts('page', [{ keys: 'j', label: 'Rândul următor', run: () => undefined }]);
    const [help, setHelp] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setHelp(true)}>
          Ajutor
        </button>
        {help && <KeyHelp onClose={() => setHelp(false)} />}
      </>
    );
  }

  it('lists what works here and what works everywhere', async () => {
    // given
    const { container } = await renderUi(<Page />);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Ajutor' }));
    // then
    expect(screen.getByRole('dialog', { name: 'Taste rapide' })).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'Pe această pagină',
      'Peste tot',
    ]);
    expect(screen.getByText('Mergi la: Sarcini').closest('div')?.textContent).toBe('g apoi tMergi la: Sarcini');
    expect(await findViolations(container)).toEqual([]);
  });

  it('has no heading for a page without keys of its own', async () => {
    await renderUi(<KeyHelp onClose={() => undefined} />);
    expect(screen.queryByText('Pe această pagină')).toBeNull();
  });
});

describe('the names of keys', () => {
  it('are keycaps, chords side by side and sequences with a word between', async () => {
    // when
    const { container } = await renderUi(
      <>
        <KeyNames keys="Ctrl+K" />
        <KeyNames keys="g p" />
      </>,
    );
    // then
    expect([...container.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual(['Ctrl', 'K', 'g', 'p']);
    expect(container.textContent).toContain('g apoi p');
  });
});

describe('Enter', () => {
  it.each([
    ['a link', <a href="/cases">Cazuri</a>, 'link'],
    ['a button', <button type="button">Preia</button>, 'button'],
  ] as const)('on %s does what it always does', async (_what, element, role) => {
    // given
    await renderUi(
      <>
        <Counter keys="Enter" />
        {element}
      </>,
    );
    // when
    const untouched = fireEvent.keyDown(screen.getByRole(role), { key: 'Enter' });
    // then
    expect(untouched).toBe(true);
    expect(count()).toBe('0');
  });

  it('elsewhere opens what is selected', async () => {
    // given
    await renderUi(<Counter keys="Enter" />);
    // when
    fireEvent.keyDown(document.body, { key: 'Enter' });
    // then
    expect(count()).toBe('1');
  });
});
