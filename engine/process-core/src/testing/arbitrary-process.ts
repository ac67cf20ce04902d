import fc from 'fast-check';

/** A block-structured process: every fork has its join, so that it always comes to an end. */
export type Block =
  | { kind: 'task'; timer: boolean }
  | { kind: 'sequence'; blocks: Block[] }
  | { kind: 'exclusive' | 'parallel' | 'inclusive'; branches: { taken: boolean; block: Block }[] }
  | { kind: 'subProcess'; block: Block; timer: boolean };

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('task' as const), timer: fc.boolean() }),
    fc.record({
      kind: fc.constant('sequence' as const),
      blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constantFrom('exclusive' as const, 'parallel' as const, 'inclusive' as const),
      branches: fc.array(fc.record({ taken: fc.boolean(), block: tie('block') }), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('subProcess' as const), block: tie('block'), timer: fc.boolean() }),
  ),
}));

export const arbitraryBlock: fc.Arbitrary<Block> = block;

interface Xml {
  elements: string[];
  next: number;
}

interface Ends {
  first: string;
  last: string;
}

export function toBpmn(root: Block): string {
  const xml: Xml = { elements: [], next: 1 };
  writeContainer(xml, root);
  return `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
<bpmn:process id="random" isExecutable="true">${xml.elements.join('\n')}</bpmn:process></bpmn:definitions>`;
}

function writeContainer(xml: Xml, inner: Block): void {
  const [start, end] = [newId(xml, 'Start'), newId(xml, 'End')];
  xml.elements.push(`<bpmn:startEvent id="${start}" />`, `<bpmn:endEvent id="${end}" />`);
  const { first, last } = writeBlock(xml, inner);
  writeFlow(xml, start, first);
  writeFlow(xml, last, end);
}

function writeBlock(xml: Xml, inner: Block): Ends {
  switch (inner.kind) {
    case 'task':
      return writeActivity(xml, 'userTask', '', inner.timer);
    case 'sequence':
      return inner.blocks.map((one) => writeBlock(xml, one)).reduce((before, after) => join(xml, before, after));
    case 'subProcess': {
      const content: Xml = { elements: [], next: xml.next };
      writeContainer(content, inner.block);
      xml.next = content.next;
      return writeActivity(xml, 'subProcess', content.elements.join('\n'), inner.timer);
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
