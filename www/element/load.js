// Gets the files of a corpus: what comes, comes as bytes; what does not, as a reason.

/** Why a file did not come: `http` (the server said no), `network`, `elsewhere` (another site) or `address` (it is none). */
export class Missing {
  constructor(kind, detail) {
    Object.assign(this, { kind, detail });
  }
}

/**
 * @typedef {object} File
 * @property {string} name as problems tell it; empty for what has none
 * @property {Uint8Array} bytes
 * @property {number} [total] for a file that broke off: how many bytes it should have, 0 where that is not known
 * @property {string} [address] where it came from, and its pictures may; without it that is where the page is
 */

/**
 * Fetches a file, and tells of each part that comes.
 *
 * @param {string} name what the page calls it
 * @param {string | URL} base what its address is relative to
 * @param {(read: number, total: number) => void} progress told how many bytes more have come, and, once, of how many
 * @param {AbortSignal} signal
 * @returns {Promise<File | Missing>} rejects only when it is aborted
 */
export async function fetched(name, base, progress, signal) {
  if (!URL.canParse(name, base)) return new Missing('address', name);
  const url = new URL(name, base);
  let answer;
  try {
    answer = await fetch(url, { signal });
  } catch {
    signal.throwIfAborted();
    const elsewhere = url.origin !== location.origin && url.protocol.startsWith('http') && navigator.onLine;
    return new Missing(elsewhere ? 'elsewhere' : 'network', url.href);
  }
  if (!answer.ok) return new Missing('http', `${answer.status} ${url}`);
  // A packed file is longer than its Content-Length says.
  const packed = answer.headers.has('content-encoding');
  const total = packed ? 0 : Number(answer.headers.get('content-length'));
  progress(0, total);
  const chunks = [];
  const counted = count(answer.clone().body, (chunk) => {
    chunks.push(chunk);
    progress(chunk.length, 0);
  });
  let bytes = await answer.arrayBuffer().catch(() => null);
  signal.throwIfAborted();
  const whole = bytes && bytes.byteLength >= total;
  if (!bytes) {
    await counted;
    bytes = await new Blob(chunks).arrayBuffer();
  }
  return { name, bytes: new Uint8Array(bytes), total: whole ? undefined : total, address: answer.url || url.href };
}

// Reads a copy of what comes: browsers take a body that is read by hand alone for one that was broken off.
async function count(body, each) {
  const reader = body?.getReader();
  try {
    for (let part; reader && !(part = await reader.read()).done; ) each(part.value);
  } catch {
    // The body itself fails likewise.
  }
}

/**
 * What a page's script gives as a corpus.
 *
 * @param {string | URL | object | BufferSource | Blob} corpus a URL, JSON text, a parsed corpus, bytes or a file
 * @returns {Promise<File | Missing>}
 */
export async function given(corpus, ...how) {
  const of = (bytes, name = '') => ({ name, bytes });
  // Items are read from the bytes whenever they are shown, so the page's own are copied: they may change.
  if (corpus instanceof ArrayBuffer) return of(new Uint8Array(corpus.slice(0)));
  if (ArrayBuffer.isView(corpus)) return of(new Uint8Array(corpus.buffer, corpus.byteOffset, corpus.byteLength).slice());
  if (corpus instanceof Blob) {
    // A file that was moved or changed since it was chosen cannot be read.
    const bytes = await corpus.arrayBuffer().catch(() => null);
    return bytes ? of(new Uint8Array(bytes), corpus.name) : new Missing('network', corpus.name ?? '');
  }
  if (corpus instanceof URL) return fetched(corpus.href, ...how);
  if (typeof corpus !== 'string') return of(new TextEncoder().encode(JSON.stringify(corpus)));
  // No URL begins like JSON, or like the HTML that a server sends in its place.
  return /^\s*[[{<]/.test(corpus) ? of(new TextEncoder().encode(corpus)) : fetched(corpus, ...how);
}
