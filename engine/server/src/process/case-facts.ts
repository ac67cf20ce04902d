/** What the process engine knows of a case: enough to make its tasks and deadlines. */
export interface CaseFacts {
  readonly id: string;
  /** Null while the case is being opened. */
  readonly number: string | null;
  readonly workflowKey: string;
  readonly workflowVersionId: string;
  readonly pinSetId: string;
  readonly legalReferenceDate: string;
  readonly status: 'active' | 'suspended' | 'closed';
  readonly stage: string | null;
  readonly outcome: string | null;
  readonly managerId: string | null;
  /** Null when a message or a timer has opened it. */
  readonly openedBy: string | null;
  readonly institutionId: string;
  readonly teamId: string | null;
  readonly territoryId: string | null;
  readonly person: CasePerson | null;
}

export interface CasePerson {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
}

/** What it remembers of one process instance. */
export interface LoadedInstance {
  readonly id: string;
  /** Counts its steps. */
  readonly version: number;
  readonly processId: string;
  readonly workflowVersionId: string;
  readonly parentInstanceId: string | null;
  readonly parentElementInstanceId: string | null;
  readonly state: unknown;
}
