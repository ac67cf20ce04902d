import { isEmpty, phoneKey, readCriteria } from './search-criteria.ts';

const today = '2026-03-10';
const nothing = { words: [], birthDate: null, birthYear: null, identifier: null, phone: null };

describe('what a search asks for', () => {
  it.each([
    ['Popa Ionuț', { words: ['popa', 'ionut'] }],
    ['  попа-чебан ', { words: ['popa', 'ceban'] }],
    ['Popa 2016', { words: ['popa'], birthYear: 2016 }],
    ['Popa 20.05.2016', { words: ['popa'], birthDate: '2016-05-20' }],
    ['2016-05-20 Popa', { words: ['popa'], birthDate: '2016-05-20' }],
    ['Popa 31.02.2016', { words: ['popa'], birthYear: 2016 }],
    ['2001000001237', { identifier: '2001000001237' }],
    ['20010000', { phone: '20010000' }],
    ['200100', { identifier: '200100' }],
    ['+373 69 110 001', { phone: '69110001' }],
    ['069110001', { phone: '69110001' }],
    ['', {}],
    ['12 %', {}],
  ])('reads %j', (text, expected) => {
    // when
    const criteria = readCriteria({ text }, today);

    // then
    expect(criteria).toEqual({ ...nothing, ...expected });
  });

  it('lets the fields of the request count more than the text', () => {
    expect(readCriteria({ text: 'Popa 2016', birthYear: 2017, birthDate: '2017-01-02' }, today)).toMatchObject({
      birthYear: 2017,
      birthDate: '2017-01-02',
    });
  });

  it('knows when there is nothing to look for: a year alone is not enough', () => {
    expect(isEmpty(readCriteria({ text: '2016' }, today))).toBe(true);
    expect(isEmpty(readCriteria({ text: 'P' }, today))).toBe(false);
  });

  it.each([
    ['(069) 110-001', '69110001'],
    ['+37369110001', '69110001'],
    ['911', null],
  ])('takes of the phone number %s what all spellings share', (phone, key) => {
    // then
    expect(phoneKey(phone)).toBe(key);
  });
});
