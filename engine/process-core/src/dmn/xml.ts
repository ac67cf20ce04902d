import { Parser } from 'saxen';
import { DmnParseError } from './errors.ts';

/** An element without its namespace prefix, in file order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
  /** Line in the file, from 1. */
  readonly line: number;
}

const MAX_SIZE = 2_000_000;
/** Of all text but white space: compiling it takes some microseconds a character. */
const MAX_TEXT = 300_000;
const MAX_DEPTH = 64;
const MAX_ELEMENTS = 50_000;

/**
 * Reads XML into a tree of its elements. Refuses document types, processing of entities beyond XML's own, and files
 * that are too large or too deep, with a `DmnParseError` that names the line.
 */
export function readXml(xml: string): XmlElement {
  if (xml.length > MAX_SIZE) throw new DmnParseError(`The file is longer than ${MAX_SIZE} characters.`);
  const doctype = xml.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (doctype >= 0) throw new DmnParseError('A document type (DOCTYPE) is not allowed.', lineAt(xml, doctype));
  return buildTree(xml);
}

function lineAt(xml: string, offset: number): number {
  return xml.slice(0, offset).split('\n').length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function buildTree(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '', line: 0 };
  const open: XmlElement[] = [root];
  let count = 0;
  let size = 0;
  const addText = (text: string, line: number): void => {
    size += text.trim().length;
    if (size > MAX_TEXT) throw new DmnParseError(`The file has more than ${MAX_TEXT} characters of text.`, line);
    const element = open.at(-1);
    if (element) element.text += text;
  };
  const parser = new Parser();
  parser.on('openTag', (name, getAttributes, decode, _selfClosing, getContext) => {
    const line = getContext().line + 1;
    if (++count > MAX_ELEMENTS) throw new DmnParseError(`The file has more than ${MAX_ELEMENTS} elements.`, line);
    if (open.length > MAX_DEPTH) {
      throw new DmnParseError(`<${name}> is nested deeper than ${MAX_DEPTH} levels.`, line);
    }
    const element: XmlElement = {
      name: localName(name),
      attributes: decodeAll(getAttributes(), decode),
      children: [],
      text: '',
      line,
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closeTag', () => {
    open.pop();
  });
  parser.on('text', (text, decode, getContext) => {
    addText(decode(text), getContext().line + 1);
  });
  parser.on('cdata', (text, getContext) => {
    addText(text, getContext().line + 1);
  });
  parser.on('error', (error, getContext) => {
    throw new DmnParseError(`The file is not well-formed XML: ${error.message}.`, getContext().line + 1);
  });
  parser.parse(xml);
  return onlyRoot(root);
}

function onlyRoot(root: XmlElement): XmlElement {
  const [first] = root.children;
  if (!first) throw new DmnParseError('The file holds no XML element.');
  return first;
}

function decodeAll(attributes: Record<string, string>, decode: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decode(value)]));
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The trimmed `<text>` inside an element. */
export function textOf(element: XmlElement | undefined): string {
  return (element && childNamed(element, 'text')?.text.trim()) ?? '';
}
