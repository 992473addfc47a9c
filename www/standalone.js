// Defines <jian-bao> from a classic script that carries everything, so that it also works from file://, where a page
// can fetch nothing.
//
// PROGRAM and CORPUS are functions that give the two files, gzipped, in base64. They are no part of this code: in
// `standalone.js` they follow it, and in a page that `jianbao pack` makes they read elements of the page.

import init, { Widget } from './jianbao.js';
import { defineElement } from './element/class.js';

const PIECE = 1 << 20; // characters: a multiple of 4, or pieces could not be decoded alone

defineElement(
  async () => {
    await init({ module_or_path: await unpacked(PROGRAM()) });
    return Widget;
  },
  () => unpacked(CORPUS()),
);

/** @returns {Promise<Uint8Array>} the bytes; of a text that is cut short those before the cut, for their reader to say so */
async function unpacked(base64) {
  const gzip = new DecompressionStream('gzip');
  const fed = feed(gzip.writable.getWriter(), base64).catch((error) => error);
  const reader = gzip.readable.getReader();
  const parts = [];
  let length = 0;
  try {
    for (let part; !(part = await reader.read()).done; length += part.value.length) parts.push(part.value);
  } catch (error) {
    if (length === 0) throw error;
  }
  await fed;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

// A piece at a time, so that no second copy of a large text is made.
async function feed(writer, base64) {
  const whole = base64.length & ~3;
  for (let at = 0; at < whole; at += PIECE) await writer.write(decoded(base64.slice(at, Math.min(at + PIECE, whole))));
  await writer.close();
}

function decoded(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < bytes.length; place++) bytes[place] = text.charCodeAt(place);
  return bytes;
}
