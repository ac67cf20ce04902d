import { screen, within } from '@testing-library/react';
import { findViolations, renderUi } from '../testing/render-ui.tsx';
import { deadlineTone, type DeadlineState } from './deadline-tone.ts';
import { DeadlineBadge } from './DeadlineBadge.tsx';
import { PageTitle } from './PageTitle.tsx';
import { StackedBar } from './StackedBar.tsx';
import { StateBadge } from './StateBadge.tsx';

describe('the state of a deadline', () => {
  it.each([
    ['none', 'Fără termen', 'neutral'],
    ['onTime', 'În termen', 'success'],
    ['running', 'În termen', 'success'],
    ['atRisk', 'Aproape de termen', 'warning'],
    ['overdue', 'Depășit', 'danger'],
    ['met', 'Respectat', 'success'],
    ['missed', 'Nerespectat', 'danger'],
    ['cancelled', 'Anulat', 'neutral'],
  ] as const)('%s is a word and a shape, never a colour alone', async (state: DeadlineState, word, tone) => {
    // when
    await renderUi(<DeadlineBadge state={state} />);
    // then
    const badge = screen.getByText(word);
    expect(badge.querySelector('svg path')?.getAttribute('d')).toBeTruthy();
    expect(badge.classList.contains(`es-tone-${tone}`)).toBe(true);
    expect(deadlineTone(state)).toBe(tone);
  });

  it('at risk and overdue have different shapes', async () => {
    // when
    const { container } = await renderUi(
      <>
        <DeadlineBadge state="atRisk" />
        <DeadlineBadge state="overdue" />
        <DeadlineBadge state="met" />
      </>,
    );
    // then
    const shapes = [...container.querySelectorAll('path')].map((path) => path.getAttribute('d'));
    expect(new Set(shapes).size).toBe(3);
  });
});

describe('a badge', () => {
  it('hides its picture from those who hear the word', async () => {
    const { container } = await renderUi(<StateBadge tone="warning">De confirmat</StateBadge>);
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(await findViolations(container)).toEqual([]);
  });
});

describe('a bar of parts', () => {
  const parts = [
    { key: 'onTime', label: 'În termen', value: 3 },
    { key: 'atRisk', label: 'Aproape de termen', value: 0 },
    { key: 'overdue', label: 'Depășit', value: 1 },
  ] as const;

  it('says its figures, and draws only what there is, to scale', async () => {
    // when
    const { container } = await renderUi(<StackedBar parts={parts} max={8} />);
    // then
    const bar = screen.getByRole('img', { name: 'În termen: 3, Aproape de termen: 0, Depășit: 1' });
    expect([...bar.children].map((part) => (part as HTMLElement).style.width)).toEqual(['37.5%', '12.5%']);
    expect(await findViolations(container)).toEqual([]);
  });

  it('of nothing is empty, not broken', async () => {
    await renderUi(<StackedBar parts={[{ key: 'onTime', label: 'În termen', value: 0 }]} max={0} />);
    expect(screen.getByRole('img').children).toHaveLength(0);
  });
});

describe('the title of a page', () => {
  it('names the tab, with the errors in front, and takes the focus of a new page', async () => {
    // when
    const { rerender } = await renderUi(
      <PageTitle title="Evaluare inițială, Popa I." errors={2}>
        Evaluare inițială
      </PageTitle>,
    );
    // then
    expect(document.title).toBe('(2) Evaluare inițială, Popa I., eSocial');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Evaluare inițială' }));
    // when
    rerender(<PageTitle title="Evaluare inițială, Popa I.">Evaluare inițială</PageTitle>);
    // then
    expect(document.title).toBe('Evaluare inițială, Popa I., eSocial');
  });

  it('does not take the focus from somebody who types', async () => {
    // given
    const { rerender, container } = await renderUi(<input aria-label="căutare" />);
    within(container).getByRole('textbox').focus();
    // when
    rerender(
      <>
        <input aria-label="căutare" />
        <PageTitle title="Cazuri">Cazuri</PageTitle>
      </>,
    );
    // then
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
});
