import type { Page } from 'playwright-core';

export interface NewPerson {
  lastName: string;
  firstName: string;
  birthDate?: string;
  idnp?: string;
}

/** Looks for a person in a form's field first and registers them only because nobody is found. */
export async function registerFromField(page: Page, field: string, person: NewPerson): Promise<void> {
  const typed = `${person.lastName} ${person.firstName}`;
  await page.getByRole('combobox', { name: field }).fill(typed);
  await page.getByText('Nimic nu s-a găsit.').last().waitFor();
  await page.getByRole('button', { name: `Înregistrează o persoană nouă: „${typed}”` }).click();
  const dialog = page.getByRole('dialog', { name: 'Persoană nouă' });
  await dialog.getByLabel('Nume', { exact: true }).fill(person.lastName);
  await dialog.getByLabel('Prenume', { exact: true }).fill(person.firstName);
  if (person.birthDate) await dialog.getByLabel('Data nașterii').fill(person.birthDate);
  if (person.idnp) await dialog.getByLabel('IDNP').fill(person.idnp);
  await dialog.getByRole('button', { name: 'Înregistrează persoana' }).click();
  await dialog.waitFor({ state: 'detached' });
}
