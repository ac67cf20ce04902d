// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Only what changes; null removes a value.
 */
export interface PersonUpdateRequest {
  lastName?: string;
  firstName?: string;
  patronymic?: string | null;
  birthDate?: string | null;
  sex?: ('M' | 'F') | null;
  idnp?: string | null;
  territory?: string | null;
  address?: string | null;
  phone?: string | null;
  email?: string | null;
}
