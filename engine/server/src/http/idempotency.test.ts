import { createTestDatabase } from '../database/test-database.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { newId } from '../ids/new-id.ts';
import { claimOf, createIdempotency, readIdempotencyKey } from './idempotency.ts';
import type { Idempotency } from './idempotency.ts';
import { thrownBy } from '../errors/testing/thrown-by.ts';

describe('createIdempotency', () => {
  let test: TestDatabase;
  let idempotency: Idempotency;
  const user = newId();

  beforeAll(async () => {
    test = await createTestDatabase();
    idempotency = createIdempotency(test.database);
  }, 120_000);

  afterAll(() => test.close());
  beforeEach(() => test.database.query('delete from territories'));

  const claim = (key: string, body: unknown = { a: 1 }) => claimOf(user, 'post', '/api/v1/things', key, body);

  /** An effect that can be counted: a row. */
  async function make(): Promise<{ status: number; body: { id: string } }> {
    const id = newId();
    await test.database.query('insert into territories (id, code, name) values ($1, $2, $2)', [id, id]);
    return { status: 201, body: { id } };
  }

  const countEffects = async (): Promise<number | undefined> =>
    (await test.database.query<{ count: number }>('select count(*) from territories'))[0]?.count;

  it('gives a repetition the first answer, without a second effect', async () => {
    // given
    const first = await idempotency.once(claim('repetition'), make);

    // when
    const second = await idempotency.once(claim('repetition'), make);

    // then
    expect(second).toEqual(first);
    expect(await countEffects()).toBe(1);
  });

  it('gives a hundred requests at once one effect and one answer', async () => {
    // when
    const answers = await Promise.all(Array.from({ length: 100 }, () => idempotency.once(claim('at-once'), make)));

    // then
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await countEffects()).toBe(1);
  });

  it('refuses another body under the same key', async () => {
    // given
    await idempotency.once(claim('other-body'), make);

    // when
    const other = idempotency.once(claim('other-body', { a: 2 }), make);

    // then
    await expect(other).rejects.toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  });

  it('forgets a key whose work failed, so that it can be tried again', async () => {
    // given
    const failed = idempotency.once(claim('failed'), async () => {
      await make();
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');

    // when
    const again = await idempotency.once(claim('failed'), make);

    // then
    expect(again.status).toBe(201);
    expect(await countEffects()).toBe(1);
  });

  it('counts a key per user and route', async () => {
    // given
    await idempotency.once(claim('shared-key'), make);

    // when
    await idempotency.once({ ...claim('shared-key'), userId: newId() }, make);
    await idempotency.once({ ...claim('shared-key'), route: 'POST /api/v1/others' }, make);

    // then
    expect(await countEffects()).toBe(3);
  });

  it('gives the earlier answer when work that notes its key itself has happened before', async () => {
    // given
    const { userId, route, key, bodyDigest } = claim('in-statement');
    const statement = async () => {
      await test.database.query(
        'insert into idempotency_keys (user_id, route, key, body_digest, status, response) values ($1, $2, $3, $4, 201, $5)',
        [userId, route, key, bodyDigest, { body: { id: 'first' } }],
      );
      return { status: 201, body: { id: 'first' } };
    };
    await idempotency.orEarlier(claim('in-statement'), statement);

    // when
    const again = await idempotency.orEarlier(claim('in-statement'), statement);

    // then
    expect(again).toEqual({ status: 201, body: { id: 'first' } });
    await expect(idempotency.orEarlier(claim('in-statement', {}), statement)).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  it('forgets keys of the day before yesterday', async () => {
    // given
    await idempotency.once(claim('old-key-1'), make);
    await test.database.query(
      `update idempotency_keys set created_at = now() - interval '25 hours' where key = 'old-key-1'`,
    );

    // then
    expect(await idempotency.forgetOld()).toBe(1);
  });
});

describe('readIdempotencyKey', () => {
  it.each(['short', 'with space in it', 'ș'.repeat(10), 'x'.repeat(201)])('refuses %j', (header) => {
    // then
    expect(thrownBy(() => readIdempotencyKey(header))).toMatchObject({ code: 'invalid_idempotency_key' });
  });

  it.each([undefined, ''])('misses the key in %j and names the header', (header) => {
    // then
    expect(thrownBy(() => readIdempotencyKey(header))).toMatchObject({
      status: 400,
      code: 'idempotency_key_missing',
      details: { header: 'Idempotency-Key' },
    });
  });
});
