import fc from 'fast-check';

/** A block-structured process: every fork has its join, so that it always comes to an end. */
export type Block =
  | { kind: 'task'; timer: boolean; listeners: boolean }
  | { kind: 'signal' | 'message' | 'job' }
  | { kind: 'rounds'; sequential: boolean; count: number }
  /** A sub-process that ends with an error, which its boundary catches. */
  | { kind: 'failing'; block: Block }
  /** Started together, by their ids; it ends with the last. */
  | { kind: 'adHoc'; started: boolean[] }
  | { kind: 'sequence'; blocks: Block[] }
  | { kind: 'exclusive' | 'parallel' | 'inclusive'; branches: { taken: boolean; block: Block }[] }
  | { kind: 'subProcess'; block: Block; timer: boolean; escalation: Escalation }
  /** Done, then undone: activities with handlers, and a compensation event behind them. */
  | { kind: 'compensated'; block: Block }
  | { kind: 'linked'; before: Block; after: Block };

/** How the boundary of a sub-process takes the escalation thrown within it. */
type Escalation = 'none' | 'lost' | 'interrupting' | 'beside';

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('task' as const), timer: fc.boolean(), listeners: fc.boolean() }),
    fc.record({ kind: fc.constantFrom('signal' as const, 'message' as const, 'job' as const) }),
    fc.record({ kind: fc.constant('rounds' as const), sequential: fc.boolean(), count: fc.nat(3) }),
    fc.record({ kind: fc.constant('failing' as const), block: tie('block') }),
    fc.record({
      kind: fc.constant('adHoc' as const),
      started: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }).map(([, ...others]) => [true, ...others]),
    }),
    fc.record({
      kind: fc.constant('sequence' as const),
      blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constantFrom('exclusive' as const, 'parallel' as const, 'inclusive' as const),
      branches: fc.array(fc.record({ taken: fc.boolean(), block: tie('block') }), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('subProcess' as const),
      block: tie('block'),
      timer: fc.boolean(),
      escalation: fc.constantFrom<Escalation>('none', 'lost', 'interrupting', 'beside'),
    }),
    fc.record({ kind: fc.constant('compensated' as const), block: tie('block') }),
    fc.record({ kind: fc.constant('linked' as const), before: tie('block'), after: tie('block') }),
  ),
}));

export const arbitraryBlock: fc.Arbitrary<Block> = block;

interface Xml {
  elements: string[];
  /** Associations; they stand behind all elements. */
  artifacts: string[];
  next: number;
}

interface Ends {
  first: string;
  last: string;
}

export function toBpmn(root: Block): string {
  const xml: Xml = { elements: [], artifacts: [], next: 1 };
  writeContainer(xml, root);
  return `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
<bpmn:escalation id="Escalation" escalationCode="NEWS" /><bpmn:signal id="Signal" name="go" /><bpmn:error id="Error" errorCode="BAD" />
${message}
<bpmn:process id="random" isExecutable="true">${contentOf(xml)}</bpmn:process></bpmn:definitions>`;
}

function contentOf(xml: Xml): string {
  return [...xml.elements, ...xml.artifacts].join('\n');
}

function writeContainer(xml: Xml, inner: Block, isEscalating = false): void {
  const [start, end] = [newId(xml, 'Start'), newId(xml, 'End')];
  xml.elements.push(`<bpmn:startEvent id="${start}" />`, `<bpmn:endEvent id="${end}" />`);
  const content = writeBlock(xml, inner);
  const { first, last } = isEscalating ? join(xml, writeThrow(xml, escalation), content) : content;
  writeFlow(xml, start, first);
  writeFlow(xml, last, end);
}

function writeBlock(xml: Xml, inner: Block): Ends {
  switch (inner.kind) {
    case 'task':
      return writeActivity(xml, 'userTask', inner.listeners ? listeners : '', inner.timer);
    case 'job':
      return writeActivity(
        xml,
        'serviceTask',
        '<bpmn:extensionElements><zeebe:taskDefinition type="work" /></bpmn:extensionElements>',
        false,
      );
    case 'message':
      return writeEvent(xml, 'intermediateCatchEvent', '<bpmn:messageEventDefinition messageRef="Message" />');
    case 'rounds':
      return writeActivity(xml, 'userTask', roundsOf(inner), false);
    case 'failing':
      return writeFailing(xml, inner.block);
    case 'adHoc':
      return writeAdHoc(xml, inner.started);
    case 'signal':
      return writeEvent(xml, 'intermediateCatchEvent', '<bpmn:signalEventDefinition signalRef="Signal" />');
    case 'compensated':
      return writeCompensated(xml, inner.block);
    case 'linked':
      return writeLinked(xml, inner.before, inner.after);
    case 'sequence':
      return inner.blocks.map((one) => writeBlock(xml, one)).reduce((before, after) => join(xml, before, after));
    case 'subProcess': {
      const content: Xml = { elements: [], artifacts: [], next: xml.next };
      writeContainer(content, inner.block, inner.escalation !== 'none');
      xml.next = content.next;
      const activity = writeActivity(xml, 'subProcess', contentOf(content), inner.timer);
      return writeEscalated(xml, activity, inner.escalation);
    }
    default:
      return writeGateway(xml, inner);
  }
}

function join(xml: Xml, before: Ends, after: Ends): Ends {
  writeFlow(xml, before.last, after.first);
  return { first: before.first, last: after.last };
}

/** An activity, perhaps with an interrupting timer whose way leads back by an exclusive gateway. */
function writeActivity(xml: Xml, type: string, content: string, timer: boolean): Ends {
  const id = newId(xml, type);
  xml.elements.push(`<bpmn:${type} id="${id}">${content}</bpmn:${type}>`);
  if (!timer) return { first: id, last: id };
  const [event, merge] = [newId(xml, 'Timer'), newId(xml, 'Merge')];
  xml.elements.push(
    `<bpmn:boundaryEvent id="${event}" attachedToRef="${id}"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`,
    `<bpmn:exclusiveGateway id="${merge}" />`,
  );
  writeFlow(xml, id, merge);
  writeFlow(xml, event, merge);
  return { first: id, last: merge };
}

const listeners =
  '<bpmn:extensionElements><zeebe:executionListeners><zeebe:executionListener eventType="start" type="before" />' +
  '<zeebe:executionListener eventType="end" type="after" /></zeebe:executionListeners></bpmn:extensionElements>';
const message =
  '<bpmn:message id="Message" name="came"><bpmn:extensionElements><zeebe:subscription correlationKey="=&quot;1&quot;" />' +
  '</bpmn:extensionElements></bpmn:message>';
const escalation = '<bpmn:escalationEventDefinition escalationRef="Escalation" />';
const compensation = '<bpmn:compensateEventDefinition />';

function writeEvent(xml: Xml, type: string, definition: string): Ends {
  const id = newId(xml, 'Event');
  xml.elements.push(`<bpmn:${type} id="${id}">${definition}</bpmn:${type}>`);
  return { first: id, last: id };
}

function writeThrow(xml: Xml, definition: string): Ends {
  return writeEvent(xml, 'intermediateThrowEvent', definition);
}

function roundsOf({ sequential, count }: Extract<Block, { kind: 'rounds' }>): string {
  const items = Array.from({ length: count }, (_, index) => index + 1).join(', ');
  return (
    `<bpmn:multiInstanceLoopCharacteristics isSequential="${String(sequential)}"><bpmn:extensionElements>` +
    `<zeebe:loopCharacteristics inputCollection="=[${items}]" inputElement="item" outputCollection="collected" outputElement="=item * loopCounter" />` +
    '</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>'
  );
}

/** Its normal end is never come to: after the block an error is thrown. */
function writeFailing(xml: Xml, inner: Block): Ends {
  const content: Xml = { elements: [], artifacts: [], next: xml.next };
  const [start, end] = [newId(content, 'Start'), newId(content, 'Bad')];
  content.elements.push(
    `<bpmn:startEvent id="${start}" />`,
    `<bpmn:endEvent id="${end}"><bpmn:errorEventDefinition errorRef="Error" /></bpmn:endEvent>`,
  );
  const { first, last } = writeBlock(content, inner);
  writeFlow(content, start, first);
  writeFlow(content, last, end);
  xml.next = content.next;
  const activity = writeActivity(xml, 'subProcess', contentOf(content), false);
  const [event, merge] = [newId(xml, 'Caught'), newId(xml, 'Merge')];
  xml.elements.push(
    `<bpmn:boundaryEvent id="${event}" attachedToRef="${activity.first}"><bpmn:errorEventDefinition errorRef="Error" /></bpmn:boundaryEvent>`,
    `<bpmn:exclusiveGateway id="${merge}" />`,
  );
  writeFlow(xml, event, merge);
  writeFlow(xml, activity.last, merge);
  return { first: activity.first, last: merge };
}

function writeAdHoc(xml: Xml, started: readonly boolean[]): Ends {
  const ids = started.map(() => newId(xml, 'Needed'));
  const first = ids.filter((_, index) => started[index]).map((id) => `&quot;${id}&quot;`);
  const content =
    `<bpmn:extensionElements><zeebe:adHoc activeElementsCollection="=[${first.join(', ')}]" /></bpmn:extensionElements>` +
    ids.map((id) => `<bpmn:userTask id="${id}" />`).join('');
  return writeActivity(xml, 'adHocSubProcess', content, false);
}

/** An escalation boundary event whose way leads back, or to an end of its own beside the activity. */
function writeEscalated(xml: Xml, { first, last }: Ends, how: Escalation): Ends {
  if (how === 'none' || how === 'lost') return { first, last };
  const event = newId(xml, 'Caught');
  const interrupts = how === 'interrupting';
  xml.elements.push(
    `<bpmn:boundaryEvent id="${event}" attachedToRef="${first}" cancelActivity="${String(interrupts)}">${escalation}</bpmn:boundaryEvent>`,
  );
  const next = interrupts ? newId(xml, 'Merge') : newId(xml, 'Aside');
  xml.elements.push(interrupts ? `<bpmn:exclusiveGateway id="${next}" />` : `<bpmn:endEvent id="${next}" />`);
  writeFlow(xml, event, next);
  if (!interrupts) return { first, last };
  writeFlow(xml, last, next);
  return { first, last: next };
}

function writeCompensated(xml: Xml, inner: Block): Ends {
  const [task, event, handler] = [newId(xml, 'Done'), newId(xml, 'Undo'), newId(xml, 'Handler')];
  xml.elements.push(
    `<bpmn:userTask id="${task}" />`,
    `<bpmn:boundaryEvent id="${event}" attachedToRef="${task}">${compensation}</bpmn:boundaryEvent>`,
    `<bpmn:userTask id="${handler}" isForCompensation="true" />`,
  );
  xml.artifacts.push(`<bpmn:association id="${newId(xml, 'To')}" sourceRef="${event}" targetRef="${handler}" />`);
  const done = join(xml, { first: task, last: task }, writeBlock(xml, inner));
  return join(xml, done, writeThrow(xml, compensation));
}

function writeLinked(xml: Xml, before: Block, after: Block): Ends {
  const definition = `<bpmn:linkEventDefinition name="${newId(xml, 'link')}" />`;
  const to = join(xml, writeBlock(xml, before), writeThrow(xml, definition));
  const from = join(xml, writeEvent(xml, 'intermediateCatchEvent', definition), writeBlock(xml, after));
  return { first: to.first, last: from.last };
}

function writeGateway(xml: Xml, inner: Extract<Block, { branches: unknown }>): Ends {
  const [fork, merge] = [newId(xml, 'Fork'), newId(xml, 'Join')];
  const isParallel = inner.kind === 'parallel';
  const flows = inner.branches.map(({ taken, block: branch }) => {
    const { first, last } = writeBlock(xml, branch);
    writeFlow(xml, last, merge);
    return writeFlow(xml, fork, first, isParallel ? undefined : `=${String(taken)}`);
  });
  const otherwise = isParallel ? '' : ` default="${flows[0] ?? ''}"`;
  xml.elements.push(
    `<bpmn:${inner.kind}Gateway id="${fork}"${otherwise} />`,
    `<bpmn:${inner.kind}Gateway id="${merge}" />`,
  );
  return { first: fork, last: merge };
}

function writeFlow(xml: Xml, from: string, to: string, condition?: string): string {
  const id = newId(xml, 'Flow');
  const content = condition === undefined ? '' : `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`;
  xml.elements.push(
    `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${content}</bpmn:sequenceFlow>`,
  );
  return id;
}

function newId(xml: Xml, name: string): string {
  xml.next += 1;
  return `${name}_${xml.next}`;
}
