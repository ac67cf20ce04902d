import { matchCommands, type Command } from './match-command.ts';

const command = (label: string): Command => ({ id: label, label, group: '', run: () => undefined });
const commands = ['Deschide sarcinile', 'Înregistrează sesizarea', 'Schimbă tema', 'Sarcini depășite'].map(command);

describe('matching of commands', () => {
  it.each([
    ['', 4],
    ['inregistreaza', 1],
    ['SARCINI', 2],
    ['sarcini depasite', 1],
    ['raport', 0],
  ])('of "%s" finds %i', (query, count) => {
    expect(matchCommands(commands, query)).toHaveLength(count);
  });

  it('puts those first that begin with the word', () => {
    expect(matchCommands(commands, 'sarcini')[0]?.label).toBe('Sarcini depășite');
  });
});
