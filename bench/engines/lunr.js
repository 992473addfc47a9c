import lunr from 'lunr';
import { grams, items, queryGrams } from './items.js';

export const setting = 'characters and pairs as words, all required, no stemmer, the headline counts double';

export function build(bytes) {
  const builder = new lunr.Builder();
  builder.tokenizer = (text) => grams(String(text)).map((gram, at) => new lunr.Token(gram, { index: at }));
  builder.ref('id');
  builder.field('title', { boost: 2 });
  builder.field('text');
  for (const item of items(bytes)) builder.add(item);
  const index = builder.build();
  return {
    search(query, { limit }) {
      const terms = queryGrams(query);
      const found = index.query((wanted) => {
        for (const term of terms) wanted.term(term, { presence: lunr.Query.presence.REQUIRED, usePipeline: false });
      });
      return { total: found.length, ids: found.slice(0, limit).map(({ ref }) => Number(ref)) };
    },
  };
}
