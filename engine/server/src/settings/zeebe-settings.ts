import { address, choice, integer, read, SettingError, text } from './setting.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that PROCESS_ENGINE=zeebe reads. */
export const zeebeDefinitions = {
  zeebeGrpcAddress: address(
    'ZEEBE_GRPC_ADDRESS',
    'grpc://127.0.0.1:26500',
    ['grpc:', 'grpcs:'],
    'The gRPC address of the Zeebe gateway.',
  ),
  zeebeRestAddress: address(
    'ZEEBE_REST_ADDRESS',
    'http://127.0.0.1:8080',
    ['http:', 'https:'],
    'The REST address of the Zeebe gateway, over which user tasks are completed.',
  ),
  zeebeVersion: choice<'8.5' | '8.6'>(
    'ZEEBE_VERSION',
    '8.5',
    ['8.5', '8.6'],
    'The version of the broker. Publishing refuses what it cannot run.',
  ),
  zeebeStreamPort: integer(
    'ZEEBE_STREAM_PORT',
    9210,
    [0, 65535],
    'The TCP port to which the broker’s Elasticsearch exporter sends its records.',
  ),
  zeebeStreamHost: text(
    'ZEEBE_STREAM_HOST',
    '127.0.0.1',
    'The network address on which records are received; another than this machine’s own needs ZEEBE_STREAM_PASSWORD.',
  ),
  zeebeStreamPassword: text(
    'ZEEBE_STREAM_PASSWORD',
    undefined,
    'The password with which the exporter authenticates (its user name may be any). Unset: only this machine is answered.',
  ),
} as const;

export interface ZeebeSettings {
  readonly grpcAddress: string;
  readonly restUrl: string;
  readonly version: '8.5' | '8.6';
  readonly stream: { readonly host: string; readonly port: number; readonly password: string | undefined };
}

const ownMachine: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);
const SHORTEST_PASSWORD = 16;

/** Throws a SettingError that names the first wrong one. */
export function readZeebeSettings(environment: Environment): ZeebeSettings {
  const host = read(zeebeDefinitions.zeebeStreamHost, environment) ?? '';
  const password = read(zeebeDefinitions.zeebeStreamPassword, environment);
  if (password === undefined && !ownMachine.has(host)) {
    throw new SettingError('ZEEBE_STREAM_PASSWORD', `is missing although ZEEBE_STREAM_HOST is ${host}`);
  }
  if (password !== undefined && password.length < SHORTEST_PASSWORD) {
    throw new SettingError('ZEEBE_STREAM_PASSWORD', `must have at least ${SHORTEST_PASSWORD} characters`);
  }
  return {
    grpcAddress: read(zeebeDefinitions.zeebeGrpcAddress, environment) ?? '',
    restUrl: read(zeebeDefinitions.zeebeRestAddress, environment) ?? '',
    version: read(zeebeDefinitions.zeebeVersion, environment) ?? '8.5',
    stream: { host, password, port: read(zeebeDefinitions.zeebeStreamPort, environment) ?? 0 },
  };
}
