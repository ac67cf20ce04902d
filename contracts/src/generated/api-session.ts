// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * GET /session: who is signed in, what they may do, where they are.
 */
export interface SessionView {
  user: {
    id: string;
    displayName: string;
    roles: {
      key: string;
      title: string;
      /**
       * The view that this role starts in.
       */
      home: 'worklist' | 'supervision' | 'design' | 'administration' | 'audit';
    }[];
    institution: {
      id: string;
      name: string;
    };
    team?: {
      id: string;
      name: string;
    };
    language: 'ro' | 'ru' | 'en';
  };
  permissions: {
    action: string;
    relation: 'own' | 'team' | 'institution' | 'territory' | 'all';
    classes?: ('public' | 'personal' | 'special' | 'sealed')[];
  }[];
  environment: {
    sandbox: boolean;
    engine: 'embedded' | 'zeebe';
    serverTime: string;
  };
}
