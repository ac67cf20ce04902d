declare module 'bpmn-moddle' {
  import type { ModdleNode, ModdleWarning } from './moddle.ts';

  export class BpmnModdle {
    constructor(packages: Record<string, unknown>);
    fromXML(xml: string): Promise<{ rootElement: ModdleNode; warnings: ModdleWarning[] }>;
  }
}
