import { fireEvent, screen } from '@testing-library/react';
import { findViolations, renderUi } from '../testing/render-ui.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import type { Command } from './match-command.ts';

async function open(onSearch?: (text: string) => Command[]) {
  const log: string[] = [];
  const command = (id: string, label: string, keys?: string): Command => ({
    ...{ id, label, group: 'pagină', run: () => log.push(id) },
    ...(keys ? { keys } : {}),
  });
  const page = await renderUi(
    <CommandPalette
      commands={[command('tasks', 'Sarcini', 'g t'), command('cases', 'Cazuri'), command('settings', 'Setări')]}
      onClose={() => log.push('closed')}
      {...(onSearch ? { onSearch } : {})}
    />,
  );
  return { ...page, log };
}

const box = () => screen.getByRole('combobox');
const type = (value: string) => fireEvent.change(box(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(box(), { key });
const options = () => screen.queryAllByRole('option').map((option) => option.firstChild?.textContent);
const chosen = () => screen.getByRole('option', { selected: true }).firstChild?.textContent;

describe('the palette', () => {
  it('lists every command with its keys before anything is typed, the cursor in its box', async () => {
    // when
    const { container } = await open();
    // then
    expect(options()).toEqual(['Sarcini', 'Cazuri', 'Setări']);
    expect(document.activeElement).toBe(box());
    expect(screen.getByRole('option', { name: /Sarcini/ }).textContent).toContain('g apoi t');
    expect(await findViolations(container)).toEqual([]);
  });

  it('narrows by letters without diacritics, and counts aloud', async () => {
    // given
    await open();
    // when
    type('setari');
    // then
    expect(options()).toEqual(['Setări']);
    expect(screen.getByRole('status').textContent).toBe('o potrivire');
  });

  it('tells the reader of the screen which one is chosen', async () => {
    // given
    await open();
    // when
    press('ArrowDown');
    // then
    expect(chosen()).toBe('Cazuri');
    expect(box().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
  });

  it('goes round at both ends', async () => {
    // given
    await open();
    // when
    press('ArrowUp');
    // then
    expect(chosen()).toBe('Setări');
    // when
    press('ArrowDown');
    // then
    expect(chosen()).toBe('Sarcini');
  });

  it('begins at the top again when the letters change', async () => {
    // given
    await open();
    press('ArrowDown');
    press('ArrowDown');
    // when
    type('s');
    // then
    expect(chosen()).toBe('Sarcini');
  });

  it('closes first and then runs, so that the focus is where the command puts it', async () => {
    // given
    const { log } = await open();
    // when
    press('ArrowDown');
    press('Enter');
    // then
    expect(log).toEqual(['closed', 'cases']);
  });

  it('runs what is clicked', async () => {
    // given
    const { log } = await open();
    // when
    fireEvent.click(screen.getByRole('option', { name: /Setări/ }));
    // then
    expect(log).toEqual(['closed', 'settings']);
  });

  it('says so when nothing fits, and Enter and arrows then do no harm', async () => {
    // given
    const { log } = await open();
    // when
    type('zzz');
    press('ArrowDown');
    press('Enter');
    // then
    expect(screen.getByText(/Nicio comandă nu se potrivește/)).toBeTruthy();
    expect(box().getAttribute('aria-expanded')).toBe('false');
    expect(log).toEqual([]);
  });

  it('offers to search for what names no command, and only once something is typed', async () => {
    // given
    const searched: string[] = [];
    const { log } = await open((text) => [
      { id: 'search', label: `Caută „${text}”`, group: 'căutare', run: () => searched.push(text) },
    ]);
    expect(options()).toHaveLength(3);
    // when
    type(' popa ');
    press('Enter');
    // then
    expect(searched).toEqual(['popa']);
    expect(log).toEqual(['closed']);
  });
});
