import { namedType } from '../feel/types.ts';
import type { FeelType } from '../feel/values.ts';
import { CompileContext, withNames } from './compile-context.ts';
import { findCycle } from './cycles.ts';
import { DmnParseError } from './errors.ts';
import { readItemDefinitions, withoutPrefix } from './item-definitions.ts';
import type { TypeLookup } from './item-definitions.ts';
import { compileBody, readParameters } from './logic/functions.ts';
import { LOGIC_COMPILERS } from './logic/registry.ts';
import type { Decision, DecisionService, DmnModel, InputData, KnowledgeModel, Parameter, Reference } from './model.ts';
import { childNamed, childrenNamed, readXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

export interface ParseDmnOptions {
  /** The models that this one imports, found by their namespace. */
  imports?: readonly DmnModel[];
  /** Lets a broken expression fail when its decision is evaluated, as a designer wants it; normally parsing fails. */
  lenient?: boolean;
}

/**
 * Reads a DMN 1.1 to 1.5 file and compiles all its expressions. Throws `DmnParseError` with the element and line. A
 * promise, so that a caller need not change should reading ever leave the thread.
 */
export function parseDmn(xml: string, options: ParseDmnOptions = {}): Promise<DmnModel> {
  return new Promise((resolve) => {
    resolve(readModel(xml, options));
  });
}

function readModel(xml: string, { imports = [], lenient = false }: ParseDmnOptions): DmnModel {
  const root = readXml(xml);
  if (root.name !== 'definitions')
    throw new DmnParseError(`<${root.name}> is no DMN model; <definitions> was expected.`, root.line);
  const imported = readImports(root, imports);
  const importedType = createImportedTypes(imported);
  const types = readItemDefinitions(root, importedType);
  const reader = new ModelReader(root, imported, types, importedType, lenient);
  const model = reader.read();
  const cycle = findCycle(model);
  if (cycle) throw new DmnParseError(`The decisions ${cycle.join(' → ')} require each other.`);
  return model;
}

function readImports(root: XmlElement, available: readonly DmnModel[]): Map<string, { name: string; model: DmnModel }> {
  const found = new Map<string, { name: string; model: DmnModel }>();
  for (const { attributes, line } of childrenNamed(root, 'import')) {
    const namespace = attributes['namespace'] ?? '';
    const model = available.find((candidate) => candidate.namespace === namespace);
    if (!model) throw new DmnParseError(`The imported model '${namespace}' is missing.`, line);
    found.set(namespace, { name: attributes['name'] ?? model.name, model });
  }
  return found;
}

function createImportedTypes(imported: ReadonlyMap<string, { name: string; model: DmnModel }>): TypeLookup {
  return (typeRef) => {
    for (const { name, model } of imported.values()) {
      const inner = typeRef.startsWith(`${name}.`) ? typeRef.slice(name.length + 1) : undefined;
      const type = inner === undefined ? undefined : model.types.get(inner);
      if (type) return type;
    }
    return undefined;
  };
}

class ModelReader {
  readonly #typeOf: TypeLookup;
  readonly #names: DmnModel['names'];

  constructor(
    readonly root: XmlElement,
    readonly imports: DmnModel['imports'],
    readonly types: ReadonlyMap<string, FeelType>,
    importedType: TypeLookup,
    readonly lenient: boolean,
  ) {
    this.#typeOf = (typeRef) =>
      types.get(typeRef) ??
      types.get(withoutPrefix(typeRef)) ??
      namedType(withoutPrefix(typeRef)) ??
      importedType(typeRef);
    this.#names = withNames({}, this.#variables());
  }

  read(): DmnModel {
    const { attributes } = this.root;
    return {
      id: attributes['id'] ?? '',
      name: attributes['name'] ?? '',
      namespace: attributes['namespace'] ?? '',
      inputs: this.#elements('inputData', (element) => this.#base(element)),
      decisions: this.#elements('decision', (element) => this.#decision(element)),
      knowledge: this.#elements('businessKnowledgeModel', (element) => this.#knowledge(element)),
      services: this.#elements('decisionService', (element) => this.#service(element)),
      imports: this.imports,
      types: this.types,
      names: this.#names,
    };
  }

  /** The variables of all elements and the names of the imports, whose spelling the grammar may have to know. */
  #variables(): Parameter[] {
    const kinds = ['inputData', 'decision', 'businessKnowledgeModel', 'decisionService'];
    const own = this.root.children.filter((child) => kinds.includes(child.name)).map((element) => this.#base(element));
    const imported = [...this.imports.values()].map(({ name }) => ({ name, type: undefined }));
    return [...own.map(({ variable, type }) => ({ name: variable, type })), ...imported];
  }

  #elements<T extends { id: string }>(name: string, read: (element: XmlElement) => T): Map<string, T> {
    const found = new Map<string, T>();
    for (const element of childrenNamed(this.root, name)) {
      const item = read(element);
      if (found.has(item.id)) throw new DmnParseError(`The id '${item.id}' occurs twice.`, element.line, item.id);
      found.set(item.id, item);
    }
    return found;
  }

  #base(element: XmlElement): InputData {
    const variable = childNamed(element, 'variable')?.attributes;
    const name = element.attributes['name'] ?? '';
    const typeRef = variable?.['typeRef'];
    return {
      id: element.attributes['id'] ?? name,
      name,
      variable: variable?.['name'] ?? name,
      type: typeRef === undefined ? undefined : this.#typeOf(typeRef),
    };
  }

  #context(ownerId: string): CompileContext {
    return new CompileContext(ownerId, LOGIC_COMPILERS, this.#typeOf, this.lenient, this.#names);
  }

  #decision(element: XmlElement): Decision {
    const base = this.#base(element);
    const information = childrenNamed(element, 'informationRequirement');
    return {
      ...base,
      requiredDecisions: references(information, 'requiredDecision'),
      requiredInputs: references(information, 'requiredInput'),
      requiredKnowledge: references(childrenNamed(element, 'knowledgeRequirement'), 'requiredKnowledge'),
      logic: this.#context(base.id).logicIn(element),
    };
  }

  #knowledge(element: XmlElement): KnowledgeModel {
    const base = this.#base(element);
    const body = childNamed(element, 'encapsulatedLogic');
    const parameters = body ? readParameters(body, this.#typeOf) : [];
    return {
      ...base,
      requiredKnowledge: references(childrenNamed(element, 'knowledgeRequirement'), 'requiredKnowledge'),
      parameters,
      logic: body && compileBody(body, parameters, this.#context(base.id)),
    };
  }

  #service(element: XmlElement): DecisionService {
    return {
      ...this.#base(element),
      outputs: references([element], 'outputDecision'),
      encapsulated: references([element], 'encapsulatedDecision'),
      inputDecisions: references([element], 'inputDecision'),
      inputs: references([element], 'inputData'),
    };
  }
}

function references(parents: readonly XmlElement[], name: string): Reference[] {
  return parents
    .flatMap((parent) => childrenNamed(parent, name))
    .map(({ attributes, line }) => {
      const href = attributes['href'] ?? '';
      const hash = href.lastIndexOf('#');
      return { id: href.slice(hash + 1), namespace: hash > 0 ? href.slice(0, hash) : undefined, line };
    });
}
