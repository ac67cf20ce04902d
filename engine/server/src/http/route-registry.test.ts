import { defineRoute } from './route.ts';
import type { Route, RoutePolicy } from './route.ts';
import { checkRoutes } from './route-registry.ts';

function buildRoute(changes: Partial<Route> = {}): Route {
  return defineRoute({
    method: 'get',
    path: '/api/v1/things/:id',
    operationId: 'getThing',
    summary: 'A thing',
    policy: { action: 'thing.read' },
    responses: { 200: null },
    handle: async () => ({ status: 200 }),
    ...changes,
  });
}

describe('checkRoutes', () => {
  it('accepts routes on which somebody has decided', () => {
    // given
    const routes = [buildRoute(), buildRoute({ method: 'post', operationId: 'makeThing', policy: 'signed-in' })];

    // then
    expect(() => checkRoutes(routes, false)).not.toThrow();
  });

  it.each([[undefined], [null], [''], ['everybody'], [{}], [{ action: '' }], [{ action: 'read' }]])(
    'refuses the policy %j',
    (policy) => {
      // given
      const route = buildRoute({ policy: policy as unknown as RoutePolicy });

      // then
      expect(() => checkRoutes([route], true)).toThrow('The route GET /api/v1/things/:id has no policy');
    },
  );

  it('refuses two routes of one address or of one name', () => {
    // then
    expect(() => checkRoutes([buildRoute(), buildRoute({ operationId: 'other' })], false)).toThrow(
      'Two routes are called GET /api/v1/things/:id',
    );
    expect(() => checkRoutes([buildRoute(), buildRoute({ path: '/other' })], false)).toThrow(
      'Two routes are called getThing',
    );
  });

  it('refuses a route that creates and can be repeated by mistake', () => {
    // given
    const creating = { method: 'post', responses: { 201: null } } as const;
    const search = buildRoute({ ...creating, path: '/api/v1/things/searches', operationId: 'searchThings' });

    // then
    expect(() => checkRoutes([buildRoute(creating)], false)).toThrow('creates and is not idempotent');
    expect(() => checkRoutes([buildRoute({ ...creating, idempotent: true }), search], false)).not.toThrow();
  });

  it('refuses a route of the sandbox where there is none', () => {
    // then
    expect(() => checkRoutes([buildRoute({ policy: 'sandbox' })], false)).toThrow('belongs to the sandbox');
  });
});
