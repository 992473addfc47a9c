import { create, insertMultiple, search } from '@orama/orama';
import { grams, items, queryGrams } from './items.js';

export const setting = 'characters and pairs as words, `threshold: 0` (all of them), the headline counts double';
export const facets = 'facets';

const COUNTED = { section: {}, people: {}, places: {}, organisations: {}, subjects: {} };

export async function build(bytes) {
  const tokenizer = {
    language: 'chinese',
    normalizationCache: new Map(),
    // A query comes without the name of a field.
    tokenize: (text, _language, field) => [...new Set(field ? grams(text) : queryGrams(text))],
  };
  const schema = {
    title: 'string',
    text: 'string',
    section: 'enum',
    people: 'enum[]',
    places: 'enum[]',
    organisations: 'enum[]',
    subjects: 'enum[]',
  };
  const index = create({ schema, components: { tokenizer } });
  const all = items(bytes).map((item) => ({ ...item, id: String(item.id) }));
  await insertMultiple(index, all, 1_000);
  const PROPERTIES = ['title', 'text'];
  return {
    search(term, { limit, facets }) {
      const counted = facets ? { facets: COUNTED } : {};
      const done = ({ count, hits }) => ({ total: count, ids: hits.map(({ id }) => Number(id)) });
      const found = search(index, { term, limit, threshold: 0, properties: PROPERTIES, boost: { title: 2 }, ...counted });
      return found.then ? found.then(done) : done(found);
    },
  };
}
