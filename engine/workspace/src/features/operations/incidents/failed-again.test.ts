import { buildIncident } from '../../../testing/build-incident.ts';
import { failedAgain } from './failed-again.ts';

const retried = buildIncident({ id: 'i1', raisedAt: '2026-03-10T08:00:00Z' });

describe('a retried step', () => {
  it.each([
    ['nothing else is open', [], false],
    ['it is itself still listed', [retried], false],
    [
      'a newer incident of the same step is there',
      [buildIncident({ id: 'i2', raisedAt: '2026-03-10T08:01:00Z' })],
      true,
    ],
    ['the incident is of another instance', [buildIncident({ id: 'i2', instanceId: 'other' })], false],
    ['the incident is of another step', [buildIncident({ id: 'i2', elementId: 'Task_Other' })], false],
    ['the other incident is older', [buildIncident({ id: 'i0', raisedAt: '2026-03-09T08:00:00Z' })], false],
  ])('when %s', (_case, open, expected) => {
    expect(failedAgain(retried, open)).toBe(expected);
  });
});
