import fc from 'fast-check';
import { formatGrantedRole, parseGrantedRole } from './role-attribute.ts';

describe('parseGrantedRole', () => {
  it('reads the role and the institution', () => {
    // then
    expect(parseGrantedRole('ESOCIAL.CASE_MANAGER@1006601000037')).toEqual({
      role: 'case-manager',
      institution: '1006601000037',
    });
    expect(parseGrantedRole('ESOCIAL.AUTHOR@mmps')).toEqual({ role: 'author', institution: 'mmps' });
  });

  it.each([
    '',
    'CASE_MANAGER@1',
    'ESOCIAL.@1',
    'ESOCIAL.case@1',
    'ESOCIAL.ADMIN',
    'ESOCIAL.ADMIN@',
    'OTHER.ADMIN@1',
    'ESOCIAL.A@1 ',
    'ESOCIAL.A@1@2',
  ])('knows nothing of %j', (value) => {
    // then
    expect(parseGrantedRole(value)).toBeUndefined();
  });

  it('reads what formatGrantedRole writes', () => {
    // given
    const keys = fc.stringMatching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

    // then
    fc.assert(
      fc.property(keys, keys, (role, institution) => {
        expect(parseGrantedRole(formatGrantedRole({ role, institution }))).toEqual({ role, institution });
      }),
    );
  });
});
