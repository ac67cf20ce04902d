import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../errors/app-error.ts';
import { policyFolders } from './content-folder.ts';
import type {
  ClassifierSource,
  ContentFolder,
  FormSource,
  JsonFile,
  PolicySource,
  TextFile,
  WorkflowSource,
} from './content-folder.ts';
import type { ContentFault } from './content-fault.ts';
import { reporter } from './content-fault.ts';
import { parseJson } from './parse-json.ts';

const maximumBytes = 8 * 1024 * 1024;
const topFolders = ['forms', 'workflows', 'classifiers', 'policies'];

export interface ReadContent {
  readonly content: ContentFolder;
  readonly faults: ContentFault[];
}

/**
 * Reads the definition files of a content folder. Files that cannot be parsed are reported and left out.
 * Throws `content_not_found` when the folder holds none of forms, workflows, classifiers or policies.
 */
export async function readContent(root: string): Promise<ReadContent> {
  const found = await Promise.all(topFolders.map((name) => isFolder(path.join(root, name))));
  if (!found.includes(true)) {
    throw new AppError(
      'content_not_found',
      404,
      `${root} holds none of ${topFolders.join(', ')}: name a content folder.`,
    );
  }
  const faults: ContentFault[] = [];
  const folder = new FolderReader(root, faults);
  const [forms, workflows, classifiers, policies] = [
    await folder.eachIn('forms', (key, at) => readForm(folder, key, at)),
    await folder.eachIn('workflows', (key, at) => readWorkflow(folder, key, at)),
    await folder.eachIn('classifiers', (key, at) => readClassifier(folder, key, at)),
    await readPolicies(folder),
  ];
  return { content: { forms, workflows, classifiers, policies }, faults };
}

async function readForm(folder: FolderReader, key: string, at: string): Promise<FormSource> {
  return {
    key,
    folder: at,
    form: await folder.json(`${at}/form.json`),
    schema: await folder.json(`${at}/schema.json`),
    uiSchema: await folder.json(`${at}/ui-schema.json`),
    translations: await readTranslations(folder, at),
    fixtures: await folder.jsonIn(`${at}/fixtures`),
  };
}

async function readWorkflow(folder: FolderReader, key: string, at: string): Promise<WorkflowSource> {
  return {
    key,
    folder: at,
    workflow: await folder.json(`${at}/workflow.json`),
    bpmn: await folder.text(`${at}/process.bpmn`),
    decisions: await folder.textIn(`${at}/decisions`, '.dmn'),
    templates: await folder.textIn(`${at}/templates`, '.hbs'),
    translations: await readTranslations(folder, at),
    scenarios: await folder.jsonIn(`${at}/scenarios`),
  };
}

async function readClassifier(folder: FolderReader, key: string, at: string): Promise<ClassifierSource> {
  return {
    key,
    folder: at,
    classifier: await folder.json(`${at}/classifier.json`),
    items: await folder.text(`${at}/items.csv`),
  };
}

async function readPolicies(folder: FolderReader): Promise<PolicySource[]> {
  const policies: PolicySource[] = [];
  for (const [name, kind] of Object.entries(policyFolders)) {
    for (const json of await folder.jsonIn(`policies/${name}`)) policies.push({ kind, key: json.name, json });
  }
  const organisation = await folder.json('policies/organisation.json', 'optional');
  if (organisation) policies.push({ kind: 'organisation', key: 'organisation', json: organisation });
  return policies;
}

async function readTranslations(folder: FolderReader, at: string): Promise<Record<string, JsonFile>> {
  const files = await folder.jsonIn(`${at}/translations`);
  return Object.fromEntries(files.map((file) => [file.name, file]));
}

/** Reads files below a root and collects what is wrong with them. */
class FolderReader {
  constructor(
    private readonly root: string,
    private readonly faults: ContentFault[],
  ) {}

  async eachIn<Source>(name: string, read: (key: string, at: string) => Promise<Source>): Promise<Source[]> {
    const sources: Source[] = [];
    for (const key of await this.folders(name)) sources.push(await read(key, `${name}/${key}`));
    return sources;
  }

  async json(file: string, presence: 'required' | 'optional' = 'required'): Promise<JsonFile | undefined> {
    const source = await this.text(file, presence);
    if (!source) return undefined;
    const value = parseJson(source.text, reporter(this.faults, file), { example: file.includes('/fixtures/') });
    return value === undefined ? undefined : { ...source, value };
  }

  async text(file: string, presence: 'required' | 'optional' = 'required'): Promise<TextFile | undefined> {
    const full = path.join(this.root, file);
    const report = reporter(this.faults, file);
    const size = (await stat(full).catch(() => undefined))?.size;
    if (size === undefined) {
      if (presence === 'required') report('', 'the file is missing');
      return undefined;
    }
    if (size > maximumBytes) {
      report('', `is ${size} bytes long; a definition file has at most ${maximumBytes}`);
      return undefined;
    }
    return { file, name: path.basename(file, path.extname(file)), text: await readFile(full, 'utf8') };
  }

  async jsonIn(folder: string): Promise<JsonFile[]> {
    const files = await Promise.all((await this.files(folder, '.json')).map((file) => this.json(file)));
    return files.filter((file) => file !== undefined);
  }

  async textIn(folder: string, ending: string): Promise<TextFile[]> {
    const files = await Promise.all((await this.files(folder, ending)).map((file) => this.text(file)));
    return files.filter((file) => file !== undefined);
  }

  private async folders(name: string): Promise<string[]> {
    const entries = await readdir(path.join(this.root, name), { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  }

  private async files(folder: string, ending: string): Promise<string[]> {
    const names = await readdir(path.join(this.root, folder)).catch(() => []);
    for (const name of names.filter((each) => !each.endsWith(ending) && !each.startsWith('.'))) {
      reporter(this.faults, `${folder}/${name}`)('', `is left out: only ${ending} files are read here`, 'warning');
    }
    return names
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${folder}/${name}`);
  }
}

async function isFolder(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => undefined))?.isDirectory() ?? false;
}
