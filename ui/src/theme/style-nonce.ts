/**
 * The nonce the server wrote into `<meta name="csp-nonce">`; Mantine puts it on the style
 * elements that it makes, so the content security policy needs no `unsafe-inline`.
 */
export function styleNonce(document: Document = window.document): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
