import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

type Files = Record<string, unknown>;

const libraryProcess = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="library">
  <bpmn:process id="lending" name="Lending" isExecutable="true">
    <bpmn:startEvent id="Start">
      <bpmn:outgoing>Flow_1</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="Start" targetRef="Decision" />
    <bpmn:businessRuleTask id="Decision" name="Term">
      <bpmn:extensionElements>
        <zeebe:calledDecision decisionId="term" resultVariable="weeks" />
        <zeebe:ioMapping><zeebe:input source="=&#34;book&#34;" target="kind" /></zeebe:ioMapping>
      </bpmn:extensionElements>
    </bpmn:businessRuleTask>
    <bpmn:sequenceFlow id="Flow_2" sourceRef="Decision" targetRef="Task_Return" />
    <bpmn:userTask id="Task_Return" name="Returnare">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:formDefinition externalReference="return" />
        <zeebe:assignmentDefinition candidateGroups="librarian" />
        <zeebe:properties><zeebe:property name="deadlineRule" value="return-in-time" /></zeebe:properties>
      </bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="Flow_3" sourceRef="Task_Return" targetRef="End" />
    <bpmn:endEvent id="End" />
  </bpmn:process>
</bpmn:definitions>
`;

const libraryDecision = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="terms" name="terms" namespace="library">
  <decision id="term" name="Term">
    <variable id="term_out" name="weeks" typeRef="number" />
    <decisionTable id="term_table" hitPolicy="FIRST">
      <input id="input_kind" label="Kind"><inputExpression id="input_kind_expression" typeRef="string"><text>kind</text></inputExpression></input>
      <output id="output_weeks" name="weeks" typeRef="number" />
      <rule id="rule_book"><inputEntry id="rule_book_in"><text>"book"</text></inputEntry><outputEntry id="rule_book_out"><text>3</text></outputEntry></rule>
      <rule id="rule_other"><inputEntry id="rule_other_in"><text>-</text></inputEntry><outputEntry id="rule_other_out"><text>1</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>
`;

const basis = [{ act: 'Regulament 1/2020', article: '2' }];
const title = (ro: string) => ({ ro, ru: `${ro} (ru)`, en: `${ro} (en)` });

function form(key: string, schema: unknown): Files {
  const texts = { form: { '/title': key, '/primaryAction': 'Send' }, schema: { '/properties/title/title': 'Title' } };
  return {
    [`forms/${key}/form.json`]: { key, title: `Formular ${key}`, legalBasis: basis, primaryAction: 'Trimite' },
    [`forms/${key}/schema.json`]: schema,
    [`forms/${key}/ui-schema.json`]: {},
    [`forms/${key}/translations/ru.json`]: texts,
    [`forms/${key}/translations/en.json`]: texts,
    [`forms/${key}/fixtures/valid.json`]: { name: 'Valid', data: { title: 'Luceafărul' }, errors: [] },
    [`forms/${key}/fixtures/invalid-empty.json`]: {
      name: 'Nothing given',
      data: {},
      errors: [{ path: '/title', keyword: 'required' }],
    },
  };
}

const loanSchema = {
  type: 'object',
  required: ['title'],
  properties: {
    title: { type: 'string', title: 'Titlu', maxLength: 100 },
    genre: { type: 'string', 'x-classifier': { key: 'genre' } },
    place: { type: 'string', 'x-classifier': { key: 'cuatm' } },
    reader: { type: 'object', 'x-person': {} },
  },
};

const returnSchema = {
  type: 'object',
  required: ['title'],
  properties: { title: { type: 'string', title: 'Titlu' }, damaged: { type: 'boolean' } },
};

/** For tests: a small, faultless content folder of a library that lends books. JSON unless the value is a text. */
export function libraryFiles(): Files {
  return {
    ...form('loan', loanSchema),
    ...form('return', returnSchema),
    'classifiers/genre/classifier.json': {
      ...{ key: 'genre', title: title('Genuri'), category: 'internal', hierarchical: true },
      attributes: [{ key: 'shelf', title: title('Raft'), type: 'number' }],
    },
    'classifiers/genre/items.csv':
      'code,parent,validFrom,validTo,ro,ru,en,shelf\nPROSE,,2020-01-01,,Proză,Проза,Prose,1\n' +
      'NOVEL,PROSE,2020-01-01,,Roman,Роман,Novel,2\nBALLAD,,2020-01-01,2021-12-31,Baladă,Баллада,Ballad,\n',
    'classifiers/cuatm/classifier.json': {
      ...{ key: 'cuatm', title: title('Unități'), category: 'national', hierarchical: true },
      ...{ officialNamesOnlyIn: 'ro', attributes: [] },
    },
    'classifiers/cuatm/items.csv':
      'code,parent,validFrom,validTo,ro,ru,en\n0101000,,2020-01-01,,mun. Chișinău,,\n0110000,0101000,2020-01-01,,sectorul Botanica,,\n' +
      '0111000,0110000,2020-01-01,,or. Sîngera,,\n',
    'workflows/lending/workflow.json': {
      ...{ key: 'lending', title: 'Împrumut', legalBasis: basis, startForm: 'loan', startAction: 'Împrumută' },
      ...{ caseNumberPrefix: 'IMP', subject: '/reader', territory: '/place', parameters: ['lending-fee'] },
      stages: [{ key: 'lent', title: 'Împrumutat', elements: ['Task_Return'] }],
    },
    'workflows/lending/process.bpmn': libraryProcess,
    'workflows/lending/decisions/term.dmn': libraryDecision,
    'workflows/lending/translations/ru.json': { process: { Task_Return: 'Возврат' } },
    'workflows/lending/translations/en.json': { process: { Task_Return: 'Return' } },
    'policies/roles/librarian.json': {
      ...{ key: 'librarian', title: title('Bibliotecar'), home: 'worklist' },
      permissions: [{ action: 'task.claim', relation: 'team' }],
    },
    'policies/calendars/library.json': {
      ...{ key: 'library', title: title('Calendar'), timeZone: 'Europe/Chisinau', workingDays: [1, 2, 3, 4, 5] },
      ...{ workingHours: { from: '08:00', to: '17:00' }, holidays: [], extraWorkingDays: [] },
    },
    'policies/deadline-rules/return-in-time.json': {
      ...{ key: 'return-in-time', title: title('Returnare la timp'), amount: { parameter: 'loan-days' } },
      ...{ unit: 'workingDays', calendar: 'library', atRisk: { remaining: 1 }, ladder: [], legalBasis: basis },
    },
    'policies/parameters/loan-days.json': {
      ...{ key: 'loan-days', title: title('Zile'), unit: 'workingDays' },
      values: [
        { validFrom: '2020-01-01', value: 10, act: 'Regulament 1/2020', needsLegalConfirmation: false },
        { validFrom: '2026-06-01', value: 14, act: 'Regulament 2/2026', needsLegalConfirmation: true },
      ],
    },
    'policies/parameters/lending-fee.json': {
      ...{ key: 'lending-fee', title: title('Taxă'), unit: 'lei' },
      values: [{ validFrom: '2020-01-01', value: 5, act: 'Regulament 1/2020', needsLegalConfirmation: false }],
    },
    'policies/organisation.json': {
      institutions: [
        {
          ...{ key: 'main-library', idno: '1019600000010', name: 'Biblioteca mare', kind: 'agency', parent: null },
          ...{ territory: '0101000', teams: [{ key: 'counter', name: 'Ghișeu' }] },
        },
        {
          ...{ key: 'branch', idno: null, name: 'Filială', kind: 'territorial-structure', parent: 'main-library' },
          ...{ territory: '0110000', teams: [] },
        },
      ],
    },
  };
}

export interface WrittenContent {
  readonly root: string;
  /** Writes or, with undefined, removes files and folders. */
  change(files: Files): Promise<void>;
  remove(): Promise<void>;
}

/** Writes the library's folder, with `changes` over it, to a place of its own. */
export async function writeLibrary(changes: Files = {}): Promise<WrittenContent> {
  const root = await mkdtemp(path.join(tmpdir(), 'content-'));
  const change = async (files: Files) => {
    for (const [file, value] of Object.entries(files)) {
      const target = path.join(root, file);
      await mkdir(path.dirname(target), { recursive: true });
      if (value === undefined) await rm(target, { recursive: true, force: true });
      else await writeFile(target, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
    }
  };
  await change({ ...libraryFiles(), ...changes });
  return { root, change, remove: () => rm(root, { recursive: true, force: true }) };
}
