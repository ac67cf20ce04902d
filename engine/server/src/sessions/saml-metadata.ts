import { createPublicKey } from 'node:crypto';
import type { SamlSettings } from '../settings/settings.ts';
import { escapeMarkup } from './xml-signature.ts';

const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';

/** Our SAML metadata: the name, the two addresses and the key of this service. */
export function describeService(
  { issuer, privateKey }: Pick<SamlSettings, 'issuer' | 'privateKey'>,
  addresses: { readonly acs: string; readonly slo: string },
): string {
  const { n = '', e = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${escapeMarkup(issuer)}">`,
    '<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">',
    `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:KeyValue><ds:RSAKeyValue><ds:Modulus>${toBase64(n)}</ds:Modulus><ds:Exponent>${toBase64(e)}</ds:Exponent></ds:RSAKeyValue></ds:KeyValue></ds:KeyInfo></md:KeyDescriptor>`,
    `<md:SingleLogoutService Binding="${POST}" Location="${escapeMarkup(addresses.slo)}"/>`,
    `<md:AssertionConsumerService Binding="${POST}" Location="${escapeMarkup(addresses.acs)}" index="0" isDefault="true"/>`,
    '</md:SPSSODescriptor></md:EntityDescriptor>',
  ].join('');
}

function toBase64(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('base64');
}
