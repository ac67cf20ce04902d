import { userFunction } from '../feel/nodes/boxed.ts';
import type { Scope } from '../feel/run.ts';
import { coerce } from '../feel/types.ts';
import { FeelContext, kindOf } from '../feel/values.ts';
import type { FeelType, FeelValue } from '../feel/values.ts';
import { DecisionError } from './errors.ts';
import type { Decision, DecisionService, DmnModel, InputData, KnowledgeModel, Reference, Trace } from './model.ts';

/** What a reference leads to, with the import's name where it lies in another model. */
interface Target<T> {
  element: T;
  owner: DmnModel;
  importName: string | undefined;
}

type Kind = 'decisions' | 'inputs' | 'knowledge' | 'services';

/** One evaluation over the requirements graph: every decision is evaluated once, what it requires first. */
export class Requirements {
  readonly #values = new Map<Decision, FeelValue>();
  /** Values given from outside in place of inputs and decisions, by name, as a decision service does. */
  readonly #given: ReadonlyMap<string, FeelValue>;

  constructor(
    readonly model: DmnModel,
    readonly base: Scope,
    readonly trace: Trace,
    given: ReadonlyMap<string, FeelValue> = new Map(),
  ) {
    this.#given = given;
  }

  decision(decision: Decision, owner: DmnModel = this.model): FeelValue {
    const known = this.#values.get(decision);
    if (known !== undefined) return known;
    if (!decision.logic) throw new DecisionError(decision.id, `The decision '${decision.name}' has no logic.`);
    const scope = this.#scopeOf(decision, owner);
    const result = decision.logic(scope, this.trace);
    const value = this.#typed(result, decision.type, `The decision '${decision.name}'`);
    this.#values.set(decision, value);
    return value;
  }

  /** The value of a service's output decision, or a context of them when there are several. */
  service(service: DecisionService, args: ReadonlyMap<string, FeelValue>, owner: DmnModel = this.model): FeelValue {
    const inner = new Requirements(
      owner,
      this.base,
      this.trace,
      new Map([...this.#serviceInputs(service, owner), ...args]),
    );
    const outputs = service.outputs.map((output) => this.#resolve('decisions', output, owner, service.id));
    const values = outputs.map(({ element, owner: at }): [string, FeelValue] => [
      element.variable,
      inner.decision(element, at),
    ]);
    const [first] = values;
    const value = values.length === 1 && first ? first[1] : new FeelContext(new Map(values));
    return this.#typed(value, service.type, `The decision service '${service.name}'`);
  }

  /** A service's input decisions are never evaluated: what is not given is null. */
  #serviceInputs(service: DecisionService, owner: DmnModel): [string, FeelValue][] {
    return service.inputDecisions.map((reference) => {
      const { element } = this.#resolve('decisions', reference, owner, service.id);
      return [element.variable, this.base.find(element.variable) ?? null];
    });
  }

  #scopeOf(decision: Decision, owner: DmnModel): Scope {
    const values = new Map<string, FeelValue>();
    for (const reference of decision.requiredInputs) {
      this.#put(values, this.#resolve('inputs', reference, owner, decision.id), (input) => this.#input(input));
    }
    for (const reference of decision.requiredDecisions) {
      this.#put(values, this.#resolve('decisions', reference, owner, decision.id), (required, at) =>
        this.#required(required, at),
      );
    }
    this.#addKnowledge(values, decision.requiredKnowledge, owner, decision.id);
    return this.base.withValues(values);
  }

  #required(decision: Decision, owner: DmnModel): FeelValue {
    return (
      this.#given.get(decision.variable) ?? (this.#given.has(decision.variable) ? null : this.decision(decision, owner))
    );
  }

  #input(input: InputData): FeelValue {
    const value =
      this.#given.get(input.variable) ?? this.base.find(input.variable) ?? this.base.find(input.name) ?? null;
    return this.#typed(value, input.type, `The input '${input.name}'`);
  }

  #addKnowledge(
    values: Map<string, FeelValue>,
    references: readonly Reference[],
    owner: DmnModel,
    ownerId: string,
  ): void {
    for (const reference of references) {
      const service = this.#find('services', reference, owner);
      if (service) this.#put(values, service, (element, at) => this.#serviceFunction(element, at));
      else
        this.#put(values, this.#resolve('knowledge', reference, owner, ownerId), (element, at) =>
          this.#knowledgeFunction(element, at),
        );
    }
  }

  #knowledgeFunction(knowledge: KnowledgeModel, owner: DmnModel): FeelValue {
    const { logic } = knowledge;
    if (!logic) throw new DecisionError(knowledge.id, `The knowledge model '${knowledge.name}' has no logic.`);
    const values = new Map<string, FeelValue>();
    this.#addKnowledge(values, knowledge.requiredKnowledge, owner, knowledge.id);
    const made = userFunction(this.base.withValues(values), knowledge.parameters, (scope) =>
      this.#typed(logic(scope, this.trace), resultType(knowledge.type), `The knowledge model '${knowledge.name}'`),
    );
    values.set(knowledge.variable, made);
    return made;
  }

  #serviceFunction(service: DecisionService, owner: DmnModel): FeelValue {
    const parameters = [
      ...service.inputs.map((reference) => this.#resolve('inputs', reference, owner, service.id).element),
      ...service.inputDecisions.map((reference) => this.#resolve('decisions', reference, owner, service.id).element),
    ].map(({ variable, type }) => ({ name: variable, type }));
    return userFunction(this.base, parameters, (scope) => {
      const args = new Map(parameters.map(({ name }) => [name, scope.find(name) ?? null]));
      return this.service(service, args, owner);
    });
  }

  /** In the standard a value of a wrong type is null; Zeebe does not look at the types. */
  #typed(value: FeelValue, type: FeelType | undefined, what: string): FeelValue {
    if (!type || this.base.run.dialect === 'zeebe') return value;
    const fitting = coerce(value, type);
    if (fitting !== undefined) return fitting;
    return this.base.run.warn('INVALID_TYPE', `${what} has a ${kindOf(value)}, which is not of its type.`);
  }

  #put<T extends { variable: string }>(
    values: Map<string, FeelValue>,
    { element, owner, importName }: Target<T>,
    value: (element: T, owner: DmnModel) => FeelValue,
  ): void {
    const result = value(element, owner);
    if (importName === undefined) {
      values.set(element.variable, result);
      return;
    }
    const known = values.get(importName);
    const entries = known instanceof FeelContext ? known.toMap() : new Map<string, FeelValue>();
    values.set(importName, new FeelContext(entries.set(element.variable, result)));
  }

  #resolve<K extends Kind>(kind: K, reference: Reference, owner: DmnModel, ownerId: string): Target<ElementOf<K>> {
    const found = this.#find(kind, reference, owner);
    if (found) return found;
    throw new DecisionError(ownerId, `'${ownerId}' requires '${reference.id}', which the model does not have.`);
  }

  #find<K extends Kind>(kind: K, { id, namespace }: Reference, owner: DmnModel): Target<ElementOf<K>> | undefined {
    const imported =
      namespace === undefined || namespace === owner.namespace ? undefined : owner.imports.get(namespace);
    const model = imported?.model ?? owner;
    const element = model[kind].get(id) as ElementOf<K> | undefined;
    return element && { element, owner: model, importName: imported?.name };
  }
}

type ElementOf<K extends Kind> = DmnModel[K] extends ReadonlyMap<string, infer T> ? T : never;

/** A knowledge model's type may be that of the function or, as older files have it, of its result. */
function resultType(type: FeelType | undefined): FeelType | undefined {
  return type?.kind === 'function of' ? type.result : type;
}
