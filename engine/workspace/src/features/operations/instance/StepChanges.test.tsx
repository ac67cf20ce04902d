import { screen } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page.tsx';
import { StepChanges } from './StepChanges.tsx';

const step = {
  ...{ version: 3, at: '2026-03-10T08:00:00Z', command: 'triggerTimer' },
  ...{ activated: [], completed: [], terminated: [], taken: [], decisions: [] },
};
const names = { Lend: 'Împrumut', Return: 'Restituire' };
const lines = () => screen.queryAllByRole('listitem').map((item) => item.textContent);

describe('what a step changed', () => {
  it('is told in the order of ending and beginning, each step once, by name where it has one', async () => {
    // given
    const changes = { completed: ['Lend', 'Lend'], terminated: ['Return'], activated: ['Gateway_1', 'Return'] };
    // when
    await renderPage(<StepChanges step={{ ...step, ...changes }} names={names} />);
    // then
    expect(lines()).toEqual(['Încheiat: Împrumut', 'Întrerupt: Restituire', 'Început: Gateway_1 și Restituire']);
  });

  it.each([
    [[], 'Decizia risk: nicio regulă nu s-a aplicat'],
    [['2'], 'Decizia risk: regula 2'],
    [['2', '4'], 'Decizia risk: regulile 2 și 4'],
  ])('names the rules %j of a decision', async (matchedRules, said) => {
    // when
    const decisions = [{ elementId: 'Decide', decisionId: 'risk', matchedRules }];
    await renderPage(<StepChanges step={{ ...step, decisions }} names={names} />);
    // then
    expect(lines()).toEqual([said]);
  });

  it('is nothing where only variables changed', async () => {
    await renderPage(<StepChanges step={step} names={names} />);
    expect(lines()).toEqual([]);
  });
});
