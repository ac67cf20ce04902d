import { styleNonce } from './style-nonce.ts';

describe('the nonce of styles', () => {
  it('is what the server wrote into the page', () => {
    // given
    document.head.innerHTML = '<meta name="csp-nonce" content="n0nce">';
    // then
    expect(styleNonce()).toBe('n0nce');
  });

  it('is empty where no server wrote one', () => {
    // given
    document.head.innerHTML = '';
    // then
    expect(styleNonce()).toBe('');
  });
});
