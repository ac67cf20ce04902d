import type { Json } from '@esocial/process-core/types.ts';
import type { FeelExample } from './expressions.ts';

/**
 * A process that computes many expressions side by side, each in a script task of its own: what fails in one leaves
 * the others alone. The value of the expression number n becomes the variable `r<n>`.
 */
export function feelProcess(id: string, examples: readonly FeelExample[]): string {
  const tasks = examples.map(({ expression, context = {} }, index) => {
    const inputs = Object.entries(context).map(
      ([name, value]) => `<zeebe:input source="${escapeXml(`=${toFeel(value)}`)}" target="${name}" />`,
    );
    const mapping = inputs.length === 0 ? '' : `<zeebe:ioMapping>${inputs.join('')}</zeebe:ioMapping>`;
    const script = `<zeebe:script expression="${escapeXml(`=${expression}`)}" resultVariable="r${index}" />`;
    return [
      `<bpmn:scriptTask id="T${index}"><bpmn:extensionElements>${script}${mapping}</bpmn:extensionElements>`,
      `<bpmn:incoming>F${index}</bpmn:incoming></bpmn:scriptTask>`,
      `<bpmn:sequenceFlow id="F${index}" sourceRef="Fork" targetRef="T${index}" />`,
    ].join('');
  });
  const outgoing = examples.map((_, index) => `<bpmn:outgoing>F${index}</bpmn:outgoing>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://esocial/conformance">
<bpmn:process id="${id}" isExecutable="true">
<bpmn:startEvent id="Start"><bpmn:outgoing>F</bpmn:outgoing></bpmn:startEvent>
<bpmn:sequenceFlow id="F" sourceRef="Start" targetRef="Fork" />
<bpmn:parallelGateway id="Fork"><bpmn:incoming>F</bpmn:incoming>${outgoing}</bpmn:parallelGateway>
${tasks.join('\n')}
</bpmn:process></bpmn:definitions>`;
}

/** JSON is FEEL, but for the escapes of its strings, which are the same here. */
function toFeel(value: Json): string {
  return JSON.stringify(value);
}

function escapeXml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };
  return text.replaceAll(/[&<>"\n]/g, (character) => named[character] ?? character);
}
