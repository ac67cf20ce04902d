import fc from 'fast-check';

/** A block-structured process: every fork has its join, so that it always comes to an end. */
export type Block =
  | { kind: 'task'; timer: boolean; listeners: boolean }
  | { kind: 'signal' }
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
    fc.record({ kind: fc.constant('signal' as const) }),
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
<bpmn:escalation id="Escalation" escalationCode="NEWS" /><bpmn:signal id="Signal" name="go" />
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
