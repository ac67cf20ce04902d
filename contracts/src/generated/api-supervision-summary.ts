// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface SupervisionSummary {
  overdue: number;
  atRisk: number;
  unclaimed: number;
  byWorker: WorkerLoad[];
  byInstitution: InstitutionLoad[];
  /**
   * The last 28 days.
   */
  trend: {
    date: string;
    completed: number;
    completedLate: number;
    opened: number;
  }[];
}
export interface WorkerLoad {
  user: {
    id: string;
    displayName: string;
  };
  onTime: number;
  atRisk: number;
  overdue: number;
  /**
   * Due instant of the oldest open task.
   */
  oldest?: string;
}
export interface InstitutionLoad {
  institution: {
    id: string;
    name: string;
  };
  unclaimed: number;
  onTime: number;
  atRisk: number;
  overdue: number;
  /**
   * Due instant of the oldest open task.
   */
  oldest?: string;
}
