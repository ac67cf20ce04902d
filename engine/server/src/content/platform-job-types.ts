/** Types of the service-task jobs that the platform itself works on, whatever the procedure. */
export const platformJobTypes: readonly string[] = [
  'esocial.notify',
  'esocial.case.close',
  'esocial.case.assign-manager',
  'esocial.case.set-status',
];
