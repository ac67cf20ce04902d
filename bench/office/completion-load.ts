import { stepData } from './chain-content.ts';
import { PEOPLE_PER_ROLE } from './office.ts';
import type { OpenTask } from './seed-cases.ts';
import { expectStatus } from './server.ts';
import type { BenchmarkServer, HttpClient } from './server.ts';

/** All clerks, signed in, by the key of their persona. */
export async function signInClerks(server: BenchmarkServer): Promise<Map<string, HttpClient>> {
  const clients = new Map<string, HttpClient>();
  for (let index = 0; index < PEOPLE_PER_ROLE; index += 1)
    clients.set(`clerk-${index}`, await server.signIn(`clerk-${index}`));
  return clients;
}

/** Completes a task over HTTP as its assignee, with a filled-in form. */
export async function completeOverHttp(
  clients: ReadonlyMap<string, HttpClient>,
  { taskId, persona }: OpenTask,
): Promise<void> {
  const client = clients.get(persona) as HttpClient;
  expectStatus(await client.post(`/api/v1/tasks/${taskId}/submissions`, { data: stepData }), 201);
}
