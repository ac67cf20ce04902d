import { DOMParser, XMLSerializer } from '@xmldom/xmldom';

export const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
export const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';

/** Parses XML that was checked when it was published. Throws when it is not well-formed. */
export function parseXml(xml: string): Document {
  const refuse = (message: unknown): never => {
    throw new Error(`The XML cannot be read: ${String(message)}`);
  };
  return new DOMParser({ errorHandler: { error: refuse, fatalError: refuse } }).parseFromString(xml, 'text/xml');
}

export function toXml(document: Document): string {
  return new XMLSerializer().serializeToString(document);
}

/** All elements of this name in the document, in document order. */
export function elementsOf(parent: Document | Element, namespace: string, name: string): Element[] {
  return Array.from(parent.getElementsByTagNameNS(namespace, name));
}

export function childrenOf(parent: Node): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1);
}

export function childrenNamed(parent: Node, namespace: string, name: string): Element[] {
  return childrenOf(parent).filter((child) => child.namespaceURI === namespace && child.localName === name);
}

export function extensionOf(element: Element, name: string): Element | undefined {
  const [extensions] = childrenNamed(element, BPMN, 'extensionElements');
  return extensions && childrenNamed(extensions, ZEEBE, name)[0];
}

export function remove(element: Element): void {
  element.parentNode?.removeChild(element);
}

/** A new element under the prefix that the document has for the namespace. */
export function create(document: Document, namespace: string, name: string, attributes: Record<string, string> = {}) {
  const element = document.createElementNS(namespace, `${prefixOf(document, namespace)}${name}`);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function prefixOf(document: Document, namespace: string): string {
  const attributes = Array.from(document.documentElement.attributes);
  const declared = attributes.find(({ name, value }) => name.startsWith('xmlns') && value === namespace);
  if (!declared) {
    document.documentElement.setAttribute('xmlns:zeebe', ZEEBE);
    return 'zeebe:';
  }
  return declared.name === 'xmlns' ? '' : `${declared.name.slice('xmlns:'.length)}:`;
}

/** The `extensionElements` of an element, made when it has none. */
export function extensionsOf(element: Element): Element {
  const [present] = childrenNamed(element, BPMN, 'extensionElements');
  if (present) return present;
  const made = create(element.ownerDocument, BPMN, 'extensionElements');
  const documentation = childrenNamed(element, BPMN, 'documentation').at(-1);
  element.insertBefore(made, documentation ? documentation.nextSibling : element.firstChild);
  return made;
}
