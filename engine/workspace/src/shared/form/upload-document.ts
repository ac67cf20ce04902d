import type { AttachmentReference } from '@esocial/contracts/generated/attachment-reference.ts';
import type { UploadOptions } from '@esocial/ui/forms/runtime-types.ts';
import { newKey } from '../new-key.ts';

/** To what a document belongs. */
export interface UploadOwner {
  caseId?: string;
  taskId?: string;
}

const keys = new WeakMap<File, string>();

/** The same file chosen once, however often it is sent. */
function keyOf(file: File): string {
  const key = keys.get(file) ?? newKey();
  keys.set(file, key);
  return key;
}

/**
 * `POST /documents`: sends a file, telling how far it is. XMLHttpRequest, because fetch cannot say
 * how much was sent. Rejects with a message that can be shown.
 */
export function uploadDocument(file: File, owner: UploadOwner, options: UploadOptions): Promise<AttachmentReference> {
  const body = new FormData();
  if (owner.caseId) body.set('caseId', owner.caseId);
  if (owner.taskId) body.set('taskId', owner.taskId);
  body.set('file', file);
  return new Promise((resolve, reject) => {
    const transfer = new XMLHttpRequest();
    transfer.open('POST', '/api/v1/documents');
    transfer.responseType = 'json';
    transfer.setRequestHeader('accept', 'application/json');
    transfer.setRequestHeader('idempotency-key', keyOf(file));
    transfer.upload.onprogress = (event) => options.onProgress(event.total ? event.loaded / event.total : 0);
    transfer.onload = () => {
      const answer = transfer.response as (AttachmentReference & { detail?: string }) | null;
      if (transfer.status < 300 && answer) resolve(answer);
      else reject(new Error(answer?.detail ?? transfer.statusText));
    };
    transfer.onerror = () => reject(new Error(transfer.statusText || 'network'));
    transfer.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    options.signal.addEventListener('abort', () => transfer.abort());
    transfer.send(body);
  });
}
