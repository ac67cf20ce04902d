import { parseBpmn } from './model/parse-bpmn.ts';
import { nextStart, readStartTimer } from './start-timer.ts';

const activeFrom = '2026-01-05T08:00:00.000Z';

async function modelWith(timer: string) {
  const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="file" targetNamespace="http://test">
    <bpmn:process id="yearly" isExecutable="true">
      <bpmn:startEvent id="plain" /><bpmn:startEvent id="timed"><bpmn:timerEventDefinition>${timer}</bpmn:timerEventDefinition></bpmn:startEvent>
      <bpmn:endEvent id="end" /><bpmn:sequenceFlow id="f" sourceRef="timed" targetRef="end" />
    </bpmn:process></bpmn:definitions>`;
  const [model] = await parseBpmn(xml);
  return model!;
}

const date = (text: string) => `<bpmn:timeDate>${text}</bpmn:timeDate>`;
const duration = (text: string) => `<bpmn:timeDuration>${text}</bpmn:timeDuration>`;
const cycle = (text: string) => `<bpmn:timeCycle>${text}</bpmn:timeCycle>`;

describe('the timer of a start event', () => {
  it.each([
    [date('2026-02-01T10:00:00Z'), { dueAt: '2026-02-01T10:00:00.000Z', left: 0, interval: null }],
    [duration('P1M'), { dueAt: '2026-02-05T08:00:00.000Z', left: 0, interval: null }],
    [duration('="P" + string(2) + "D"'), { dueAt: '2026-01-07T08:00:00.000Z', left: 0, interval: null }],
    [cycle('R/P1D'), { dueAt: '2026-01-06T08:00:00.000Z', left: -1, interval: 'P1D' }],
    [cycle('R3/PT1H'), { dueAt: '2026-01-05T09:00:00.000Z', left: 2, interval: 'PT1H' }],
    [cycle('R5/2026-01-03T06:00:00Z/P1D'), { dueAt: '2026-01-06T06:00:00.000Z', left: 1, interval: 'P1D' }],
    [cycle('R2/2026-01-01T06:00:00Z/P1D'), null],
    [date('2026-01-05T07:59:59Z'), null],
  ])('reads %s from the instant of activation', async (timer, expected) => {
    expect(readStartTimer(await modelWith(timer), 'timed', activeFrom)).toEqual(expected);
  });

  it.each([duration('soon'), date('=5'), cycle('R/P0')])('refuses %s, naming the element', async (timer) => {
    const model = await modelWith(timer);
    expect(() => readStartTimer(model, 'timed', activeFrom)).toThrow('"timed"');
  });

  it('refuses an element that is no timer start', async () => {
    const model = await modelWith(duration('P1D'));
    expect(() => readStartTimer(model, 'plain', activeFrom)).toThrow('"plain" is no timer start event');
  });

  it('counts the starts of a cycle down', () => {
    // given
    const first = { dueAt: '2026-01-05T09:00:00.000Z', left: 1, interval: 'PT1H' };

    // when
    const second = nextStart(first, first.dueAt);

    // then
    expect(second).toEqual({ dueAt: '2026-01-05T10:00:00.000Z', left: 0, interval: 'PT1H' });
    expect(nextStart(second!, second!.dueAt)).toBeNull();
  });

  it('does not make up for starts that were missed', () => {
    const daily = { dueAt: '2026-01-05T09:00:00.000Z', left: -1, interval: 'P1D' };
    expect(nextStart(daily, '2026-01-10T12:00:00.000Z')).toEqual({ ...daily, dueAt: '2026-01-11T09:00:00.000Z' });
  });

  it('ends a cycle whose interval leads nowhere', () => {
    expect(nextStart({ dueAt: activeFrom, left: -1, interval: 'PT0S' }, activeFrom)).toBeNull();
  });
});
