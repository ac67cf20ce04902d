// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * ETag is the version.
 */
export interface PersonDetail {
  id: string;
  version: number;
  displayName: string;
  lastName: string;
  firstName: string;
  patronymic?: string;
  birthDate?: string;
  age?: number;
  sex?: 'M' | 'F';
  idnp?: string;
  provisionalId?: string;
  territory?: {
    code: string;
    name: string;
  };
  address?: string;
  phone?: string;
  email?: string;
  /**
   * Where each fact comes from, by field.
   */
  sources: {
    [k: string]: {
      kind: 'manual' | 'register' | 'demo';
      at: string;
      by?: string;
    };
  };
  relations: {
    id: string;
    person: {
      id: string;
      displayName: string;
      birthDate?: string;
      age?: number;
    };
    /**
     * Code of the classifier of relations: what the other person is to this one.
     */
    relation: string;
    label?: string;
    validFrom?: string;
    validTo?: string;
  }[];
  cases: {
    id: string;
    number: string;
    workflow: {
      key: string;
      title: string;
    };
    status: 'active' | 'suspended' | 'closed';
    stage?: {
      key: string;
      title: string;
    };
    openedAt: string;
    managerName?: string;
  }[];
  /**
   * Cases of the person that the reader may not see.
   */
  otherCases: number;
  permissions: {
    update: boolean;
  };
}
