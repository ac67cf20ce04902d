import type { Session } from '../shared/session/session.ts';

/** A signed-in caseworker, with the actions given. */
export function buildSession({ actions = [] }: { actions?: readonly string[] } = {}): Session {
  return {
    user: {
      id: 'user-1',
      displayName: 'Rusu Elena',
      roles: [{ key: 'caseworker', title: 'Asistent social', home: 'worklist' }],
      institution: { id: 'institution-1', name: 'Agenția Teritorială Orhei' },
      language: 'ro',
    },
    permissions: actions.map((action) => ({ action, relation: 'team' })),
    environment: { sandbox: true, engine: 'embedded', serverTime: '2026-03-12T08:00:00Z' },
  };
}
