import { fromJson } from '../feel/from-json.ts';
import { conforms } from '../feel/types.ts';
import { isSpecialName, namesInside, readItemDefinitions } from './item-definitions.ts';
import { readXml } from './xml.ts';

const types = readItemDefinitions(
  readXml(`<definitions>
    <itemDefinition name="tLevel"><typeRef>string</typeRef><allowedValues><text>"low", "high"</text></allowedValues></itemDefinition>
    <itemDefinition name="tLevels" isCollection="true"><typeRef>tLevel</typeRef></itemDefinition>
    <itemDefinition name="tPerson">
      <itemComponent name="level"><typeRef>tLevel</typeRef></itemComponent>
      <itemComponent name="date of birth"><typeRef>feel:number</typeRef></itemComponent>
    </itemDefinition>
    <itemDefinition name="tTree"><itemComponent name="next"><typeRef>tTree</typeRef></itemComponent></itemDefinition>
    <itemDefinition name="tCheck"><functionItem outputTypeRef="boolean"><parameters name="x" typeRef="number"/></functionItem></itemDefinition>
  </definitions>`),
  () => undefined,
);

describe('item definitions', () => {
  it.each([
    ['tLevel', 'low', true],
    ['tLevel', 'middle', false],
    ['tLevel', 1, false],
    ['tLevels', ['low', 'high'], true],
    ['tLevels', ['low', 'none'], false],
    ['tPerson', { level: 'low', 'date of birth': 1 }, true],
    ['tPerson', { level: 'none', 'date of birth': 1 }, false],
    ['tPerson', { level: 'low' }, false],
    ['tTree', { next: { anything: 1 } }, true],
  ])('%s allows %j: %s', (name, value, expected) => {
    expect(conforms(fromJson(value), types.get(name) ?? { kind: 'unknown' })).toBe(expected);
  });

  it('describe functions', () => {
    expect(types.get('tCheck')).toEqual({
      kind: 'function of',
      params: [{ kind: 'number' }],
      result: { kind: 'boolean' },
    });
  });

  it.each([
    ['name', false],
    ['monthly salary', false],
    ['net-income', true],
    ['date of birth', true],
    ['income and rent', true],
    ['part 1', true],
    ['vârstă', false],
  ])('the grammar has to be told of %j: %s', (name, expected) => {
    expect(isSpecialName(name)).toBe(expected);
  });

  it('tell the special names inside them', () => {
    expect(namesInside(types.get('tPerson'))).toEqual({ 'date of birth': 1 });
    expect(namesInside(types.get('tLevel'))).toBeUndefined();
  });
});
