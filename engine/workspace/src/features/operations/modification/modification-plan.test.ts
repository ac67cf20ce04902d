import type { FlowNode } from './flow-nodes.ts';
import {
  chooseAncestor,
  emptyPlan,
  endsInstance,
  needsScope,
  toRequest,
  toggleActivate,
  toggleOnDiagram,
  toggleTerminate,
  type ActiveElement,
} from './modification-plan.ts';

const element = (elementInstanceId: string, elementId: string, parentId: string | null = 'root'): ActiveElement => ({
  ...{ elementInstanceId, elementId, parentId },
  ...{ elementName: elementId, elementType: 'userTask', variableNames: [] },
});
const active = [element('root', 'lending', null), element('e1', 'Lend'), element('e2', 'Lend')];
const node = (id: string, scopeId = 'lending'): FlowNode => ({ id, name: id, type: 'userTask', scopeId });
const nodes = [node('Lend'), node('Return'), node('Letter', 'Lend')];

describe('a modification being planned', () => {
  it('is marked and unmarked by the lists', () => {
    const plan = toggleTerminate(toggleActivate(emptyPlan, 'Return'), 'e1');
    expect(plan).toEqual({ activate: [{ elementId: 'Return' }], terminate: ['e1'] });
    expect(toggleActivate(toggleTerminate(plan, 'e1'), 'Return')).toEqual(emptyPlan);
  });

  it('is marked and unmarked by clicks on the diagram', () => {
    // when
    const cancelled = toggleOnDiagram(emptyPlan, 'Lend', active, nodes);
    const both = toggleOnDiagram(cancelled, 'Return', active, nodes);
    // then
    expect(both).toEqual({ activate: [{ elementId: 'Return' }], terminate: ['e1', 'e2'] });
    expect(toggleOnDiagram(toggleOnDiagram(both, 'Lend', active, nodes), 'Return', active, nodes)).toEqual(emptyPlan);
  });

  it('takes the rest too when one of several is marked already', () => {
    expect(toggleOnDiagram({ activate: [], terminate: ['e2'] }, 'Lend', active, nodes).terminate).toEqual(['e1', 'e2']);
  });

  it('passes over what cannot begin', () => {
    expect(toggleOnDiagram(emptyPlan, 'Start', active, nodes)).toEqual(emptyPlan);
    expect(toggleOnDiagram(emptyPlan, 'lending', active, nodes)).toEqual(emptyPlan);
  });

  it('asks for the scope where there are several', () => {
    // given
    const plan = toggleActivate(emptyPlan, 'Letter');
    // then
    expect(needsScope(plan, active, nodes)).toBe(true);
    expect(needsScope(chooseAncestor(plan, 'Letter', 'e2'), active, nodes)).toBe(false);
    expect(needsScope(toggleActivate(emptyPlan, 'Return'), active, nodes)).toBe(false);
  });

  it.each([
    ['one of two goes', ['e1'], [], false],
    ['everything goes', ['e1', 'e2'], [], true],
    ['something begins instead', ['e1', 'e2'], [{ elementId: 'Return' }], false],
    ['nothing is planned', [], [], false],
  ])('ends the instance when %s: %s', (_when, terminate, activate, ends) => {
    expect(endsInstance({ terminate, activate }, active)).toBe(ends);
  });

  it('ends the instance when the scope around everything goes', () => {
    const nested = [element('root', 'lending', null), element('s', 'Remind'), element('t', 'Letter', 's')];
    expect(endsInstance({ activate: [], terminate: ['s'] }, nested)).toBe(true);
  });

  it.each([
    ['the process', undefined, [{ elementId: 'A', variables: [{ variables: { x: 1 } }] }, { elementId: 'B' }]],
    [
      'one that begins',
      'B',
      [{ elementId: 'A' }, { elementId: 'B', variables: [{ variables: { x: 1 }, scopeElementId: 'B' }] }],
    ],
  ])('sends variables for %s', (_where, scopeElementId, activate) => {
    const plan = { activate: [{ elementId: 'A' }, { elementId: 'B' }], terminate: [] };
    expect(toRequest(plan, { variables: { x: 1 }, scopeElementId }, 'why')).toEqual({ activate, reason: 'why' });
  });

  it('sends only what was planned', () => {
    expect(toRequest({ activate: [], terminate: ['e1'] }, { variables: {} }, 'why')).toEqual({
      terminate: ['e1'],
      reason: 'why',
    });
  });
});
