// Makes Pagefind's index of a corpus with its own program, and the list of which fragment is which item.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { items } from './engines/items.js';

/**
 * Makes it.
 *
 * @param {Uint8Array} bytes the corpus
 * @param {string} folder where to
 * @param {typeof import('pagefind')} pagefind
 * @returns {Promise<number>} how long it took, in milliseconds
 */
export async function make(bytes, folder, pagefind) {
  const start = performance.now();
  const { index } = await pagefind.createIndex({});
  for (const item of items(bytes)) {
    const filters = { section: [item.section].filter(Boolean), people: item.people };
    const record = { url: `/${item.id}`, content: `${item.title}\n${item.text}`, language: 'zh', meta: { title: item.title }, filters };
    const { errors } = await index.addCustomRecord(record);
    if (errors.length) throw new Error(errors.join('; '));
  }
  await index.writeFiles({ outputPath: folder });
  await pagefind.close();
  return performance.now() - start;
}
