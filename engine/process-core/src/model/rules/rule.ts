import type { ElementModel, ProcessModel } from '../model.ts';

/** Something that the engine cannot run, or that is surely not meant; publishing refuses it. */
export interface ModelFault {
  readonly elementId: string;
  readonly rule: string;
  readonly message: string;
  readonly line?: number;
}

/** A check of one element; a message for each fault, by rule name. */
export type ElementRule = (element: ElementModel, model: ProcessModel) => readonly RuleFault[];

export interface RuleFault {
  readonly rule: string;
  readonly message: string;
  /** The element or flow at fault when it is not the one checked. */
  readonly elementId?: string;
}

export function faultIf(condition: boolean, rule: string, message: string): RuleFault[] {
  return condition ? [{ rule, message }] : [];
}
