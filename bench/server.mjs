// Serves files of some folders to this machine only, as a page needs them that wants an exact clock.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

const HEAD = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * Starts it.
 *
 * @param {Record<string, string>} folders the folder behind each first part of a path
 * @param {Record<string, string>} files the file behind each whole path
 * @returns {Promise<{address: string, close: () => void}>}
 */
export async function serve(folders, files) {
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const [, first, ...rest] = asked.split('/');
    const base = folders[first];
    const below = base && path.join(base, ...rest);
    const file = files[asked] ?? (below?.startsWith(base) ? below : undefined);
    const found = file && (await stat(file).catch(() => undefined));
    if (!found?.isFile()) return response.writeHead(404, HEAD).end();
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...HEAD, 'Content-Type': type, 'Content-Length': found.size });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
