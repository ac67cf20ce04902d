import { readSettings } from './settings.ts';
import { readZeebeSettings } from './zeebe-settings.ts';

const password = 'sixteen-characters';

describe('the settings of a broker', () => {
  it('are read only when it is the process engine', () => {
    expect(readSettings({ ZEEBE_GRPC_ADDRESS: 'nonsense' }).zeebe).toBeUndefined();
    expect(readSettings({ PROCESS_ENGINE: 'zeebe' }).zeebe).toEqual({
      grpcAddress: 'grpc://127.0.0.1:26500',
      restUrl: 'http://127.0.0.1:8080',
      version: '8.5',
      stream: { host: '127.0.0.1', port: 9210, password: undefined },
    });
  });

  it.each([
    [{ ZEEBE_GRPC_ADDRESS: 'http://broker:26500' }, /^The setting ZEEBE_GRPC_ADDRESS must be an address/],
    [{ ZEEBE_REST_ADDRESS: 'broker' }, /^The setting ZEEBE_REST_ADDRESS must be an address/],
    [{ ZEEBE_VERSION: '8.4' }, /^The setting ZEEBE_VERSION is "8.4" but must be one of: 8.5, 8.6/],
    [{ ZEEBE_STREAM_PORT: '99999' }, /^The setting ZEEBE_STREAM_PORT/],
    [
      { ZEEBE_STREAM_HOST: '0.0.0.0' },
      /^The setting ZEEBE_STREAM_PASSWORD is missing although ZEEBE_STREAM_HOST is 0.0.0.0/,
    ],
    [{ ZEEBE_STREAM_PASSWORD: 'short' }, /^The setting ZEEBE_STREAM_PASSWORD must have at least 16 characters/],
  ])('%p stops the start', (environment, message) => {
    expect(() => readZeebeSettings(environment)).toThrow(message);
  });

  it('open the stream to other machines with a password', () => {
    const { stream } = readZeebeSettings({ ZEEBE_STREAM_HOST: '0.0.0.0', ZEEBE_STREAM_PASSWORD: password });
    expect(stream).toEqual({ host: '0.0.0.0', port: 9210, password });
  });
});
