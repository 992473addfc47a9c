// Plain `includes` over the strings of each item: the truth, and what a page does without any library. Nothing is ranked.

import { items } from './items.js';

export const setting = '`String.includes` over headline and body, not ranked';

export function build(bytes) {
  const all = items(bytes);
  return {
    search(query, { limit }) {
      const words = query.split(' ');
      const found = [];
      for (const item of all) {
        if (words.every((word) => item.title.includes(word) || item.text.includes(word))) found.push(item.id);
      }
      return { total: found.length, ids: found.slice(0, limit) };
    },
  };
}
