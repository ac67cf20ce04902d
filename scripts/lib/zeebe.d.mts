export interface ZeebePorts {
  grpc: number;
  rest: number;
  management: number;
  command: number;
  internal: number;
}

export interface ZeebeOptions {
  version?: string;
  ports?: Partial<ZeebePorts>;
  exporterUrl?: string | undefined;
  dataDir?: string | undefined;
  controlledClock?: boolean;
  environment?: Record<string, string>;
}

export interface RunningZeebe {
  readonly grpcAddress: string;
  readonly restUrl: string;
  readonly managementUrl: string;
  readonly version: string;
  readonly ports: ZeebePorts;
  /** Resolves when the broker's process has ended. */
  readonly ended: Promise<unknown>;
  output(): string;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export class ZeebeMissing extends Error {}
export const DEFAULT_VERSION: string;
export function ensureZeebe(version?: string): Promise<{ home: string; java: string }>;
export function startZeebe(options?: ZeebeOptions): Promise<RunningZeebe>;
export function exporterSettings(url: string): Record<string, string>;
