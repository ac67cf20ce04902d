import { BpmnParseError } from './model.ts';
import type { ModdleWarning } from 'bpmn-moddle';

const flowReferences: ReadonlySet<string> = new Set([
  'bpmn:sourceRef',
  'bpmn:targetRef',
  'bpmn:attachedToRef',
  'bpmn:default',
  'bpmn:messageRef',
  'bpmn:errorRef',
  'bpmn:escalationRef',
  'bpmn:signalRef',
]);

const flowElements =
  /^bpmn:(SequenceFlow|BoundaryEvent|ExclusiveGateway|InclusiveGateway|ReceiveTask|.*EventDefinition)$/;

/** bpmn-moddle only warns of what it drops; what would change the meaning of the process is refused. */
export function refuseWarnings(warnings: readonly ModdleWarning[], lines: ReadonlyMap<string, number>): void {
  for (const warning of warnings) {
    const unparsable = /^unparsable content (<[^>]*>)/.exec(warning.message);
    const duplicate = /duplicate ID <([^>]*)>/.exec(warning.message);
    const line = /line: (\d+)/.exec(warning.message);
    if (duplicate !== null) {
      const elementId = duplicate[1] ?? '';
      throw new BpmnParseError(`The id "${elementId}" is used twice. Give each element its own.`, at(elementId, line));
    }
    if (unparsable !== null) {
      const tag = unparsable[1] ?? '';
      throw new BpmnParseError(`The BPMN file holds ${tag}, which BPMN 2.0 does not know there.`, at(undefined, line));
    }
    refuseReference(warning, lines);
  }
}

function refuseReference(warning: ModdleWarning, lines: ReadonlyMap<string, number>): void {
  const { element, property } = warning;
  if (element === undefined || !flowReferences.has(property ?? '') || !flowElements.test(element.$type)) return;
  const elementId = element.id ?? '';
  const line = lines.get(elementId);
  throw new BpmnParseError(
    `${element.$type.replace('bpmn:', '')} "${elementId}" refers to "${warning.value ?? ''}", which does not exist.`,
    line === undefined ? { elementId } : { elementId, line },
  );
}

function at(elementId: string | undefined, line: RegExpExecArray | null): { elementId?: string; line?: number } {
  return {
    ...(elementId === undefined ? {} : { elementId }),
    // The parser counts from 0.
    ...(line === null ? {} : { line: Number(line[1]) + 1 }),
  };
}
