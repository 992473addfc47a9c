import Fuse from 'fuse.js';
import { items } from './items.js';

export const setting = 'extended search, each word as `\'word` (has to be in it), `ignoreLocation`, `threshold: 0`';

export function build(bytes) {
  const all = items(bytes);
  const keys = [
    { name: 'title', weight: 2 },
    { name: 'text', weight: 1 },
  ];
  const fuse = new Fuse(all, { keys, useExtendedSearch: true, ignoreLocation: true, threshold: 0 });
  return {
    search(query, { limit }) {
      const words = query.split(' ').map((word) => `'${word}`);
      // Words need not stand in one field.
      const found = fuse.search({ $and: words.map((word) => ({ $or: [{ title: word }, { text: word }] })) });
      return { total: found.length, ids: found.slice(0, limit).map(({ item }) => item.id) };
    },
  };
}
