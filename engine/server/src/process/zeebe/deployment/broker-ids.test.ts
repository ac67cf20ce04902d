import { brokerId, readBrokerId } from './broker-ids.ts';

const version = '0198aaaa-0000-7000-8000-00000000000a';

describe('a process id on the broker', () => {
  it('holds the authored id and the version', () => {
    expect(readBrokerId(brokerId('request_v_2', version))).toEqual({ id: 'request_v_2', versionId: version });
  });

  it('is not read from what others deployed', () => {
    expect(readBrokerId('invoice')).toBeUndefined();
  });
});
