declare module 'bpmn-moddle' {
  /** A node of the object model: attributes and children by name, unchecked. */
  export interface ModdleNode {
    readonly $type: string;
    readonly id?: string;
    readonly [property: string]: unknown;
  }

  export interface ModdleWarning {
    readonly message: string;
    readonly element?: ModdleNode;
    readonly property?: string;
    readonly value?: string;
  }

  export class BpmnModdle {
    constructor(packages: Record<string, unknown>);
    toXML(root: ModdleNode, options?: { format?: boolean }): Promise<{ xml: string }>;
    fromXML(xml: string): Promise<{ rootElement: ModdleNode; warnings: ModdleWarning[] }>;
  }
}
