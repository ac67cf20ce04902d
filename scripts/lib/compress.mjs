import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const compressible = /\.(js|css|svg|json|wasm|bpmn)$/;
const SMALLEST = 1024;

/** Writes a Brotli copy beside each built file that gains by it. */
export async function precompress(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && compressible.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size > SMALLEST);
  for (const file of files) {
    const small = await compress(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
    writeFileSync(`${file}.br`, small);
  }
}
