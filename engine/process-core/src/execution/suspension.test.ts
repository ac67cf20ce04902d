import fc from 'fast-check';
import { bpmnText, boundaryXml, messageXml, eventXml } from '../testing/bpmn-text.ts';
import type { Story } from '../testing/build-story.ts';
import { buildStory } from '../testing/build-story.ts';
import type { Command } from '../types.ts';
import { resumedDue } from './suspension.ts';

const process = bpmnText(
  'case',
  `<bpmn:startEvent id="Start" /><bpmn:userTask id="Ask" /><bpmn:endEvent id="End" /><bpmn:endEvent id="LateEnd" /><bpmn:endEvent id="RemindEnd" />
   ${boundaryXml('Late Ask timer PT10H')}
   <bpmn:boundaryEvent id="Remind" attachedToRef="Ask" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeCycle>R/PT4H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>
   <bpmn:boundaryEvent id="Came" attachedToRef="Ask">${eventXml('message paper')}</bpmn:boundaryEvent><bpmn:endEvent id="CameEnd" />`,
  ['Start Ask', 'Ask End', 'Late LateEnd', 'Remind RemindEnd', 'Came CameEnd'],
  messageXml('paper'),
);

const send = (story: Story, command: Command) => story.simulation.send(story.instanceId, command);
const reminders = (story: Story) => story.path().filter((id) => id === 'Remind').length;

describe('suspending an instance', () => {
  it('stops its clock; resumed, every timer has the time left that it had', async () => {
    // given: three hours of ten, and of the four to the next reminder, have passed
    const story = await buildStory(process);
    story.advanceTime('PT3H');

    // when
    send(story, { type: 'suspend' });
    expect(story.effectTypes().slice(-3)).toEqual(['timerCancelled', 'timerCancelled', 'instanceSuspended']);
    story.advanceTime('P30D');
    expect(story.path()).toEqual(['Start', 'Ask']);
    send(story, { type: 'resume' });

    // then
    expect(story.effectTypes().slice(-3)).toEqual(['timerSet', 'timerSet', 'instanceResumed']);
    story.advanceTime('PT59M');
    expect(reminders(story)).toBe(0);
    story.advanceTime('PT1M');
    expect(reminders(story)).toBe(1);
    story.advanceTime('PT5H59M');
    expect([reminders(story), story.tasks()]).toEqual([2, ['Ask']]);
    story.advanceTime('PT1M');
    expect([story.path().at(-1), story.status()]).toEqual(['LateEnd', 'completed']);
  });

  it('keeps the ids of the timers', async () => {
    const story = await buildStory(process);
    const before = [...story.simulation.open.timers.keys()].sort();
    send(story, { type: 'suspend' });
    expect(story.simulation.open.timers.size).toBe(0);
    send(story, { type: 'resume' });
    expect([...story.simulation.open.timers.keys()].sort()).toEqual(before);
  });

  it('refuses every command that would move a token, naming the remedy', async () => {
    // given
    const story = await buildStory(process);
    const [[taskId = '']] = [[...story.simulation.open.tasks.keys()]];
    const [subscriptionId = ''] = [...story.simulation.open.subscriptions.keys()];
    const [timerId = ''] = [...story.simulation.open.timers.keys()];
    send(story, { type: 'suspend' });

    // then
    const commands: Command[] = [
      { type: 'completeUserTask', elementInstanceId: taskId, data: {} },
      { type: 'correlateMessage', subscriptionId, variables: {} },
      { type: 'triggerTimer', timerId },
      { type: 'modify', terminate: [taskId] },
      { type: 'suspend' },
    ];
    for (const command of commands) {
      expect(() => send(story, command)).toThrow(/is suspended\. Resume it/);
    }
  });

  it('lets variables be set and the instance be cancelled', async () => {
    // given
    const story = await buildStory(process);
    send(story, { type: 'suspend' });

    // when
    story.setVariables({ note: 1 });
    send(story, { type: 'cancel' });

    // then
    expect(story.status()).toBe('terminated');
    const effects = story.effectTypes();
    expect(effects.filter((type) => type === 'timerCancelled')).toHaveLength(2);
    expect(story.simulation.instances.get(story.instanceId)?.state).not.toHaveProperty('suspendedAt');
  });

  it('takes a resume only once', async () => {
    const story = await buildStory(process);
    expect(() => send(story, { type: 'resume' })).toThrow('is not suspended');
    send(story, { type: 'suspend' });
    send(story, { type: 'resume' });
    expect(() => send(story, { type: 'resume' })).toThrow('is not suspended');
    story.complete('Ask');
    expect(story.status()).toBe('completed');
  });

  it('makes a timer that was overdue go off at once', async () => {
    expect(resumedDue('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-02-01T00:00:00.000Z')).toBe(
      '2026-02-01T00:00:00.000Z',
    );
  });

  it('neither shortens nor prolongs what was left, whenever it is suspended and resumed', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.nat(1e9), fc.nat(1e9), (suspended, left, lasted) => {
        const due = new Date(suspended.getTime() + left).toISOString();
        const now = new Date(suspended.getTime() + lasted);
        const resumed = resumedDue(due, suspended.toISOString(), now.toISOString());
        expect(Date.parse(resumed) - now.getTime()).toBe(left);
      }),
    );
  });
});
