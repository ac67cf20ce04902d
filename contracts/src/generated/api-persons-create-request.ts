// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Without an IDNP the person gets a provisional identifier.
 */
export interface PersonCreateRequest {
  lastName: string;
  firstName: string;
  patronymic?: string;
  birthDate?: string;
  sex?: 'M' | 'F';
  /**
   * Checked with prefix and check digit.
   */
  idnp?: string;
  /**
   * CUATM statistical code.
   */
  territory?: string;
  address?: string;
  phone?: string;
  email?: string;
  /**
   * A similar person was shown and is somebody else.
   */
  confirmedDifferent?: boolean;
}
