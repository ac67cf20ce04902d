import type { ProcessInstanceDetail } from '@esocial/contracts/generated/api-process-instances-detail.ts';
import { markDiagram } from './mark-diagram.ts';

describe('marking of a diagram', () => {
  it('shows path, place and standstill, and passes over what the diagram lacks', () => {
    // given
    const marked: string[] = [];
    const canvas = { addMarker: (id: string, marker: string) => void marked.push(`${id} ${marker}`), zoom: () => 1 };
    const instance = {
      completedElements: ['Start', 'Gone'],
      takenFlows: ['Flow_1'],
      activeElements: ['Assess'],
      incidents: [{ elementId: 'Assess' }, { elementId: 'Start', resolvedAt: '2026-03-12T08:00:00Z' }],
    } as unknown as ProcessInstanceDetail;
    // when
    markDiagram(canvas, (id) => id !== 'Gone', instance);
    // then
    expect(marked).toEqual([
      'Start es-step-completed',
      'Flow_1 es-flow-taken',
      'Assess es-step-active',
      'Assess es-step-incident',
    ]);
  });
});
