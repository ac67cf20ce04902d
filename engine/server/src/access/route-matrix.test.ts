import { operations, elsewhere } from './testing/matrix-operations.ts';
import type { Operation, Outcome } from './testing/matrix-operations.ts';
import type { Caller, MatrixWorld, Someone } from './testing/matrix-world.ts';
import { createMatrixWorld, people, secrets } from './testing/matrix-world.ts';

const callers: readonly Caller[] = [...(Object.keys(people) as Someone[]), 'nobody'];

const rows = operations.flatMap((operation) =>
  callers.map((caller): [string, Caller, string, Operation] => [
    [operation.id, operation.what].join(' ').trim(),
    caller,
    caller !== 'nobody' && operation.may.includes(caller) ? 'may' : 'may not',
    operation,
  ]),
);

describe('every operation by everybody, in their relation to one case', () => {
  let world: MatrixWorld;

  beforeAll(async () => {
    world = await createMatrixWorld();
  }, 180_000);

  afterAll(() => world.server.close());

  const leaked = ({ text }: Outcome): string[] => secrets.filter((secret) => text.includes(secret));

  it.each(rows)('%s: %s %s', async (_id, caller, verdict, operation) => {
    // given
    const target = operation.given ? await operation.given(world) : world.case;
    if (operation.id === 'listIncidents') await world.addIncident();

    // when
    const outcome = await operation.call(world.clients[caller], world, target);

    // then
    const served = outcome.status >= 200 && outcome.status < 300;
    const shown = served && outcome.text.includes(operation.filtered?.(world) ?? '');
    if (verdict === 'may') {
      expect([outcome.status, shown]).toEqual([outcome.status, true]);
      if (operation.impersonal) expect(leaked(outcome)).toEqual([]);
      return;
    }
    expect([outcome.status, shown]).toEqual([outcome.status, false]);
    expect(operation.filtered && caller !== 'nobody' ? [200, 201, 204, 403, 404] : [401, 403, 404, 409]).toContain(
      outcome.status,
    );
    expect(caller === 'nobody' ? outcome.status : 401).toBe(401);
    expect(leaked(outcome)).toEqual([]);
  });

  it('leaves out no operation', async () => {
    // when
    const { body } = await world.clients.owner.get<{
      paths: Record<string, Record<string, { operationId: string; security?: unknown[] }>>;
    }>('/api/v1/openapi.json');

    // then
    const all = Object.entries(body.paths)
      .filter(([path]) => path.startsWith('/api/v1/'))
      .flatMap(([, methods]) => Object.values(methods).map(({ operationId }) => operationId));
    const covered = new Set([...operations.map(({ id }) => id), ...Object.keys(elsewhere)]);
    expect(all.filter((id) => !covered.has(id))).toEqual([]);
    expect(all.length).toBeGreaterThan(50);
  });
});
