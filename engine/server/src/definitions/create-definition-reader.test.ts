import { checkForm } from '@esocial/form-core/check-form.ts';
import { createContentServices } from '../content/content-services.ts';
import type { WrittenContent } from '../content/testing/library-content.ts';
import { libraryFiles, writeLibrary } from '../content/testing/library-content.ts';
import { createManualClock } from '../clock/clock.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { createTestDatabase } from '../database/test-database.ts';
import { newId } from '../ids/new-id.ts';

const today = '2026-03-10';

jest.setTimeout(60_000);

describe('definition reader', () => {
  let test: TestDatabase;
  let library: WrittenContent;
  let services: ReturnType<typeof createContentServices>;
  const clock = createManualClock(`${today}T09:00:00Z`);

  beforeAll(async () => {
    test = await createTestDatabase();
    library = await writeLibrary();
    services = createContentServices(test.database, clock);
    await services.content.apply(library.root, { activate: true });
  });
  afterAll(async () => {
    await library.remove();
    await test.close();
  });

  it('pins the version of everything that a workflow reaches', async () => {
    // when
    const { pinSetId, pins } = await services.definitions.pinsFor('lending', today);

    // then
    expect(Object.keys(pins).sort()).toEqual([
      ...['calendar:library', 'classifier:cuatm', 'classifier:genre', 'deadline-rule:return-in-time', 'form:loan'],
      ...['form:return', 'parameter:lending-fee', 'parameter:loan-days', 'workflow:lending'],
    ]);
    expect(await services.definitions.getPinSet(pinSetId)).toEqual({ pinSetId, pins });
  });

  it('shares a pin set between the cases that start on the same versions', async () => {
    // when
    const first = await services.definitions.pinsFor('lending', today);
    const second = await createContentServices(test.database, clock).definitions.pinsFor('lending', '2026-03-11');

    // then
    expect(second.pinSetId).toBe(first.pinSetId);
  });

  it('keeps pin sets even when the case that asked is rolled back', async () => {
    // given
    const { definitions } = createContentServices(test.database, clock);
    const started = test.database.transaction(async () => {
      await definitions.pinsFor('lending', '2026-07-01');
      throw new Error('rolled back');
    });
    await expect(started).rejects.toThrow('rolled back');

    // when
    const { pinSetId } = await definitions.pinsFor('lending', '2026-07-01');

    // then
    expect(await test.database.query('select id from pin_sets where id = $1', [pinSetId])).toHaveLength(1);
  });

  it('refuses a workflow that is not active on the day', async () => {
    await expect(services.definitions.pinsFor('lending', '2026-03-09')).rejects.toThrow('active workflow lending');
    await expect(services.definitions.pinsFor('nothing', today)).rejects.toThrow('active workflow nothing');
  });

  it('gives parameters the value of the legal reference date, with the law behind it', async () => {
    // given
    const { definitions } = services;
    const { pins } = await definitions.pinsFor('lending', today);

    // then
    expect(await definitions.parametersAt(pins, '2026-05-31')).toEqual({ loanDays: 10, lendingFee: 5 });
    expect(await definitions.parametersAt(pins, '2026-06-01')).toEqual({ loanDays: 14, lendingFee: 5 });
    expect(await definitions.parameterAt(pins, 'loan-days', '2026-06-01')).toMatchObject({
      act: 'Regulament 2/2026',
      needsLegalConfirmation: true,
    });
    expect(await definitions.parameterAt(pins, 'unknown', today)).toBeUndefined();
  });

  it('compiles a workflow with its processes and decisions, once', async () => {
    // given
    const { definitions } = services;
    const { pins } = await definitions.pinsFor('lending', today);

    // when
    const workflow = await definitions.compiledWorkflow(definitions.pinned(pins, 'workflow', 'lending'));

    // then
    expect(workflow.process.userTasks.map(({ elementId }) => elementId)).toEqual(['Task_Return']);
    expect(workflow.dmn.map((model) => [...model.decisions.keys()])).toEqual([['term']]);
    expect(await definitions.compiledWorkflow(workflow.versionId)).toBe(workflow);
  });

  it('judges data by the validator made at publishing and the pinned classifiers', async () => {
    // given
    const { definitions } = services;
    const { pins } = await definitions.pinsFor('lending', today);
    const versionId = definitions.pinned(pins, 'form', 'loan');
    const form = await definitions.compiledForm(versionId);
    const validator = await definitions.formValidator(versionId);
    const classifiers = await definitions.classifiersFor(versionId, pins);
    const env = { today, classifier: (key: string) => classifiers.get(key) };

    // when
    const good = checkForm(form.compiled, validator, { title: 'Luceafărul', genre: 'NOVEL' }, env);
    const bad = checkForm(form.compiled, validator, { genre: 'BALLAD' }, env);

    // then
    expect(good.errors).toEqual([]);
    expect(bad.errors.map(({ path, keyword }) => [path, keyword])).toEqual([
      ['/title', 'required'],
      ['/genre', 'classifier'],
    ]);
    expect(classifiers.get('genre')?.attribute('NOVEL', 'shelf')).toBe(2);
    expect(classifiers.get('genre')?.codePath('NOVEL')).toEqual(['PROSE', 'NOVEL']);
  });

  it('says what does not exist', async () => {
    const { definitions } = services;
    await expect(definitions.getVersion(newId())).rejects.toThrow('There is no definition version');
    await expect(definitions.getVersion('nonsense')).rejects.toThrow('There is no definition version nonsense');
    await expect(definitions.formValidator(newId())).rejects.toThrow('There is no form validator');
    await expect(definitions.getPinSet(newId())).rejects.toThrow('There is no pin set');
    const role = await definitions.findActive('role', 'librarian', today);
    await expect(definitions.compiledForm(role!.id)).rejects.toThrow('There is no form version');
  });

  it('sees a new version on a running server without a restart, while pinned cases keep theirs', async () => {
    // given
    await services.definitions.start();
    const before = await services.definitions.pinsFor('lending', today);
    const schema = libraryFiles()['forms/return/schema.json'] as { properties: Record<string, object> };
    await library.change({
      'forms/return/schema.json': { ...schema, properties: { ...schema.properties, stain: { type: 'boolean' } } },
    });

    // when
    await createContentServices(test.database, clock).content.apply(library.root, { activate: true });
    const after = await waitFor(async () => {
      const pins = await services.definitions.pinsFor('lending', today);
      return pins.pinSetId === before.pinSetId ? undefined : pins;
    });

    // then
    const old = await services.definitions.compiledForm(before.pins['form:return']!);
    const fresh = await services.definitions.compiledForm(after.pins['form:return']!);
    expect([old.number, fresh.number]).toEqual([1, 2]);
    expect([old.compiled.byPattern.has('/stain'), fresh.compiled.byPattern.has('/stain')]).toEqual([false, true]);
  });
});

async function waitFor<Value>(attempt: () => Promise<Value | undefined>): Promise<Value> {
  const end = Date.now() + 5000;
  for (;;) {
    const value = await attempt();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
