import type { CaseEvent } from '@esocial/contracts/generated/api-cases-timeline.ts';
import { noNames, type EventNames } from './event-names.ts';
import { eventDetail } from './event-values.ts';

const names: EventNames = {
  stage: (key) => ({ planificare: 'Planificare' })[key],
  element: (id) => ({ Task_Plan: 'Planul individual' })[id],
  rule: (key) => ({ 'plan-individual': 'Termenul planului' })[key],
};
const event = (params: CaseEvent['params']) => ({ params }) as CaseEvent;

describe('what an event is about', () => {
  it.each([
    [{ stage: 'planificare' }, 'Planificare'],
    [{ elementId: 'Task_Plan' }, 'Planul individual'],
    [{ rule: 'plan-individual' }, 'Termenul planului'],
    [{ name: 'Raport.pdf', reason: 'scanat din nou' }, 'Raport.pdf, scanat din nou'],
    [{ reason: 'OBIECTIVE_ATINSE' }, ''],
    [{}, ''],
  ])('%j is told as "%s"', (params, words) => {
    expect(eventDetail(event(params), names)).toBe(words);
  });

  it('stays silent about keys that nobody named', () => {
    expect(eventDetail(event({ stage: 'x', elementId: 'y' }), noNames)).toBe('');
  });
});
