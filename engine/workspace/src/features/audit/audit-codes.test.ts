import ro from './texts/ro.json';
import { auditObjects, auditVerbs, withCurrent } from './audit-codes.ts';

describe('codes of the audit', () => {
  it.each(auditVerbs)('%s has words', (code) => {
    const [subject = '', verb = ''] = code.split('.');
    const verbs: Record<string, Record<string, string>> = ro.verb;
    expect(verbs[subject]?.[verb]).toBeTruthy();
  });

  it.each(auditObjects)('%s has a name', (code) => {
    expect((ro.object as Record<string, string>)[code]).toBeTruthy();
  });

  it('keep one that only the address knows', () => {
    expect(withCurrent(['a'], 'b')).toEqual(['a', 'b']);
    expect(withCurrent(['a'], 'a')).toEqual(['a']);
    expect(withCurrent(['a'], undefined)).toEqual(['a']);
  });
});
