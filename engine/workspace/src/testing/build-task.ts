import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';

type Overrides = { [Key in keyof TaskListItem]?: TaskListItem[Key] | undefined };

/** A task as a list shows it. */
export function buildTask(overrides: Overrides = {}): TaskListItem {
  return {
    id: 'task-1',
    name: 'Evaluare inițială',
    caseId: 'case-1',
    caseNumber: 'PC-2026-000123',
    workflow: { key: 'protectia-copilului', title: 'Protecția copilului' },
    stage: { key: 'evaluare', title: 'Evaluare' },
    person: { id: 'person-1', displayName: 'Popa Ion', birthDate: '2015-04-02', age: 10 },
    locality: 'Orhei',
    deadlineState: 'none',
    priority: 50,
    state: 'open',
    createdAt: '2026-03-10T08:00:00Z',
    version: 1,
    formKey: 'evaluare-initiala',
    ...overrides,
  };
}
