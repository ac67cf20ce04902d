import type { FlowNode } from './flow-nodes.ts';
import type { ActiveElement, ModificationPlan } from './modification-plan.ts';

/** What both lists of a modification work on. */
export interface PlanProps {
  plan: ModificationPlan;
  active: readonly ActiveElement[];
  nodes: readonly FlowNode[];
  nameOf: (elementId: string) => string;
  onChange: (plan: ModificationPlan) => void;
}
