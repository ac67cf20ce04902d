import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';
import { definitions, readSettings } from './settings.ts';

const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';

const mpass = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://esocial.example.md',
  SAML_SIGN_IN_URL: 'https://mpass.example.md/login/saml',
  SAML_SIGN_OUT_URL: 'https://mpass.example.md/logout/saml',
  SAML_IDP_ISSUER: 'https://mpass.example.md',
  SAML_IDP_CERTIFICATE: `${pem}\n${pem}`,
  SAML_PRIVATE_KEY: pem,
};

describe('readSettings', () => {
  it('needs nothing on a laptop: port 3000, the sandbox, the embedded PostgreSQL', () => {
    // when
    const settings = readSettings({});

    // then
    expect(settings).toMatchObject({ port: 3000, publicUrl: 'http://localhost:3000', production: false });
    expect(settings.saml).toBeUndefined();
    expect(settings.databaseUrl).toBeUndefined();
  });

  it('takes MPass in production, with the service’s address as its name and every certificate', () => {
    // when
    const { saml } = readSettings(mpass);

    // then
    expect(saml?.issuer).toBe('https://esocial.example.md');
    expect(saml?.idpCertificates).toHaveLength(2);
  });

  it('counts an empty text as unset', () => {
    // then
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' }).port).toBe(3000);
  });

  it.each([
    [{ PORT: '30OO' }, 'The setting PORT is "30OO" but must be a whole number from 0 to 65535'],
    [{ PORT: '70000' }, 'The setting PORT is "70000"'],
    [{ LOG_LEVEL: 'loud' }, 'The setting LOG_LEVEL is "loud" but must be one of: fatal'],
    [{ PUBLIC_URL: 'esocial.md' }, 'The setting PUBLIC_URL must be an address'],
    [
      { DATABASE_URL: 'mysql://u:secret@h/d' },
      'The setting DATABASE_URL must be an address that begins with postgresql://',
    ],
    [{ DATABASE_OWNER_URL: 'postgresql://h/d' }, 'The setting DATABASE_URL is missing'],
    [{ NODE_ENV: 'production' }, 'The setting PUBLIC_URL must be an https:// address'],
    [{ ...mpass, SANDBOX: 'on' }, 'The setting SANDBOX is "on", which NODE_ENV=production does not allow'],
    [{ ...mpass, NODE_ENV: '', SANDBOX: 'on' }, 'The setting SANDBOX is "on" although'],
    [{ SANDBOX: 'off' }, 'The setting SAML_IDP_ISSUER is missing'],
    [{ ...mpass, SAML_IDP_CERTIFICATE: '/no/such/file' }, 'The setting SAML_IDP_CERTIFICATE is neither'],
    [{ ...mpass, SAML_PRIVATE_KEY: '-----BEGIN nothing' }, 'The setting SAML_PRIVATE_KEY holds no PEM block'],
  ])('refuses %j and says why', (environment, message) => {
    // then
    expect(() => readSettings(environment)).toThrow(message);
  });

  it('does not repeat a password in its message', () => {
    // then
    expect(() => readSettings({ DATABASE_URL: 'mysql://u:secret@h/d' })).toThrow(/^((?!secret).)*$/s);
  });
});

describe('docs/operations/settings.md', () => {
  it.each(Object.values(definitions).map((setting) => [setting.name, setting] as const))(
    'describes %s and its default',
    (name, setting) => {
      // given
      const page = readFileSync(join(projectRoot(), 'docs/operations/settings.md'), 'utf8').replaceAll(/ +/g, ' ');

      // then
      const fallback = setting.fallback === undefined ? '' : `\`${setting.fallback}\``;
      expect(page).toContain(`| \`${name}\` | ${fallback} | ${setting.description} |`.replaceAll(/ +/g, ' '));
    },
  );
});
