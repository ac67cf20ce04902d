import { childrenOf, parseXml, remove, toXml } from './bpmn-document.ts';

/**
 * Gives the decisions of a DMN file, and the file itself, ids of one version: each id gets the suffix, and so do the
 * references to it. A decision without a variable keeps its id as the name of its result. Pure; the diagram is left
 * out.
 */
export function transformDmn(xml: string, suffix: string): string {
  const document = parseXml(xml);
  const root = document.documentElement;
  const decisions = childrenOf(root).filter(({ localName }) => localName === 'decision');
  const ids = new Set(decisions.map((decision) => decision.getAttribute('id') ?? ''));
  childrenOf(root)
    .filter(({ localName }) => localName === 'DMNDI')
    .forEach(remove);
  root.setAttribute('id', `${root.getAttribute('id') ?? 'definitions'}${suffix}`);
  for (const decision of decisions) {
    const id = decision.getAttribute('id') ?? '';
    if (!childrenOf(decision).some(({ localName }) => localName === 'variable')) nameResult(decision, id);
    decision.setAttribute('id', `${id}${suffix}`);
  }
  for (const element of Array.from(document.getElementsByTagName('*'))) {
    const reference = element.getAttribute('href');
    if (reference?.startsWith('#') && ids.has(reference.slice(1))) {
      element.setAttribute('href', `${reference}${suffix}`);
    }
  }
  return toXml(document);
}

/** The schema wants the variable behind descriptions and extensions, before everything else. */
function nameResult(decision: Element, name: string): void {
  const variable = decision.ownerDocument.createElementNS(
    decision.namespaceURI,
    `${decision.prefix ? `${decision.prefix}:` : ''}variable`,
  );
  variable.setAttribute('id', `${name}_result`);
  variable.setAttribute('name', name);
  const leading = new Set(['description', 'extensionElements', 'question', 'allowedAnswers']);
  const anchor = childrenOf(decision).find(({ localName }) => !leading.has(localName ?? ''));
  decision.insertBefore(variable, anchor ?? null);
}
