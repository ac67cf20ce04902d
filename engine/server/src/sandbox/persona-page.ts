import type { Persona } from '../users/persona-store.ts';
import { escapeMarkup } from '../sessions/xml-signature.ts';

const styles = `
  body { font: 16px/1.5 Onest, system-ui, sans-serif; color: #2c2c2c; background: #f5f5f5; margin: 0; }
  main { max-width: 640px; margin: 0 auto; padding: 24px 16px 48px; }
  h1 { font-size: 28px; line-height: 1.2; margin: 24px 0 8px; }
  p.note { background: #feefc6; border-radius: 8px; padding: 12px 16px; }
  ul { list-style: none; padding: 0; display: grid; gap: 12px; }
  button { font: inherit; text-align: left; width: 100%; min-height: 48px; padding: 12px 16px; border: 1px solid #b2b2b2; border-radius: 8px; background: #fff; color: inherit; cursor: pointer; }
  button:hover { border-color: #0058d2; background: #e8f0fb; }
  button:focus-visible { outline: 4px solid #0058d2; outline-offset: 2px; }
  button strong { display: block; color: #0046a8; }
  button span { display: block; color: #444; }
`;

/** The sandbox's sign-in page: one button a persona. It stands in for MPass's own pages, which are Romanian first. */
export function personaPage(personas: readonly Persona[], samlRequest: string, nonce: string): string {
  const field = `<input type="hidden" name="SAMLRequest" value="${escapeMarkup(samlRequest)}">`;
  const buttons = personas.map(
    ({ key, displayName, job, institution }) =>
      `<li><button type="submit" name="persona" value="${escapeMarkup(key)}"><strong>${escapeMarkup(displayName)}</strong><span>${escapeMarkup(job)}</span><span>${escapeMarkup(institution.name)}</span></button></li>`,
  );
  return `<!doctype html>
<html lang="ro"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Autentificare de probă · eSocial</title><link rel="icon" href="/icon.svg"><style nonce="${nonce}">${styles}</style></head>
<body><main><h1>Autentificare de probă</h1>
<p class="note">Mediu de probă: persoanele și datele sunt fictive. În producție autentificarea se face prin MPass.</p>
<form method="post" action="/sandbox/idp/assertions">${field}
<h2>Alegeți în numele cui intrați</h2>
<ul>${buttons.join('')}</ul>
<button type="submit" name="cancel" value="yes">Renunțați la autentificare</button></form></main></body></html>`;
}
