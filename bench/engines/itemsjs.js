import itemsjs from 'itemsjs';
import { items } from './items.js';

export const setting =
  'with `ids` found by `includes`, because its own index knows only words of Latin script; not ranked; it counts facets with each search';
export const facets = 'facets';

export function build(bytes) {
  // It takes the number 0 for none.
  const all = items(bytes).map((item) => ({ ...item, id: item.id + 1 }));
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
    search(query, { limit }) {
      const words = query.split(' ');
      const has = ({ title, text }) => words.every((word) => title.includes(word) || text.includes(word));
      const found = engine.search({ per_page: limit, ids: all.filter(has).map(({ id }) => id) });
      return { total: found.pagination.total, ids: found.data.items.map(({ id }) => id - 1) };
    },
  };
}
