import type { KnownNames } from '../feel/name-tracker.ts';
import type { Scope } from '../feel/run.ts';
import type { FeelType, FeelValue } from '../feel/values.ts';

/** The explanation that grows while a decision is evaluated. */
export interface Trace {
  matchedRules: string[];
}

/** Compiled decision logic: any boxed expression. */
export type Logic = (scope: Scope, trace: Trace) => FeelValue;

export interface Parameter {
  name: string;
  type: FeelType | undefined;
}

/** A requirement on another element, perhaps one of an imported model. */
export interface Reference {
  id: string;
  /** The namespace of the imported model; undefined within the same model. */
  namespace: string | undefined;
  line: number;
}

interface Element {
  id: string;
  name: string;
  /** The name under which others know its value. */
  variable: string;
  type: FeelType | undefined;
}

export type InputData = Element;

export interface Decision extends Element {
  requiredDecisions: Reference[];
  requiredInputs: Reference[];
  requiredKnowledge: Reference[];
  /** Undefined where the decision has no logic. */
  logic: Logic | undefined;
}

export interface KnowledgeModel extends Element {
  requiredKnowledge: Reference[];
  parameters: Parameter[];
  logic: Logic | undefined;
}

export interface DecisionService extends Element {
  outputs: Reference[];
  encapsulated: Reference[];
  inputDecisions: Reference[];
  inputs: Reference[];
}

/** A decision model with everything compiled; made by `parseDmn`, run by `evaluateDecision`. */
export interface DmnModel {
  id: string;
  name: string;
  namespace: string;
  inputs: ReadonlyMap<string, InputData>;
  decisions: ReadonlyMap<string, Decision>;
  knowledge: ReadonlyMap<string, KnowledgeModel>;
  services: ReadonlyMap<string, DecisionService>;
  /** Imported models by namespace, each with the name under which its elements are known. */
  imports: ReadonlyMap<string, { name: string; model: DmnModel }>;
  types: ReadonlyMap<string, FeelType>;
  names: KnownNames;
}
