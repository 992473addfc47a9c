import itemsjs from 'itemsjs';
import { items } from './items.js';

export const setting = 'its `filter` with `includes`, because its own index knows only words of Latin script; not ranked';
export const facets = 'facets';

export function build(bytes) {
  const all = items(bytes);
  const counted = (title) => ({ title, size: 20, conjunction: false });
  const aggregations = {
    section: counted('section'),
    people: counted('people'),
    places: counted('places'),
    organisations: counted('organisations'),
    subjects: counted('subjects'),
  };
  const engine = itemsjs(all, { aggregations, native_search_enabled: false });
  return {
    search(query, { limit, facets }) {
      const words = query.split(' ');
      const filter = ({ title, text }) => words.every((word) => title.includes(word) || text.includes(word));
      const found = engine.search({ per_page: limit, filter, is_all_filtered_items: false, facets_fields: facets ? undefined : [] });
      return { total: found.pagination.total, ids: found.data.items.map(({ id }) => id) };
    },
  };
}
