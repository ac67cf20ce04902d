/** A key for one deed; kept across its tries so that it happens once. */
export function newKey(): string {
  return crypto.randomUUID();
}
