import type { ElementBehavior } from '../execution/step.ts';
import { adHocSubProcess } from './activities/ad-hoc-sub-process.ts';
import { callActivity } from './activities/call-activity.ts';
import { eventSubProcess } from './activities/event-sub-process.ts';
import { subProcess } from './activities/sub-process.ts';
import { boundaryEvent } from './events/boundary-event.ts';
import { endEvent } from './events/end-event.ts';
import { intermediateCatchEvent } from './events/intermediate-catch-event.ts';
import { intermediateThrowEvent } from './events/intermediate-throw-event.ts';
import { startEvent } from './events/start-event.ts';
import { eventBasedGateway } from './gateways/event-based-gateway.ts';
import { exclusiveGateway } from './gateways/exclusive-gateway.ts';
import { inclusiveGateway } from './gateways/inclusive-gateway.ts';
import { parallelGateway } from './gateways/parallel-gateway.ts';
import { businessRuleTask } from './tasks/business-rule-task.ts';
import { manualTask } from './tasks/manual-task.ts';
import { receiveTask } from './tasks/receive-task.ts';
import { scriptTask } from './tasks/script-task.ts';
import { sendTask } from './tasks/send-task.ts';
import { serviceTask } from './tasks/service-task.ts';
import { userTask } from './tasks/user-task.ts';

/** Every BPMN element that the engine runs, by its type. */
export const elementBehaviors: ReadonlyMap<string, ElementBehavior> = new Map(
  Object.entries({
    adHocSubProcess,
    boundaryEvent,
    businessRuleTask,
    callActivity,
    endEvent,
    eventBasedGateway,
    eventSubProcess,
    exclusiveGateway,
    inclusiveGateway,
    intermediateCatchEvent,
    intermediateThrowEvent,
    manualTask,
    parallelGateway,
    receiveTask,
    scriptTask,
    sendTask,
    serviceTask,
    startEvent,
    subProcess,
    task: manualTask,
    userTask,
  }),
);
