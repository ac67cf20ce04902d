import { BPMN, childrenNamed, childrenOf, create, elementsOf, extensionOf, remove } from './bpmn-document.ts';
import { ADDED, startMessageName } from './broker-ids.ts';

/**
 * Lets every start event of the processes be started by a message of ours, and by nothing else on the broker: authored
 * message, signal and timer starts are held by the server, because a version begins and ends at its legal date. A none
 * start event stays for call activities and gets a companion that a message starts.
 *
 * Start events' output mappings are worked off by the server, which knows the submission.
 */
export function holdStarts(process: Element, brokerProcessId: string): void {
  for (const start of childrenNamed(process, BPMN, 'startEvent')) {
    const mapping = extensionOf(start, 'ioMapping');
    if (mapping) remove(mapping);
    const definitions = childrenOf(start).filter(({ localName }) => localName?.endsWith('EventDefinition'));
    if (definitions.length === 0) addCompanion(process, start, brokerProcessId);
    else {
      definitions.forEach(remove);
      startByMessage(start, startMessageName(brokerProcessId, idOf(start)));
    }
  }
}

/** Both starts meet in an event that does nothing, so that what follows has as many incoming flows as it was given. */
function addCompanion(process: Element, start: Element, brokerProcessId: string): void {
  const document = process.ownerDocument;
  const id = idOf(start);
  const companion = create(document, BPMN, 'startEvent', { id: `${ADDED}${id}` });
  const meeting = create(document, BPMN, 'intermediateThrowEvent', { id: `${ADDED}next_${id}` });
  for (const flow of elementsOf(process, BPMN, 'sequenceFlow')) {
    if (flow.getAttribute('sourceRef') === id) flow.setAttribute('sourceRef', idOf(meeting));
  }
  for (const added of [companion, meeting]) process.appendChild(added);
  for (const [index, source] of [start, companion].entries()) {
    const ends = { sourceRef: idOf(source), targetRef: idOf(meeting) };
    process.appendChild(create(document, BPMN, 'sequenceFlow', { id: `${ADDED}flow${index}_${id}`, ...ends }));
  }
  startByMessage(companion, startMessageName(brokerProcessId, id));
}

function startByMessage(start: Element, name: string): void {
  const document = start.ownerDocument;
  const message = create(document, BPMN, 'message', { id: `${ADDED}message_${idOf(start)}`, name });
  const [firstProcess] = elementsOf(document, BPMN, 'process');
  document.documentElement.insertBefore(message, firstProcess ?? null);
  start.appendChild(create(document, BPMN, 'messageEventDefinition', { messageRef: idOf(message) }));
}

function idOf(element: Element): string {
  return element.getAttribute('id') ?? '';
}
