// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * GET /users: colleagues to whom work can be given.
 */
export interface UserList {
  items: UserItem[];
  nextCursor: string | null;
}
export interface UserItem {
  id: string;
  displayName: string;
  position: string;
  institution: {
    id: string;
    name: string;
  };
  team: {
    id: string;
    name: string;
  } | null;
}
