import { parseBpmn } from './parse-bpmn.ts';
import { findReachable } from './reachable.ts';

const flow = (from: string, to: string) =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`;
const task = (id: string) => `<bpmn:manualTask id="${id}" />`;

const bpmn = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="file" targetNamespace="http://test">
  <bpmn:process id="main" isExecutable="true">
    <bpmn:startEvent id="start" />${task('register')}<bpmn:exclusiveGateway id="choice" />
    ${task('urgent')}${task('assess')}${task('plan')}${task('review')}<bpmn:endEvent id="end" />
    <bpmn:boundaryEvent id="late" attachedToRef="assess"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>${task('remind')}
    <bpmn:subProcess id="work"><bpmn:startEvent id="workStart" />${task('first')}${task('second')}${flow('workStart', 'first')}${flow('first', 'second')}</bpmn:subProcess>
    <bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="inner" /></bpmn:extensionElements></bpmn:callActivity>
    ${flow('start', 'register')}${flow('register', 'choice')}${flow('choice', 'urgent')}${flow('choice', 'assess')}
    ${flow('assess', 'work')}${flow('late', 'remind')}${flow('work', 'plan')}${flow('urgent', 'plan')}${flow('plan', 'review')}${flow('review', 'plan')}${flow('review', 'call')}${flow('call', 'end')}
  </bpmn:process>
  <bpmn:process id="inner" isExecutable="true"><bpmn:startEvent id="innerStart" />${task('innerTask')}${flow('innerStart', 'innerTask')}</bpmn:process>
</bpmn:definitions>`;

async function reach(...active: string[]): Promise<string[]> {
  return [...findReachable(await parseBpmn(bpmn), active)].sort();
}

describe('what a process can still come to', () => {
  it('is everything after the active element, and nothing that it has passed by', async () => {
    const reached = await reach('urgent');
    expect(reached).toEqual(['call', 'end', 'innerStart', 'innerTask', 'plan', 'review', 'urgent'].sort());
  });

  it('goes over boundary events and into sub-processes', async () => {
    expect(await reach('assess')).toEqual(
      expect.arrayContaining(['late', 'remind', 'work', 'workStart', 'first', 'second', 'plan']),
    );
  });

  it('goes out of a sub-process, not back to its start', async () => {
    // when
    const reached = await reach('work', 'second');

    // then
    expect(reached).toContain('plan');
    expect(reached).not.toContain('first');
  });

  it('goes round loops, and is nothing where nothing is active', async () => {
    expect(await reach('review')).toContain('plan');
    expect(await reach()).toEqual([]);
  });
});
