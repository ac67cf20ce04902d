/** How long ago something was saved: in seconds, then minutes, and after an hour as a date. */
export function distanceInSeconds(at: string, now: Date): { amount: number; unit: 'seconds' | 'minutes' | 'date' } {
  const seconds = Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 1_000));
  if (seconds < 60) return { amount: seconds, unit: 'seconds' };
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? { amount: minutes, unit: 'minutes' } : { amount: minutes, unit: 'date' };
}
