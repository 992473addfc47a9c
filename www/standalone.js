// Defines <jian-bao> from a classic script that carries everything, so that it also works from file://, where a page
// can fetch nothing.
//
// PROGRAM and CORPUS are functions that give the two files, gzipped, in base64. They are no part of this code: in
// `standalone.js` they follow it, and in a page that `jianbao pack` makes they read elements of the page.

import init, { Widget } from './jianbao.js';
import { defineElement } from './element-class.js';

defineElement(
  async () => {
    await init({ module_or_path: await unpacked(PROGRAM()) });
    return Widget;
  },
  () => unpacked(CORPUS()),
);

/** @returns {Promise<Uint8Array>} the bytes; of a text that is cut short those before the cut, for their reader to say so */
async function unpacked(base64) {
  const packed = new Blob([decoded(base64.slice(0, base64.length & ~3))]);
  const reader = packed.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts = [];
  try {
    for (let part; !(part = await reader.read()).done; ) parts.push(part.value);
  } catch (error) {
    if (parts.length === 0) throw error;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function decoded(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < bytes.length; place++) bytes[place] = text.charCodeAt(place);
  return bytes;
}
