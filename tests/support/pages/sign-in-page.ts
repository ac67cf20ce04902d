import type { BrowserContext, Page } from 'playwright-core';
import { signIn } from '../client.ts';
import type { ApiClient } from '../client.ts';

/** The personas' names, as the sandbox's sign-in page shows them. */
export const personas = {
  caseworker: 'Munteanu Elena',
  supervisor: 'Rusu Tatiana',
} as const;

/** Signs in as somebody does: the door, then the sandbox's page of personas. */
export async function signInByPage(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: 'Intră cu MPass' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: `Contul meu: ${name}` }).waitFor();
}

/** Leaves by the account menu; the door is seen again. */
export async function signOutByPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Contul meu/ }).click();
  await page.getByRole('button', { name: 'Ieși din sistem' }).click();
  await page.getByRole('link', { name: 'Intră cu MPass' }).waitFor();
}

/** Gives the browser a session without its pages, for tests of something else; answers with a caller in the same session. */
export async function openSession(context: BrowserContext, address: string, persona: string): Promise<ApiClient> {
  const client = await signIn(address, persona);
  await context.addCookies(
    client.cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url: address, httpOnly: true };
    }),
  );
  return client;
}
