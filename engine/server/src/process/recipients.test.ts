import type { RoleFile } from '@esocial/contracts/generated/role.ts';
import { createNotificationService } from '../notifications/notification-service.ts';
import { newId } from '../ids/new-id.ts';
import { createNotificationSubscriber } from './notification-subscriber.ts';
import type { Recipients } from './recipients.ts';
import { createRecipients } from './recipients.ts';
import type { TestWorld } from './testing/test-world.ts';
import { createTestWorld } from './testing/test-world.ts';

const role = (key: string, action: string): [string, RoleFile] => [
  key,
  { key, title: { ro: key }, home: 'worklist', permissions: [{ action, relation: 'institution' }] },
];

describe('whom a process tells', () => {
  let world: TestWorld;
  let recipients: Recipients;

  beforeAll(async () => {
    world = await createTestWorld();
    const roles = new Map([role('clerk', 'task.read'), role('chief', 'task.reassign')]);
    recipients = createRecipients(world.database, { roles: () => Promise.resolve(roles), forget: () => undefined });
    await signIn(world.clerk.userId, ['chief'], '2026-01-01');
    await signIn(world.clerk.userId, ['clerk'], '2026-01-02');
    await signIn(world.chief.userId, ['chief'], '2026-01-01');
  }, 120_000);

  afterAll(() => world.close());

  const signIn = (userId: string, roles: string[], at: string) =>
    world.database.query(
      `insert into sessions (id, token_hash, user_id, roles, institution_id, name_id, created_at, expires_at)
       values ($1, $6, $2, $3, $4, 'x', $5, $5)`,
      [newId(), userId, roles, world.institutionId, at, Buffer.from(newId())],
    );

  it('are the people of an office by the roles of their newest sign-in', async () => {
    // then
    expect(await recipients.withRoles(['clerk'], world.institutionId)).toEqual([world.clerk.userId]);
    expect(await recipients.withRoles(['chief'], world.institutionId)).toEqual([world.chief.userId]);
    expect(await recipients.withRoles(['chief'], null)).toEqual([world.chief.userId]);
    expect(await recipients.withRoles(['clerk'], newId())).toEqual([]);
    expect(await recipients.withRoles([], world.institutionId)).toEqual([]);
  });

  it('of failed work, are those who may try it again', async () => {
    // given
    const roles = new Map([role('clerk', 'task.read'), role('chief', 'incident.retry')]);
    const keepers = createRecipients(world.database, { roles: () => Promise.resolve(roles), forget: () => undefined });

    // then
    expect(await keepers.keepers()).toEqual([world.chief.userId]);
    expect(await recipients.keepers()).toEqual([]);
  });

  it('as supervisors, are those who may reassign', async () => {
    // then
    expect(await recipients.supervisorsOf(world.institutionId)).toEqual([world.chief.userId]);
  });

  it.each(['supervisor', 'candidates'] as const)('hear what a process wants %s to know', async (to) => {
    // given
    const live = { publish: () => undefined, subscribe: () => () => undefined, start: () => Promise.resolve() };
    const subscriber = createNotificationSubscriber({
      recipients,
      notifications: createNotificationService(world.database, live),
    });
    const caseId = newId();
    const payload = {
      to,
      roles: ['clerk'],
      institutionId: world.institutionId,
      caseId,
      taskId: null,
      kind: 'process.message',
      params: { text: 'Late' },
    };

    // when
    await world.database.transaction(() =>
      subscriber.handle({ id: 1, at: new Date(), topic: 'notification.requested', payload, attempts: 0 }),
    );

    // then
    const rows = await world.database.query('select user_id, params from notifications where case_id = $1', [caseId]);
    expect(rows).toEqual([
      { user_id: to === 'supervisor' ? world.chief.userId : world.clerk.userId, params: { text: 'Late' } },
    ]);
  });
});
