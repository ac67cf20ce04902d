import { uploadDocument } from './upload-document.ts';

/** Stands in for the browser's transfer, which jsdom would send to a real network. */
class FakeTransfer {
  static last: FakeTransfer;
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  readonly headers: Record<string, string> = {};
  body: FormData | undefined;
  address = '';
  status = 201;
  statusText = '';
  response: object | null = null;
  onload: (() => void) | undefined;
  onerror: (() => void) | undefined;
  onabort: (() => void) | undefined;

  constructor() {
    FakeTransfer.last = this;
  }

  open(method: string, url: string) {
    this.address = `${method} ${url}`;
  }

  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }

  send(body: FormData) {
    this.body = body;
  }

  abort() {
    this.onabort?.();
  }
}

const file = new File(['conținut'], 'certificat.pdf', { type: 'application/pdf' });

function send() {
  const told: number[] = [];
  const stop = new AbortController();
  const options = { signal: stop.signal, onProgress: (fraction: number) => told.push(fraction) };
  const sent = uploadDocument(file, { caseId: 'case-1', taskId: 'task-1' }, options);
  return { told, stop, sent, transfer: FakeTransfer.last };
}

describe('sending a file', () => {
  const original = globalThis.XMLHttpRequest;
  beforeEach(() => Object.assign(globalThis, { XMLHttpRequest: FakeTransfer }));
  afterEach(() => Object.assign(globalThis, { XMLHttpRequest: original }));

  it('says to which case and task it belongs, once per key', () => {
    // when
    const { transfer } = send();
    // then
    expect(transfer.address).toBe('POST /api/v1/documents');
    expect([...(transfer.body?.keys() ?? [])]).toEqual(['caseId', 'taskId', 'file']);
    expect(transfer.body?.get('caseId')).toBe('case-1');
    expect(transfer.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('keeps its key when the same choice of a file is sent again', () => {
    // when
    const keys = [send(), send()].map(({ transfer }) => transfer.headers['idempotency-key']);
    // then
    expect(keys[1]).toBe(keys[0]);
  });

  it('tells how far it is, and ends with the reference', async () => {
    // given
    const { told, sent, transfer } = send();
    // when
    transfer.upload.onprogress?.({ loaded: 1, total: 4 });
    transfer.upload.onprogress?.({ loaded: 4, total: 4 });
    transfer.response = { documentId: 'd1', fileName: 'certificat.pdf' };
    transfer.onload?.();
    // then
    await expect(sent).resolves.toEqual({ documentId: 'd1', fileName: 'certificat.pdf' });
    expect(told).toEqual([0.25, 1]);
  });

  it('does not invent progress where the size is unknown', () => {
    const { told, transfer } = send();
    transfer.upload.onprogress?.({ loaded: 10, total: 0 });
    expect(told).toEqual([0]);
  });

  it('ends with the server’s own words when it refuses the file', async () => {
    const { sent, transfer } = send();
    transfer.status = 415;
    transfer.response = { detail: 'Fișierul nu este un PDF.' };
    transfer.onload?.();
    await expect(sent).rejects.toThrow('Fișierul nu este un PDF.');
  });

  it('ends with an error when the connection goes', async () => {
    const { sent, transfer } = send();
    transfer.onerror?.();
    await expect(sent).rejects.toThrow('network');
  });

  it('stops when it is told to', async () => {
    const { sent, stop } = send();
    stop.abort();
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
  });
});
