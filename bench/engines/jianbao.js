// Our engine, from the package's wasm. A result has headlines and snippets with marks, too, which no rival makes.

import init, { Archive } from '/pkg/jianbao.js';

export const setting = 'as it is: ranked, with headlines, snippets and marks';
export const facets = 'facets and histogram';

const FACETS = ['section', 'subject', 'person', 'organisation', 'place'];

let memory;

export async function prepare() {
  ({ memory } = await init());
}

export function build(bytes) {
  const archive = Archive.fromBytes(bytes);
  return {
    search(query, { limit, facets }) {
      const options = { limit, facets: facets ? FACETS : false, histogram: !!facets };
      const { total, hits } = archive.search(query, options);
      return { total, ids: hits.map(({ uri }) => uri) };
    },
    wasmBytes: () => memory.buffer.byteLength,
    free: () => archive.free(),
  };
}
