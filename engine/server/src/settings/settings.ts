import { existsSync, readFileSync } from 'node:fs';
import { address, choice, integer, read, SettingError, text } from './setting.ts';
import type { Setting } from './setting.ts';
import { readZeebeSettings, zeebeDefinitions } from './zeebe-settings.ts';
import type { ZeebeSettings } from './zeebe-settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting of the server; docs/operations/settings.md describes the same list, and a test compares them. */
export const definitions = {
  nodeEnv: choice(
    'NODE_ENV',
    'development',
    ['development', 'test', 'production'],
    'What the server runs for. `production` refuses the sandbox.',
  ),
  port: integer('PORT', 3000, [0, 65535], 'The TCP port of the web server; 0 takes any free one.'),
  host: text(
    'HOST',
    '127.0.0.1',
    'The network address that the web server listens on; `0.0.0.0` is every one, as a container needs.',
  ),
  publicUrl: address(
    'PUBLIC_URL',
    undefined,
    ['http:', 'https:'],
    'The address under which browsers reach the server. Default: `http://localhost:<PORT>`.',
  ),
  trustProxy: integer(
    'TRUST_PROXY',
    0,
    [0, 10],
    'How many reverse proxies stand before the server; their X-Forwarded headers are believed.',
  ),
  logLevel: choice(
    'LOG_LEVEL',
    'info',
    ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
    'The least severity of a log line.',
  ),
  databaseUrl: address(
    'DATABASE_URL',
    undefined,
    ['postgresql:', 'postgres:'],
    'PostgreSQL, as the role `esocial_app` or a member of it. Unset: the embedded PostgreSQL is used.',
  ),
  databaseOwnerUrl: address(
    'DATABASE_OWNER_URL',
    undefined,
    ['postgresql:', 'postgres:'],
    'The same database as the role that owns its tables, for migrations. Unset beside a DATABASE_URL: migrations are not run at start.',
  ),
  databasePoolSize: integer(
    'DATABASE_POOL_SIZE',
    10,
    [2, 100],
    'Connections for single statements, and as many again for transactions.',
  ),
  dataDirectory: text(
    'DATA_DIR',
    undefined,
    'Where the embedded PostgreSQL keeps its data. Default: `.data` in the project, or below `/var/lib` where PostgreSQL’s account may not enter the project.',
  ),
  processEngine: choice<'embedded' | 'zeebe'>(
    'PROCESS_ENGINE',
    'embedded',
    ['embedded', 'zeebe'],
    'The process engine of new cases: `embedded`, or `zeebe` for a broker. What was started on the embedded one ends there.',
  ),
  ...zeebeDefinitions,
  sandbox: choice(
    'SANDBOX',
    undefined,
    ['on', 'off'],
    'The sandbox identity provider with its named personas. Default: `on` unless MPass is set or NODE_ENV is `production`, where it is refused.',
  ),
  sessionHours: integer('SESSION_HOURS', 12, [1, 24], 'After how many hours a session ends, whatever is done in it.'),
  sessionIdleMinutes: integer(
    'SESSION_IDLE_MINUTES',
    60,
    [5, 720],
    'After how many minutes without a request a session ends.',
  ),
  samlIssuer: text('SAML_ISSUER', undefined, 'The name of this service as registered with MPass. Default: PUBLIC_URL.'),
  samlIdpIssuer: text('SAML_IDP_ISSUER', undefined, 'The name of MPass, as it stands in its assertions.'),
  samlSignInUrl: address(
    'SAML_SIGN_IN_URL',
    undefined,
    ['https:', 'http:'],
    'Where MPass takes sign-in requests (HTTP-POST binding).',
  ),
  samlSignOutUrl: address(
    'SAML_SIGN_OUT_URL',
    undefined,
    ['https:', 'http:'],
    'Where MPass takes sign-out requests (HTTP-POST binding).',
  ),
  samlIdpCertificate: text(
    'SAML_IDP_CERTIFICATE',
    undefined,
    'The certificate of MPass: PEM text or the path of a PEM file; several in one while MPass changes its key.',
  ),
  samlPrivateKey: text(
    'SAML_PRIVATE_KEY',
    undefined,
    'The key with which this service signs its requests: PEM text or the path of a PEM file.',
  ),
} as const satisfies Record<string, Setting<unknown>>;

/** What is needed to sign in through an identity provider that is not our own sandbox. */
export interface SamlSettings {
  readonly issuer: string;
  readonly idpIssuer: string;
  readonly signInUrl: string;
  readonly signOutUrl: string;
  /** PEM certificates or public keys; any of them may have signed. */
  readonly idpCertificates: readonly string[];
  /** PEM. */
  readonly privateKey: string;
}

export interface Settings {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly trustProxy: number;
  readonly logLevel: string;
  /** Undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly databasePoolSize: number;
  readonly dataDirectory: string | undefined;
  /** Undefined: the embedded process engine alone. */
  readonly zeebe: ZeebeSettings | undefined;
  /** Undefined: the sandbox. */
  readonly saml: SamlSettings | undefined;
  readonly session: { readonly hours: number; readonly idleMinutes: number };
}

/** Reads and checks all settings; throws a SettingError that names the first wrong one. */
export function readSettings(environment: Environment): Settings {
  const port = need(definitions.port, environment);
  const production = read(definitions.nodeEnv, environment) === 'production';
  const publicUrl = read(definitions.publicUrl, environment) ?? `http://localhost:${port}`;
  const databaseUrl = read(definitions.databaseUrl, environment);
  if (production && !publicUrl.startsWith('https:')) {
    throw new SettingError('PUBLIC_URL', 'must be an https:// address when NODE_ENV is production');
  }
  return {
    production,
    port,
    publicUrl,
    host: need(definitions.host, environment),
    trustProxy: need(definitions.trustProxy, environment),
    logLevel: need(definitions.logLevel, environment),
    databaseUrl,
    databaseOwnerUrl: readOwnerUrl(environment, databaseUrl),
    databasePoolSize: need(definitions.databasePoolSize, environment),
    dataDirectory: read(definitions.dataDirectory, environment),
    zeebe: need(definitions.processEngine, environment) === 'zeebe' ? readZeebeSettings(environment) : undefined,
    saml: readSaml(environment, production, publicUrl),
    session: {
      hours: need(definitions.sessionHours, environment),
      idleMinutes: need(definitions.sessionIdleMinutes, environment),
    },
  };
}

function need<T>(setting: Setting<T>, environment: Environment): T {
  const value = read(setting, environment);
  if (value === undefined) throw new SettingError(setting.name, 'is missing');
  return value;
}

function readOwnerUrl(environment: Environment, databaseUrl: string | undefined): string | undefined {
  const ownerUrl = read(definitions.databaseOwnerUrl, environment);
  if (ownerUrl && !databaseUrl) throw new SettingError('DATABASE_URL', 'is missing although DATABASE_OWNER_URL is set');
  return ownerUrl;
}

function readSaml(environment: Environment, production: boolean, publicUrl: string): SamlSettings | undefined {
  const sandbox = read(definitions.sandbox, environment);
  const signInUrl = read(definitions.samlSignInUrl, environment);
  if (production && sandbox === 'on')
    throw new SettingError('SANDBOX', 'is "on", which NODE_ENV=production does not allow');
  if (sandbox === 'on' && signInUrl)
    throw new SettingError('SANDBOX', 'is "on" although SAML_SIGN_IN_URL is set: choose one');
  if (!production && sandbox !== 'off' && !signInUrl) return undefined;
  return {
    issuer: read(definitions.samlIssuer, environment) ?? publicUrl,
    idpIssuer: need(definitions.samlIdpIssuer, environment),
    signInUrl: need(definitions.samlSignInUrl, environment),
    signOutUrl: need(definitions.samlSignOutUrl, environment),
    idpCertificates: readPems(definitions.samlIdpCertificate, environment),
    privateKey: readPems(definitions.samlPrivateKey, environment)[0] ?? '',
  };
}

const pemBlock = /-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g;

function readPems(setting: Setting<string>, environment: Environment): string[] {
  const value = need(setting, environment);
  const isText = value.includes('-----BEGIN');
  if (!isText && !existsSync(value)) throw new SettingError(setting.name, 'is neither PEM text nor the path of a file');
  const blocks = (isText ? value.replaceAll('\\n', '\n') : readFileSync(value, 'utf8')).match(pemBlock);
  if (!blocks) throw new SettingError(setting.name, 'holds no PEM block (-----BEGIN …-----)');
  return blocks;
}
