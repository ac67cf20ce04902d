declare module 'bpmnlint' {
  import type { ModdleNode } from 'bpmn-moddle';

  export interface LintReport {
    readonly id: string;
    readonly category: string;
    readonly message: string;
  }

  export class Linter {
    constructor(options: { resolver: unknown });
    lint(root: ModdleNode, config: object): Promise<Record<string, LintReport[]>>;
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  export default class NodeResolver {
    constructor(options: { require: NodeJS.Require });
  }
}
