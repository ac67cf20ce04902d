import { fireEvent, screen, within } from '@testing-library/react';
import type { Language } from '../i18n/language.ts';
import { findViolations, renderUi } from '../testing/render-ui.tsx';
import { initials } from './initials.ts';
import { LanguageMenu } from './LanguageMenu.tsx';
import { Shell } from './Shell.tsx';

const navigation = [
  {
    key: 'work',
    entries: [
      { href: '/tasks', label: 'Sarcini', icon: 'tasks' as const },
      { href: '/cases', label: 'Cazuri', icon: 'cases' as const },
    ],
  },
];
type Bars = Parameters<typeof Shell>[0]['bars'];

const shell = (path: string, bars: Bars = []) => (
  <Shell homeHref="/tasks" navigation={navigation} path={path} tools={<span>unelte</span>} bars={bars}>
    <h1>Conținutul</h1>
  </Shell>
);
const entry = (name: string) => screen.getByRole('link', { name });
const side = () => screen.getByRole('navigation', { name: 'Navigare principală' });

describe('the frame of every page', () => {
  it('has the landmarks that a screen reader jumps between, and a way past them', async () => {
    // when
    const { container } = await renderUi(shell('/tasks'));
    // then
    expect(screen.getByRole('banner')).toBeTruthy();
    expect(side()).toBeTruthy();
    const skip = screen.getByRole('link', { name: 'Sari la conținut' });
    expect(container.querySelector(skip.getAttribute('href') ?? '')).toBe(screen.getByRole('main'));
    expect(await findViolations(container)).toEqual([]);
  });

  it.each([
    ['/tasks', 'Sarcini'],
    ['/tasks/task-1', 'Sarcini'],
    ['/cases/case-1/notes', 'Cazuri'],
  ])('at %s marks the entry “%s”, and no other', async (path, name) => {
    // when
    await renderUi(shell(path));
    // then
    expect(entry(name).getAttribute('aria-current')).toBe('page');
    expect(
      within(side())
        .getAllByRole('link')
        .filter((link) => link.getAttribute('aria-current')),
    ).toHaveLength(1);
  });

  it('marks nothing where the address only begins alike', async () => {
    await renderUi(shell('/tasks-archive'));
    expect(entry('Sarcini').getAttribute('aria-current')).toBeNull();
  });

  it('leads home by its mark', async () => {
    // given
    const { history } = await renderUi(shell('/cases'));
    // when
    fireEvent.click(screen.getByRole('link', { name: 'eSocial, Pagina de start' }));
    // then
    expect(history.at(-1)).toBe('/tasks');
  });

  it('opens its navigation on a phone, and says so', async () => {
    // given
    await renderUi(shell('/tasks'));
    const button = screen.getByRole('button', { name: 'Meniu' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    // when
    fireEvent.click(button);
    // then
    expect(screen.getByRole('button', { name: 'Închide meniul' }).getAttribute('aria-expanded')).toBe('true');
    expect(side().dataset['open']).toBe('true');
  });

  it.each(['Sarcini', 'Cazuri'])('closes it when “%s” was chosen, be it the page that is open', async (name) => {
    // given
    await renderUi(shell('/tasks'));
    fireEvent.click(screen.getByRole('button', { name: 'Meniu' }));
    // when
    fireEvent.click(entry(name));
    // then
    expect(side().dataset['open']).toBe('false');
  });

  it('closes it when the page changes otherwise', async () => {
    // given
    const { rerender } = await renderUi(shell('/tasks'));
    fireEvent.click(screen.getByRole('button', { name: 'Meniu' }));
    // when
    rerender(shell('/cases'));
    // then
    expect(side().dataset['open']).toBe('false');
  });

  it('says on top what everybody must know', async () => {
    // when
    const { container } = await renderUi(
      shell('/tasks', [
        { key: 'offline', tone: 'danger', content: 'Nu există conexiune.' },
        { key: 'sandbox', tone: 'info', content: 'Mediu de probă.' },
      ]),
    );
    // then
    expect(screen.getAllByRole('status').map((bar) => bar.textContent)).toEqual([
      'Nu există conexiune.',
      'Mediu de probă.',
    ]);
    expect(await findViolations(container)).toEqual([]);
  });
});

describe('the choice of language', () => {
  it('offers each in its own words, and marks the present one', async () => {
    // given
    const chosen: Language[] = [];
    const page = await renderUi(<LanguageMenu onChoose={(language) => chosen.push(language)} />);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Limba: Română' }));
    // then
    expect(screen.getByRole('button', { name: 'Română' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('button', { name: 'English' }).lang).toBe('en');
    expect(await findViolations(page.container)).toEqual([]);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'English' }));
    // then
    expect(chosen).toEqual(['en']);
  });

  it.each([
    ['ru', 'Язык: Русский'],
    ['en', 'Language: English'],
  ] as const)('is said in the language itself: %s', async (language, name) => {
    await renderUi(<LanguageMenu onChoose={() => undefined} />, { language });
    expect(screen.getByRole('button', { name })).toBeTruthy();
  });
});

describe('initials', () => {
  it.each([
    ['Rusu Elena', 'RE'],
    ['Popa-Lungu Ana Maria', 'PL'],
    ['șoitu', 'Ș'],
    ['  ', ''],
  ])('of “%s” are “%s”', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
