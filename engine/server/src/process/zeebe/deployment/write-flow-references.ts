import { BPMN, childrenNamed, childrenOf, create, elementsOf, remove } from './bpmn-document.ts';

/** Children that BPMN's schema puts before `incoming` and `outgoing`. */
const before: ReadonlySet<string> = new Set([
  'documentation',
  'extensionElements',
  'auditing',
  'monitoring',
  'categoryValueRef',
]);

/**
 * Writes the `incoming` and `outgoing` children of every flow node from the sequence flows: authors may leave them
 * out, and Zeebe refuses a boundary event without them.
 */
export function writeFlowReferences(document: Document): void {
  const flows = elementsOf(document, BPMN, 'sequenceFlow');
  const nodes = new Map(
    Array.from(document.getElementsByTagName('*'))
      .filter((element) => element.namespaceURI === BPMN && element.hasAttribute('id'))
      .map((element) => [element.getAttribute('id') ?? '', element]),
  );
  for (const name of ['incoming', 'outgoing']) elementsOf(document, BPMN, name).forEach(remove);
  for (const flow of flows) {
    const id = flow.getAttribute('id') ?? '';
    insert(nodes.get(flow.getAttribute('targetRef') ?? ''), 'incoming', id);
  }
  for (const flow of flows) {
    const id = flow.getAttribute('id') ?? '';
    insert(nodes.get(flow.getAttribute('sourceRef') ?? ''), 'outgoing', id);
  }
}

function insert(node: Element | undefined, name: 'incoming' | 'outgoing', flowId: string): void {
  if (!node) return;
  const reference = create(node.ownerDocument, BPMN, name);
  reference.appendChild(node.ownerDocument.createTextNode(flowId));
  const last = [...childrenNamed(node, BPMN, 'incoming'), ...childrenNamed(node, BPMN, 'outgoing')].at(-1);
  const anchor = last ?? childrenOf(node).findLast((child) => before.has(child.localName ?? ''));
  node.insertBefore(reference, anchor ? anchor.nextSibling : node.firstChild);
}
