import MiniSearch from 'minisearch';
import { grams, items, queryGrams } from './items.js';

export const setting = 'characters and pairs as words, AND, the headline counts double';

export function build(bytes) {
  const all = items(bytes);
  const index = new MiniSearch({
    fields: ['title', 'text'],
    tokenize: grams,
    processTerm: (term) => term,
    searchOptions: { tokenize: queryGrams, combineWith: 'AND', boost: { title: 2 } },
  });
  index.addAll(all);
  return {
    search(query, { limit }) {
      const found = index.search(query);
      return { total: found.length, ids: found.slice(0, limit).map(({ id }) => id) };
    },
  };
}
