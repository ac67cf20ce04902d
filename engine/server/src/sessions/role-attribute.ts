/** A role that an assertion grants, in an institution named by its IDNO or by our key. */
export interface GrantedRole {
  readonly role: string;
  readonly institution: string;
}

const pattern = /^ESOCIAL\.([A-Z][A-Z0-9_]*)@([A-Za-z0-9-]+)$/;

/**
 * Reads a value of the attribute `Role`, `ESOCIAL.<ROLE>@<institution>`: `ESOCIAL.CASE_MANAGER@1006601000037` is the
 * role `case-manager` in the institution with that IDNO. Undefined when it is none of ours.
 */
export function parseGrantedRole(value: string): GrantedRole | undefined {
  const [, role, institution] = pattern.exec(value) ?? [];
  if (role === undefined || institution === undefined) return undefined;
  return { role: role.toLowerCase().replaceAll('_', '-'), institution };
}

/** The attribute's value for a role: what parseGrantedRole reads. */
export function formatGrantedRole({ role, institution }: GrantedRole): string {
  return `ESOCIAL.${role.toUpperCase().replaceAll('-', '_')}@${institution}`;
}
