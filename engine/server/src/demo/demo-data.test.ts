import { resolveDemoData, writtenAfter } from './demo-data.ts';

const now = new Date('2026-03-10T12:00:00Z');
const references = {
  now,
  persons: new Map([['ion', { personId: 'p1', lastName: 'Popa' }]]),
  institutions: new Map([['office', { institutionId: 'i1', name: 'Oficiu' }]]),
};

describe('demo data', () => {
  it('stands for persons, institutions and days counted from the loading', () => {
    // given
    const data = {
      child: { $person: 'ion' },
      offices: [{ $institution: 'office' }],
      begun: { $date: -3 },
      planned: { $date: 30 },
      seenAt: { $dateTime: -1, time: '09:20' },
      note: 'as it is',
    };

    // when
    const resolved = resolveDemoData(data, references);

    // then
    expect(resolved).toEqual({
      child: { personId: 'p1', lastName: 'Popa' },
      offices: [{ institutionId: 'i1', name: 'Oficiu' }],
      begun: '2026-03-07',
      planned: '2026-04-09',
      seenAt: '2026-03-09T07:20:00.000Z',
      note: 'as it is',
    });
  });

  it('never speaks of a time of today that has not come', () => {
    expect(resolveDemoData({ at: { $dateTime: 0, time: '23:00' } }, references)).toEqual({
      at: '2026-03-10T11:50:00.000Z',
    });
    expect(resolveDemoData({ at: { $dateTime: 2, time: '23:00' } }, references)).toEqual({
      at: '2026-03-12T21:00:00.000Z',
    });
  });

  it('names a reference that does not exist', () => {
    expect(() => resolveDemoData({ child: { $person: 'ana' } }, references)).toThrow('there is no demo person "ana"');
  });

  it('was written after the last past time it speaks of', () => {
    // given
    const data = { a: { $date: -5 }, b: [{ at: { $dateTime: -4, time: '10:00' } }], c: { $date: 20 }, d: 'x' };

    // then
    expect(writtenAfter(data, now)?.toISOString()).toBe('2026-03-06T08:00:00.000Z');
    expect(writtenAfter({ d: 'x' }, now)).toBeUndefined();
  });
});
