import { createAudit } from '../audit/audit.ts';
import { createDocumentService } from '../documents/document-service.ts';
import { newId } from '../ids/new-id.ts';
import { bpmnOf, chain, end, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld, insertUser } from '../process/testing/test-world.ts';
import type { Actor, FieldClass } from '../access/actor.ts';
import { documentsOf } from './document-classes.ts';

describe('the documents of a case', () => {
  let world: TestWorld;
  let caseId: string;
  let scan: string;
  let loose: string;

  beforeAll(async () => {
    world = await createTestWorld();
    const attachment = { type: 'object', 'x-attachment': {}, 'x-class': 'special' };
    await world.publish('form', 'follow', {
      file: { key: 'follow', title: 'Follow', legalBasis: [], primaryAction: 'Send' },
      schema: { type: 'object', properties: { scan: attachment } },
      uiSchema: {},
      translations: {},
    });
    const task = userTask('Task_Follow', { form: 'follow' });
    await world.publishWorkflow('care', bpmnOf(start + task + end + chain('start', 'Task_Follow', 'end')));
    const started = await world.start('care');
    caseId = started.caseId;
    [scan, loose] = [await insertDocument(), await insertDocument()];
    const reference = { documentId: scan, fileName: 'scan.pdf', mediaType: 'application/pdf', size: 1 };
    await world.submit(started.next.taskId!, { scan: reference });
  }, 120_000);

  afterAll(() => world.close());

  async function insertDocument(): Promise<string> {
    const id = newId();
    await world.database.query(
      `insert into documents (id, case_id, file_name, media_type, size, digest, created_by, completed_at)
       values ($1, $2, 'scan.pdf', 'application/pdf', 0, '', $3, now())`,
      [id, caseId, world.clerk.userId],
    );
    return id;
  }

  const seenBy = async (userId: string, classes: FieldClass[]): Promise<string[]> => {
    const isVisible = await documentsOf(world.database, world.definitions, caseId, { userId, classes });
    return [scan, loose].filter((id) => isVisible({ id, createdBy: world.clerk.userId }));
  };

  it('have the class of the field they are attached to, and special before that', async () => {
    // then
    expect(await seenBy(newId(), ['public', 'personal', 'special'])).toEqual([scan, loose]);
    expect(await seenBy(newId(), ['public', 'personal'])).toEqual([]);
    expect(await seenBy(world.clerk.userId, ['public', 'personal'])).toEqual([loose]);
  });

  it('are not opened to who may not see their class', async () => {
    // given
    const documents = createDocumentService({ ...world, audit: createAudit(world.database) });
    const reader = (name: string, classes: FieldClass[]): Promise<Actor> =>
      insertUser(
        world.database,
        world.institutionId,
        name,
        ['clerk'],
        [{ action: 'case.read', relation: 'institution', classes }],
      );

    // then
    const [plain, cleared] = [await reader('Plain', ['personal']), await reader('Cleared', ['special'])];
    await expect(documents.open(plain, scan)).rejects.toMatchObject({ status: 404 });
    await expect(documents.open(cleared, scan)).resolves.toMatchObject({ document: { id: scan } });
  });
});
