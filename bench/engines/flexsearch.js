import { Index } from 'flexsearch';
import { grams, items, queryGrams } from './items.js';

export const setting = 'an `Index` of headline and body, characters and pairs as words, `tokenize: "strict"`';

export function build(bytes) {
  let cut = grams;
  const index = new Index({ tokenize: 'strict', encode: (text) => cut(text), cache: false });
  for (const item of items(bytes)) index.add(item.id, `${item.title}\n${item.text}`);
  cut = queryGrams;
  return {
    search(query, { limit }) {
      const ids = index.search(query, { limit, suggest: false });
      // It does not say how many there are.
      return { total: ids.length < limit ? ids.length : undefined, ids };
    },
  };
}
