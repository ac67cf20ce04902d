import { redactByClass } from '@esocial/form-core/field-classes.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import { writeByClass } from '../records/write-by-class.ts';
import { createReassignmentService } from './reassignment-service.ts';
import type { ReassignmentService } from './reassignment-service.ts';
import type { TaskDetailDependencies } from './task-detail.ts';
import { initialTaskData } from './task-detail.ts';
import { createTaskReadModel } from './task-read-model.ts';
import type { TaskReadModel } from './task-read-model.ts';
import { createTaskService } from './task-service.ts';
import type { TaskService, TaskServiceDependencies } from './task-service.ts';
import { createTaskStore } from './task-store.ts';

export interface TaskServices {
  readonly tasks: TaskService;
  readonly taskReader: TaskReadModel;
  readonly reassignments: ReassignmentService;
}

/** Puts the parts of the task list together over one store. */
export function createTaskServices(
  dependencies: TaskDetailDependencies & { readonly notifications: NotificationService },
): TaskServices {
  const store = createTaskStore(dependencies.database);
  const initialData = initialTaskData.bind(undefined, dependencies);
  const write: TaskServiceDependencies['write'] = async (formVersionId, writing) =>
    writeByClass((await dependencies.definitions.compiledForm(formVersionId)).compiled, writing);
  const redact: TaskServiceDependencies['redact'] = async (formVersionId, data, classes) => {
    const { compiled } = await dependencies.definitions.compiledForm(formVersionId);
    return redactByClass(compiled, data, new Set(classes)).data;
  };
  return {
    tasks: createTaskService({ ...dependencies, store, initialData, write, redact }),
    taskReader: createTaskReadModel(dependencies),
    reassignments: createReassignmentService({ ...dependencies, store }),
  };
}
