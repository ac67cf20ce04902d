import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { BadRequestError } from '../errors/app-error.ts';

/** A file on its way in, with the text fields that were sent before it. */
export interface Upload {
  readonly fileName: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly content: Readable;
}

const maximumFields = 10;
const maximumFieldBytes = 1000;

/**
 * Reads a multipart request with one file and hands the file on as it comes in. Fields must stand before the file.
 * `size` bytes and one more are let through, so that the taker sees when there is too much.
 */
export function readUpload<Result>(
  request: IncomingMessage,
  size: number,
  take: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    let taken: Promise<Result> | undefined;
    const parser = createParser(request, size);
    const fail = (error: unknown) => {
      request.unpipe(parser);
      request.resume();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('file', (_name, content, { filename }) => {
      taken = take({ fileName: filename ?? '', fields, content });
      taken.then(resolve, (error: unknown) => {
        content.resume();
        fail(error);
      });
    });
    parser.on('error', (error) =>
      fail(new BadRequestError('malformed_body', `The upload cannot be read: ${String(error)}`)),
    );
    parser.on('close', () => {
      if (!taken) reject(new BadRequestError('malformed_body', 'The upload holds no file'));
    });
    request.on('aborted', () => parser.destroy(new Error('the sender went away')));
    request.pipe(parser);
  });
}

function createParser(request: IncomingMessage, size: number): busboy.Busboy {
  try {
    const limits = { files: 1, fields: maximumFields, fieldSize: maximumFieldBytes, fileSize: size + 1 };
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  } catch (error) {
    throw new BadRequestError('malformed_body', `The upload cannot be read: ${String(error)}`);
  }
}
