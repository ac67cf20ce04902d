import { buildSession } from '../../testing/build-session.ts';
import { allowedGroups, homeOf } from './navigation-groups.ts';

const session = (...actions: string[]) => buildSession({ actions });
const keys = (actions: string[]) =>
  allowedGroups(session(...actions), (key) => key).flatMap((group) => group.entries.map((entry) => entry.key));

describe('the navigation', () => {
  it.each([
    [
      ['task.list', 'case.read', 'person.search'],
      ['tasks', 'cases', 'persons'],
    ],
    [['release.read'], ['definitions', 'releases']],
    [['audit.read'], ['audit']],
    [[], []],
  ])('of somebody who may %j has %j', (actions, entries) => {
    expect(keys(actions)).toEqual(entries);
  });

  it.each([
    [['task.list'], '/tasks'],
    [['task.list', 'supervision.read'], '/supervision'],
    [['audit.read'], '/audit'],
    [[], '/settings'],
  ])('begins the day of %j at %s', (actions, home) => {
    expect(homeOf(session(...actions))).toBe(home);
  });
});
