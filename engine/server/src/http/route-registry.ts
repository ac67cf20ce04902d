import type { Route } from './route.ts';

/**
 * Refuses to start with a route that nobody has decided upon: without policy, a second one of the same name or
 * address, one that creates and does not ask for a key, or a sandbox route where there is no sandbox.
 */
export function checkRoutes(routes: readonly Route[], sandbox: boolean): void {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method.toUpperCase()} ${route.path}`;
    if (!hasPolicy(route)) throw new Error(`The route ${name} has no policy`);
    if (route.policy === 'sandbox' && !sandbox)
      throw new Error(`The route ${name} belongs to the sandbox, which is off`);
    if (creates(route) && !route.idempotent) throw new Error(`The route ${name} creates and is not idempotent`);
    for (const identity of [name, route.operationId]) {
      if (seen.has(identity)) throw new Error(`Two routes are called ${identity}`);
      seen.add(identity);
    }
  }
}

// A search is a POST for what it carries, not for what it makes; a retry uses up what it retries.
const MAKES_NOTHING = /\/(searches|retries)$/;

function creates({ method, path, responses, policy }: Route): boolean {
  return method === 'post' && 201 in responses && !MAKES_NOTHING.test(path) && policy !== 'sandbox';
}

function hasPolicy({ policy }: Route): boolean {
  const given: unknown = policy;
  if (typeof given === 'object' && given !== null) {
    return 'action' in given && typeof given.action === 'string' && /^[a-z-]+\.[a-z-]+$/.test(given.action);
  }
  return given === 'signed-in' || given === 'public' || given === 'sandbox';
}
