import { lazy, type ComponentType } from 'react';

interface AppRoute {
  path: string;
  page: ComponentType;
}

/** Every page is loaded when it is first opened. */
export const routes: readonly AppRoute[] = [
  {
    path: '/tasks',
    page: lazy(async () => ({ default: (await import('../features/worklist/WorklistPage.tsx')).WorklistPage })),
  },
  {
    path: '/tasks/:id',
    page: lazy(async () => ({ default: (await import('../features/task/TaskPage.tsx')).TaskPage })),
  },
  {
    path: '/tasks/:id/receipt',
    page: lazy(async () => ({ default: (await import('../features/task/ReceiptPage.tsx')).ReceiptPage })),
  },
  {
    path: '/start',
    page: lazy(async () => ({
      default: (await import('../features/start-case/ChooseWorkflowPage.tsx')).ChooseWorkflowPage,
    })),
  },
  {
    path: '/start/:workflow',
    page: lazy(async () => ({ default: (await import('../features/start-case/StartCasePage.tsx')).StartCasePage })),
  },
  {
    path: '/cases',
    page: lazy(async () => ({ default: (await import('../features/cases/CasesPage.tsx')).CasesPage })),
  },
  {
    path: '/cases/:id/:tab?',
    page: lazy(async () => ({ default: (await import('../features/cases/CasePage.tsx')).CasePage })),
  },
  {
    path: '/records/:id',
    page: lazy(async () => ({ default: (await import('../features/records/RecordPage.tsx')).RecordPage })),
  },
  {
    path: '/records/:id/correction',
    page: lazy(async () => ({ default: (await import('../features/records/CorrectionPage.tsx')).CorrectionPage })),
  },
  {
    path: '/persons',
    page: lazy(async () => ({ default: (await import('../features/persons/PersonSearchPage.tsx')).PersonSearchPage })),
  },
  {
    path: '/persons/new',
    page: lazy(async () => ({ default: (await import('../features/persons/NewPersonPage.tsx')).NewPersonPage })),
  },
  {
    path: '/persons/searches/:search',
    page: lazy(async () => ({ default: (await import('../features/persons/PersonSearchPage.tsx')).PersonSearchPage })),
  },
  {
    path: '/persons/:id',
    page: lazy(async () => ({ default: (await import('../features/persons/PersonPage.tsx')).PersonPage })),
  },
  {
    path: '/persons/:id/edit',
    page: lazy(async () => ({ default: (await import('../features/persons/EditPersonPage.tsx')).EditPersonPage })),
  },
  {
    path: '/supervision',
    page: lazy(async () => ({
      default: (await import('../features/supervision/SupervisionPage.tsx')).SupervisionPage,
    })),
  },
  {
    path: '/operations',
    page: lazy(async () => ({ default: (await import('../features/operations/OperationsPage.tsx')).OperationsPage })),
  },
  {
    path: '/audit',
    page: lazy(async () => ({ default: (await import('../features/audit/AuditPage.tsx')).AuditPage })),
  },
  {
    path: '/definitions',
    page: lazy(async () => ({
      default: (await import('../features/definitions/DefinitionsPage.tsx')).DefinitionsPage,
    })),
  },
  {
    path: '/definitions/:kind/:key',
    page: lazy(async () => ({ default: (await import('../features/definitions/DefinitionPage.tsx')).DefinitionPage })),
  },
  {
    path: '/releases',
    page: lazy(async () => ({ default: (await import('../features/definitions/ReleasesPage.tsx')).ReleasesPage })),
  },
  {
    path: '/settings',
    page: lazy(async () => ({ default: (await import('../features/settings/SettingsPage.tsx')).SettingsPage })),
  },
];
