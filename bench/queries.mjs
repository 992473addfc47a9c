// The queries of a corpus, drawn from its own text by a seed, and what they should find: plain substrings.

import { build } from './engines/includes.js';
import { items } from './engines/items.js';

/** Six equal classes. */
export const CLASSES = ['one character', 'two of a headline', 'two of the text', 'four characters', 'six characters', 'two words'];

const KNOWN = 300;

/** A generator of numbers below one, after mulberry32. */
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Draws the queries.
 *
 * @param {Uint8Array} bytes the corpus
 * @param {number} each how many of a class
 */
export function draw(bytes, each) {
  const all = items(bytes);
  const truth = build(bytes);
  const find = (query) => truth.search(query, { limit: Infinity }).ids;
  const pick = new Picker(all, dice(20120702));
  const classes = CLASSES.map((name, at) => distinct(each, () => pick.ofClass(at)));
  // Class by class in turn: whoever is stopped halfway was asked all classes alike.
  const queries = Array.from({ length: each * CLASSES.length }, (_, at) => {
    const text = classes[at % CLASSES.length][Math.floor(at / CLASSES.length)];
    return { text, class: at % CLASSES.length };
  });
  return {
    queries,
    truth: queries.map(({ text }) => find(text)),
    none: distinct(Math.max(12, each), () => pick.nothing(find)),
    typed: distinct(Math.max(4, each / 4), () => pick.ofTitle(6)).flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1))),
    known: pick.known(KNOWN),
  };
}

/** Queries of the six classes alone, so many of each. */
export function classes(bytes, each) {
  const pick = new Picker(items(bytes), dice(20160930));
  return CLASSES.map((_, at) => distinct(each, () => pick.ofClass(at)));
}

function distinct(count, next) {
  const found = new Set();
  for (let tries = 0; found.size < count && tries < count * 200; tries++) {
    const query = next();
    if (query) found.add(query);
  }
  return [...found];
}

class Picker {
  constructor(all, random) {
    this.all = all;
    this.random = random;
  }

  below(count) {
    return Math.floor(this.random() * count);
  }

  item() {
    return this.all[this.below(this.all.length)];
  }

  /** So many neighbouring Han characters of a text; undefined where the place that was drawn has none. */
  cut(text, length) {
    const at = this.below(Math.max(1, text.length - length + 1));
    const part = text.slice(at, at + length);
    return new RegExp(`^\\p{Script=Han}{${length}}$`, 'u').test(part) ? part : undefined;
  }

  ofTitle(length) {
    return this.cut(this.item().title, length);
  }

  ofText(length) {
    return this.cut(this.item().text, length);
  }

  ofClass(at) {
    switch (at) {
      case 0: return this.ofText(1);
      case 1: return this.ofTitle(2);
      case 2: return this.ofText(2);
      case 3: return this.ofText(4);
      case 4: return this.ofText(6);
      default: return this.twoWords();
    }
  }

  twoWords() {
    const { text } = this.item();
    const [one, other] = [this.cut(text, 2), this.cut(text, 2)];
    return one && other && one !== other ? `${one} ${other}` : undefined;
  }

  /** Characters that are all in the corpus, but not one after the other. */
  nothing(find) {
    const length = [2, 3, 4, 6][this.below(4)];
    const query = Array.from({ length }, () => this.ofText(1)).join('');
    return query.length === length && find(query).length === 0 ? query : undefined;
  }

  /** Two words of a headline, in their order, that no other headline has both; words as the segmenter of browsers cuts them. */
  known(count) {
    const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
    const known = new Map();
    for (let tries = 0; known.size < count && tries < count * 20; tries++) {
      const { id, title } = this.item();
      const words = [...segmenter.segment(title)].map(({ segment }) => segment).filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
      const [one, other] = [this.below(words.length), this.below(words.length)].sort((a, b) => a - b);
      if (words.length < 2 || one === other || words[one] === words[other]) continue;
      const both = this.all.filter(({ title }) => title.includes(words[one]) && title.includes(words[other]));
      if (both.length === 1) known.set(id, `${words[one]} ${words[other]}`);
    }
    return [...known].map(([item, text]) => ({ item, text }));
  }
}
