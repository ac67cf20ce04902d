import { toDecimal } from '../feel/decimal.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../feel/temporal/parse.ts';
import { FeelContext } from '../feel/values.ts';
import type { FeelValue } from '../feel/values.ts';
import { childNamed, childrenNamed, readXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** A case of the DMN Technology Compatibility Kit. */
export interface TckCase {
  /** `folder/case id/result name`. */
  id: string;
  modelFile: string;
  /** The decision or decision service to evaluate. */
  invocable: string;
  inputs: Record<string, FeelValue>;
  /** The entry of the result that is meant, where a service gives several. */
  resultName: string;
  expected: FeelValue;
}

/** The cases in a test file of the kit. */
export function readTckCases(folder: string, xml: string): TckCase[] {
  const root = readXml(xml);
  const modelFile = childNamed(root, 'modelName')?.text.trim() ?? '';
  return childrenNamed(root, 'testCase').flatMap((testCase) => readCase(testCase, folder, modelFile));
}

function readCase(testCase: XmlElement, folder: string, modelFile: string): TckCase[] {
  const inputs = Object.fromEntries(
    childrenNamed(testCase, 'inputNode').map((node) => [node.attributes['name'] ?? '', readValue(node)]),
  );
  return childrenNamed(testCase, 'resultNode').map((node) => {
    const resultName = node.attributes['name'] ?? '';
    const expected = childNamed(node, 'expected');
    return {
      id: `${folder}/${testCase.attributes['id'] ?? ''}/${resultName}`,
      modelFile,
      invocable: testCase.attributes['invocableName'] ?? resultName,
      inputs,
      resultName,
      expected: expected ? readValue(expected) : null,
    };
  });
}

function readValue(element: XmlElement): FeelValue {
  const components = childrenNamed(element, 'component');
  if (components.length > 0) {
    return new FeelContext(
      new Map(components.map((component) => [component.attributes['name'] ?? '', readValue(component)])),
    );
  }
  const list = childNamed(element, 'list');
  if (list) return list.attributes['xsi:nil'] === 'true' ? null : childrenNamed(list, 'item').map(readValue);
  const value = childNamed(element, 'value');
  if (!value || value.attributes['xsi:nil'] === 'true') return null;
  return readSimple(value.attributes['xsi:type'] ?? 'xsd:string', value.text);
}

function readSimple(type: string, text: string): FeelValue {
  switch (type.slice(type.indexOf(':') + 1)) {
    case 'boolean':
      return text.trim() === 'true';
    case 'decimal':
    case 'double':
      return toDecimal(text.trim());
    case 'date':
      return parseDate(text.trim());
    case 'time':
      return parseTime(text.trim(), 'dmn');
    case 'dateTime':
      return parseDateTime(text.trim(), 'dmn');
    case 'duration':
      return parseDuration(text.trim(), 'dmn');
    default:
      return text;
  }
}
