import type { AttachmentReference } from '@esocial/contracts/generated/attachment-reference.ts';
import { UnsupportedMediaTypeError } from '../errors/app-error.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route, RouteReply } from '../http/route.ts';
import { maximumSize, tooLarge } from './document-service.ts';
import type { DocumentService, KeepUpload } from './document-service.ts';
import { readUpload } from './read-upload.ts';

/** What multipart adds around the file: boundaries, headers and the few fields. */
const multipartOverhead = 64 * 1024;

export function createDocumentRoutes({ documents }: { readonly documents: DocumentService }): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/v1/documents',
      operationId: 'uploadDocument',
      summary: 'Store a file (multipart: caseId or taskId, then file); the answer is the value of an attachment field',
      policy: { action: 'case.attach' },
      consumes: 'multipart/form-data',
      idempotent: 'after-reading',
      responses: { 201: contract<AttachmentReference>('attachment-reference') },
      async handle({ actor, raw, once }) {
        if (!raw.is('multipart/form-data')) {
          throw new UnsupportedMediaTypeError('A document is sent as multipart/form-data', {
            accepted: 'multipart/form-data',
          });
        }
        if (Number(raw.get('content-length') ?? 0) > maximumSize + multipartOverhead) {
          throw tooLarge();
        }
        const keep: KeepUpload = async (digest, finish) => {
          const finishing = async (): Promise<RouteReply> => ({ status: 201, body: await finish() });
          return (await (once ? once(digest, finishing) : finishing())).body as AttachmentReference;
        };
        const body = await readUpload(raw, maximumSize, (upload) => documents.upload(actor, upload, keep));
        return { status: 201, body };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/documents/:id/content',
      operationId: 'downloadDocument',
      summary: 'The file, always as a download',
      policy: 'signed-in',
      responses: { 200: null },
      async handle({ actor, params }) {
        const { document, content } = await documents.open(actor, params.id);
        const headers = {
          'content-type': document.mediaType,
          'content-length': String(document.size),
          'content-disposition': attachmentHeader(document.fileName),
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'private, no-store',
        };
        return { status: 200, headers, stream: content };
      },
    }),
  ];
}

/** RFC 6266: the name in UTF-8, and one in ASCII for who cannot read that. */
function attachmentHeader(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
