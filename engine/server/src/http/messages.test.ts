import { translateProblem, translatedCodes } from './messages.ts';

describe('the texts of problems', () => {
  it('exist for the same codes in all languages', () => {
    // then
    expect(translatedCodes('ru')).toEqual(translatedCodes('ro'));
    expect(translatedCodes('en')).toEqual(translatedCodes('ro'));
  });

  it('fall back to the text of the status, then to that of an unknown failure', () => {
    // then
    expect(translateProblem('nobody_knows', 404, 'en', {}).title).toBe('Not found');
    expect(translateProblem('nobody_knows', 418, 'en', {}).title).toBe('Internal error');
  });

  it('name what the details name, once and without reading it again', () => {
    // when
    const { detail } = translateProblem('invalid_parameter', 400, 'en', { parameter: '{parameter}' });

    // then
    expect(detail).toBe('The parameter "{parameter}" of the address is not correct.');
  });
});
