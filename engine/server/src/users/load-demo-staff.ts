import type { DemoStaffFile } from '@esocial/contracts/generated/demo-staff.ts';
import { BadRequestError } from '../errors/app-error.ts';
import { newId } from '../ids/new-id.ts';
import type { InstitutionStore } from '../institutions/institution-store.ts';
import type { PersonaStore } from './persona-store.ts';
import type { UserStore } from './user-store.ts';

interface Dependencies {
  readonly users: UserStore;
  readonly institutions: InstitutionStore;
  /** Unless given, nobody is made known to the sandbox's identity provider. */
  readonly personas?: PersonaStore;
}

/**
 * Loads the synthetic staff of demo/staff.json in the current unit of work, and those of them whom the sandbox can
 * sign in. Institutions and teams must be there before.
 */
export async function loadDemoStaff(
  { users, institutions, personas }: Dependencies,
  file: DemoStaffFile,
): Promise<void> {
  for (const [position, person] of file.staff.entries()) {
    const institution = await institutions.findByIdnoOrKey(person.institution);
    if (!institution)
      throw new BadRequestError(
        'unknown_institution',
        `"${person.key}" works at "${person.institution}", which does not exist`,
      );
    const team = person.team === undefined ? undefined : await institutions.findTeam(institution.id, person.team);
    if (person.team !== undefined && !team) {
      throw new BadRequestError(
        'unknown_team',
        `"${person.key}" belongs to the team "${person.team}", which "${person.institution}" does not have`,
      );
    }
    const userId = await users.upsert({
      id: newId(),
      idnp: person.idnp,
      lastName: person.lastName,
      firstName: person.firstName,
      institutionId: institution.id,
      teamId: team?.id ?? null,
      position: person.position,
      email: person.email ?? null,
      phone: person.phone ?? null,
      language: person.language ?? 'ro',
      active: true,
    });
    if (person.persona) await personas?.upsert({ key: person.key, userId, roles: person.roles, position });
  }
}
