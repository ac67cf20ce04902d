import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import { createSimulation } from '@esocial/process-core/simulate/simulation.ts';
import { createMessageBuffer } from './message-buffer.ts';

const bpmn = `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
<bpmn:process id="waits" isExecutable="true">
<bpmn:startEvent id="Start" /><bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Wait" />
<bpmn:receiveTask id="Wait" messageRef="Message" /><bpmn:sequenceFlow id="F2" sourceRef="Wait" targetRef="End" />
<bpmn:endEvent id="End" /></bpmn:process>
<bpmn:message id="Message" name="paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=id" /></bpmn:extensionElements></bpmn:message>
</bpmn:definitions>`;

async function buildBuffer() {
  const models = await parseBpmn(bpmn);
  const simulation = createSimulation(models);
  return { simulation, buffer: createMessageBuffer(simulation, models) };
}

const message = { name: 'paid', key: 'k', variables: {}, timeToLive: 'PT1H' };

describe('the message buffer of a simulation', () => {
  it('keeps a message for who comes within its time to live', async () => {
    // given
    const { simulation, buffer } = await buildBuffer();
    buffer.publish(message);
    const id = simulation.start('waits', { id: 'k' });

    // when
    buffer.deliver();

    // then
    expect(simulation.instances.get(id)?.state.status).toBe('completed');
  });

  it('forgets it afterwards, and gives it to one instance of a process only', async () => {
    // given
    const { simulation, buffer } = await buildBuffer();
    const [first, second] = [simulation.start('waits', { id: 'k' }), simulation.start('waits', { id: 'k' })];

    // when
    buffer.publish(message);
    simulation.advanceTime('PT2H');
    buffer.deliver();

    // then
    const statusOf = (id: string) => simulation.instances.get(id)?.state.status;
    expect([statusOf(first), statusOf(second)]).toEqual(['completed', 'active']);
  });

  it('refuses a second message under the same id while it keeps the first', async () => {
    const { simulation, buffer } = await buildBuffer();
    buffer.publish({ ...message, id: 'm' });
    expect(() => buffer.publish({ ...message, id: 'm' })).toThrow('published before');
    simulation.advanceTime('PT1H');
    expect(() => buffer.publish({ ...message, id: 'm' })).not.toThrow();
  });
});
