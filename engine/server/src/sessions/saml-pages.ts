import type { SamlPost } from './saml-client.ts';
import { escapeMarkup } from './xml-signature.ts';

/** A page that posts a SAML message on: by itself where scripts run, by its button where they do not. */
export function postingPage({ url, fields }: SamlPost, nonce: string): string {
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeMarkup(name)}" value="${escapeMarkup(value)}">`)
    .join('');
  return `<!doctype html>
<html lang="ro"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>eSocial</title><link rel="icon" href="/icon.svg"></head>
<body><main><form method="post" action="${escapeMarkup(url)}">${inputs}
<p>Autentificarea continuă…</p><button type="submit">Continuă</button></form></main>
<script nonce="${nonce}">document.forms[0].submit();</script></body></html>`;
}
