import { progressPicture } from './diagram-picture.ts';

describe('the picture of a progress', () => {
  it('shows path, place and standstill, and leaves out incidents that were resolved', () => {
    // given
    const progress = {
      completedElements: ['Start'],
      takenFlows: ['Flow_1'],
      activeElements: ['Assess'],
      incidents: [{ elementId: 'Assess' }, { elementId: 'Start', resolvedAt: '2026-03-12T08:00:00Z' }],
    };
    // when
    const { marks } = progressPicture(progress);
    // then
    expect(marks.map(({ elementId, marker }) => `${elementId} ${marker}`)).toEqual([
      'Start es-step-completed',
      'Flow_1 es-flow-taken',
      'Assess es-step-active',
      'Assess es-step-incident',
    ]);
  });

  it.each([
    ['where it stands still', ['Plan', 'Assess'], [{ elementId: 'Assess' }], 'Assess'],
    ['where it is', ['Plan'], [], 'Plan'],
    ['the whole once it has ended', [], [], undefined],
  ])('looks at %s', (_what, activeElements, incidents, expected) => {
    const progress = { completedElements: [], takenFlows: [], activeElements, incidents };
    expect(progressPicture(progress).lookAt).toBe(expected);
  });
});
