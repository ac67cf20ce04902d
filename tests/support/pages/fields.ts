import { choicesOf } from '@esocial/form-core/choices.ts';
import type { FormField } from '@esocial/form-core/compiled-form.ts';
import { formatValue } from '@esocial/form-core/format-value.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Locator } from 'playwright-core';
import type { FormContent } from './form-content.ts';

type Role = Parameters<Locator['getByRole']>[0];

/** Rows of more fields than these are shown as groups, not as lines of a table. */
const mostColumns = 4;

export const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Matches a field's label with the marks that may follow it: optional, special data. */
export const labelled = (title: string): RegExp =>
  new RegExp(`^${escape(title)}( \\(opțional\\))?( ?date (speciale|sigilate))?$`);

export const startsWith = (text: string): RegExp => new RegExp(`^${escape(text)}`);

/** Matches a button whose label is completed, for screen readers, by what it acts on. */
const actionOn = (action: string, title: string): RegExp => new RegExp(`^${action} ?: ${escape(title)}$`);

const titleOf = (field: FormField): string => field.schema.title ?? field.key;

const named = (scope: Locator, role: Role, title: string): Locator =>
  scope.getByRole(role, { name: labelled(title) }).first();

/** Fills in one field by its label, as a person would; rows are added, what was filled in beforehand is replaced. */
export async function fillField(scope: Locator, content: FormContent, field: FormField, value: unknown): Promise<void> {
  if (value === undefined || field.calculation || field.schema.readOnly) return;
  const title = titleOf(field);
  switch (field.kind) {
    case 'boolean':
      return check(scope, title, value === true ? 'Da' : 'Nu');
    case 'choice':
      return choose(scope, field, title, value);
    case 'multipleChoice':
      for (const label of labelsOf(field, value))
        await named(scope, 'group', title).getByLabel(label, { exact: true }).check();
      return;
    case 'classifier':
      return chooseItem(scope, title, content.label(field, String(value)));
    case 'multipleClassifier':
      return addItems(
        scope,
        title,
        (value as string[]).map((code) => content.label(field, code)),
      );
    case 'person':
    case 'institution':
      return choosePartner(scope, title, value as JsonObject);
    case 'attachment':
    case 'attachments':
      return;
    case 'group':
      return fillFields(named(scope, 'group', title), content, field.children, value as JsonObject);
    case 'repeatedGroup':
    case 'table':
      return fillRows(scope, content, field, value as JsonObject[]);
    default:
      return named(scope, 'textbox', title).fill(typedText(field, value));
  }
}

/** Fills in the fields of a group or a row, in their order. */
export async function fillFields(
  scope: Locator,
  content: FormContent,
  fields: readonly FormField[],
  data: JsonObject,
): Promise<void> {
  for (const field of fields) await fillField(scope, content, field, data[field.key]);
}

async function fillRows(scope: Locator, content: FormContent, field: FormField, rows: JsonObject[]): Promise<void> {
  const title = titleOf(field);
  const list = named(scope, 'group', title);
  const row = field.children[0];
  const isTable = field.kind === 'table' && (row?.children.length ?? 0) <= mostColumns;
  for (const [index, data] of rows.entries()) {
    const line = isTable
      ? list.getByRole('row').nth(index + 1)
      : list.getByRole('group', { name: `${row?.schema.title ?? title} ${index + 1}`, exact: true });
    if ((await line.count()) === 0)
      await list
        .getByRole('button', { name: /^Adaugă un rând/ })
        .last()
        .click();
    await fillFields(line, content, row?.children ?? [], data);
  }
}

const check = (scope: Locator, title: string, answer: string): Promise<void> =>
  named(scope, 'radiogroup', title).getByLabel(answer, { exact: true }).check();

function labelsOf(field: FormField, value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return choicesOf(field.schema)
    .filter((choice) => values.includes(choice.value))
    .map((choice) => choice.label);
}

async function choose(scope: Locator, field: FormField, title: string, value: unknown): Promise<void> {
  const [label = ''] = labelsOf(field, value);
  if (choicesOf(field.schema).length <= 7) return check(scope, title, label);
  await named(scope, 'combobox', title).selectOption({ label });
}

/** A classifier with few items shows them all; another is searched by typing. */
async function chooseItem(scope: Locator, title: string, label: string): Promise<void> {
  const search = named(scope, 'combobox', title);
  if ((await search.count()) === 0) return check(scope, title, label);
  if ((await search.inputValue()) === label) return;
  await search.fill(label);
  await scope
    .page()
    .getByRole('option', { name: startsWith(label) })
    .first()
    .click();
}

async function addItems(scope: Locator, title: string, labels: string[]): Promise<void> {
  const field = named(scope, 'combobox', title).locator('xpath=ancestor::*[@data-path][1]');
  for (const label of labels) {
    const isChosen = await field.getByRole('button', { name: actionOn('Elimină', label) }).count();
    if (isChosen === 0) await chooseItem(scope, title, label);
  }
}

async function choosePartner(scope: Locator, title: string, reference: JsonObject): Promise<void> {
  if ((await scope.getByRole('button', { name: actionOn('Schimbă', title) }).count()) > 0) return;
  const name =
    'name' in reference ? String(reference.name) : `${String(reference.lastName)} ${String(reference.firstName)}`;
  await named(scope, 'combobox', title).fill(name);
  await scope
    .page()
    .getByRole('option', { name: startsWith(name) })
    .first()
    .click();
}

export function typedText(field: FormField, value: unknown): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return formatValue(field, field.schema, value as string, {
    language: 'ro',
    yes: 'Da',
    no: 'Nu',
    classifier: () => undefined,
  });
}
