import { buildPersonDetail } from '../../testing/build-person-detail.ts';
import { changedFields, changesOf, draftOf } from './person-changes.ts';

const person = buildPersonDetail({ phone: '+37369123456' });

describe('the changes to a person', () => {
  it('are none when nothing was typed', () => {
    expect(changesOf(person, draftOf(person))).toEqual({});
  });

  it('name only what differs, without the spaces around it', () => {
    expect(changesOf(person, { ...draftOf(person), firstName: ' Ioan ', lastName: 'Popa ' })).toEqual({
      firstName: 'Ioan',
    });
  });

  it('remove what was emptied', () => {
    expect(changesOf(person, { ...draftOf(person), phone: '' })).toEqual({ phone: null });
  });

  it('between two readings are found field by field', () => {
    expect(changedFields(draftOf(person), draftOf({ ...person, phone: '+37360000000', email: 'a@b.md' }))).toEqual([
      'phone',
      'email',
    ]);
  });
});
