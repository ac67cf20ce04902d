/** Up to two initials of a name, for the avatar. */
export function initials(displayName: string): string {
  return displayName
    .split(/[\s-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
