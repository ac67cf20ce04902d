import type { Database } from '../database/database.ts';
import type { SamlSettings, Settings } from '../settings/settings.ts';
import { createIdentityProvider } from './identity-provider.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { provideSandboxKeys } from './sandbox-keys.ts';

interface ProvidedSaml {
  readonly samlSettings: SamlSettings;
  /** Undefined: the identity provider is MPass. */
  readonly identityProvider?: IdentityProvider;
}

/** MPass as the settings describe it; without one, the sandbox's own identity provider and how to reach it. */
export async function provideSaml(
  database: Database,
  { saml, publicUrl }: Pick<Settings, 'saml' | 'publicUrl'>,
): Promise<ProvidedSaml> {
  if (saml) return { samlSettings: saml };
  const [own, service] = await Promise.all([
    provideSandboxKeys(database, 'identity-provider'),
    provideSandboxKeys(database, 'service-provider'),
  ]);
  const issuer = `${publicUrl}/sandbox/idp`;
  return {
    samlSettings: {
      issuer: publicUrl,
      idpIssuer: issuer,
      signInUrl: `${publicUrl}/sandbox/idp`,
      signOutUrl: `${publicUrl}/sandbox/idp/sign-out`,
      idpCertificates: [own.publicKey],
      privateKey: service.privateKey,
    },
    identityProvider: createIdentityProvider({
      issuer,
      keys: own,
      service: {
        issuer: publicUrl,
        acs: `${publicUrl}/saml/acs`,
        slo: `${publicUrl}/saml/slo`,
        publicKey: service.publicKey,
      },
    }),
  };
}
