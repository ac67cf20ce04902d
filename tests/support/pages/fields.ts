import { choicesOf } from '@esocial/form-core/choices.ts';
import type { FormField } from '@esocial/form-core/compiled-form.ts';
import { formatValue } from '@esocial/form-core/format-value.ts';
import type { Json, JsonObject } from '@esocial/form-core/json.ts';
import type { Locator } from 'playwright-core';
import type { FormContent } from './form-content.ts';
import type { Hand } from './hand.ts';
import { escape } from './hand.ts';

type Role = Parameters<Locator['getByRole']>[0];

/** Who fills in which form. */
export interface Filling {
  content: FormContent;
  hand: Hand;
}

/** Rows of more fields than these are shown as groups, not as lines of a table. */
const mostColumns = 4;
/** Longer lists of choices are a list that opens. */
const mostRadios = 7;

/** Matches a field's label with the marks that may follow it: optional, special data. */
const labelled = (title: string): RegExp =>
  new RegExp(`^${escape(title)}( \\(opțional\\))?( ?date (speciale|sigilate))?$`);

/** Matches a button whose label is completed, for screen readers, by what it acts on. */
const actionOn = (action: string, title: string): RegExp => new RegExp(`^${action} ?: ${escape(title)}$`);

const titleOf = (field: FormField): string => field.schema.title ?? field.key;

const control = (scope: Locator, role: Role, field: FormField): Locator =>
  scope.getByRole(role, { name: labelled(titleOf(field)) }).first();

/** Fills in one field by its label, as a person would; rows are added, what was filled in beforehand is replaced. */
export async function fillField(filling: Filling, scope: Locator, field: FormField, value: unknown): Promise<void> {
  if (value === undefined || field.calculation || field.schema.readOnly) return;
  const { content, hand } = filling;
  switch (field.kind) {
    case 'boolean':
      return hand.choose(control(scope, 'radiogroup', field), value === true ? 'Da' : 'Nu');
    case 'choice':
      return choose(hand, scope, field, value);
    case 'multipleChoice':
      return checkAll(hand, control(scope, 'group', field), labelsOf(field, value));
    case 'classifier':
      return pickItem(hand, scope, field, content.label(field, value as string));
    case 'multipleClassifier':
      return addItems(
        filling,
        scope,
        field,
        (value as string[]).map((code) => content.label(field, code)),
      );
    case 'person':
    case 'institution':
      return pickReference(hand, scope, field, value as JsonObject);
    case 'attachment':
    case 'attachments':
      return;
    case 'group':
      return fillFields(filling, control(scope, 'group', field), field.children, value as JsonObject);
    case 'repeatedGroup':
    case 'table':
      return fillRows(filling, scope, field, value as JsonObject[]);
    default:
      return hand.write(control(scope, 'textbox', field), textOf(field, value as Json));
  }
}

/** Fills in the fields of a group or a row, in their order. */
async function fillFields(
  filling: Filling,
  scope: Locator,
  fields: readonly FormField[],
  data: JsonObject,
): Promise<void> {
  for (const field of fields) await fillField(filling, scope, field, data[field.key]);
}

async function fillRows(filling: Filling, scope: Locator, field: FormField, rows: JsonObject[]): Promise<void> {
  const list = control(scope, 'group', field);
  const columns = field.children[0]?.children ?? [];
  for (const [index, data] of rows.entries()) {
    const row = rowAt(list, field, index + 1);
    if ((await row.count()) === 0)
      await filling.hand.press(list.getByRole('button', { name: /^Adaugă un rând/ }).last());
    await row.waitFor();
    await fillFields(filling, row, columns, data);
  }
}

function rowAt(list: Locator, field: FormField, number: number): Locator {
  const row = field.children[0];
  if (field.kind === 'table' && (row?.children.length ?? 0) <= mostColumns) {
    const head = list.page().getByRole('rowheader', { name: String(number), exact: true });
    return list.getByRole('row').filter({ has: head });
  }
  return list.getByRole('group', { name: `${row?.schema.title ?? titleOf(field)} ${number}`, exact: true });
}

function labelsOf(field: FormField, value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return choicesOf(field.schema)
    .filter((choice) => values.includes(choice.value))
    .map((choice) => choice.label);
}

async function checkAll(hand: Hand, group: Locator, labels: string[]): Promise<void> {
  for (const label of labels) {
    const box = group.getByLabel(label, { exact: true });
    if (!(await box.isChecked())) await hand.check(box);
  }
}

async function choose(hand: Hand, scope: Locator, field: FormField, value: unknown): Promise<void> {
  const [label = ''] = labelsOf(field, value);
  if (choicesOf(field.schema).length <= mostRadios) return hand.choose(control(scope, 'radiogroup', field), label);
  await control(scope, 'combobox', field).selectOption({ label });
}

/** A classifier with few items shows them all; another is searched by typing. */
async function pickItem(hand: Hand, scope: Locator, field: FormField, label: string): Promise<void> {
  const search = control(scope, 'combobox', field);
  if ((await search.count()) === 0) return hand.choose(control(scope, 'radiogroup', field), label);
  if ((await search.inputValue()) !== label) await hand.pick(search, label);
}

async function addItems({ hand }: Filling, scope: Locator, field: FormField, labels: string[]): Promise<void> {
  const chosen = scope.getByRole('list', { name: `Alese: ${titleOf(field)}`, exact: true });
  for (const label of labels) {
    const isChosen = await chosen.getByRole('button', { name: actionOn('Elimină', label) }).count();
    if (isChosen === 0) await pickItem(hand, scope, field, label);
  }
}

async function pickReference(hand: Hand, scope: Locator, field: FormField, reference: JsonObject): Promise<void> {
  const isChosen = await scope.getByRole('button', { name: actionOn('Schimbă', titleOf(field)) }).count();
  if (isChosen > 0) return;
  const { name, lastName, firstName } = reference as { name?: string; lastName?: string; firstName?: string };
  await hand.pick(control(scope, 'combobox', field), name ?? `${lastName} ${firstName}`);
}

function textOf(field: FormField, value: Json): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return formatValue(field, field.schema, value, { language: 'ro', yes: 'Da', no: 'Nu', classifier: () => undefined });
}
