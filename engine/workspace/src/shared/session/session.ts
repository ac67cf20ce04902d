import type { SessionView } from '@esocial/contracts/generated/api-session.ts';

/** Who is signed in and what they may do. */
export type Session = SessionView;

/** Whether the session allows `action` in any relation; the server decides about each object. */
export function mayDo(session: Session, action: string): boolean {
  return session.permissions.some((permission) => permission.action === action);
}
