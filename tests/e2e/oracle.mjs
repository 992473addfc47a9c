// What a search should find, and what it should mark, in the plainest words: nothing here knows how the engine does it.
//
// The fold is made of OpenCC's own tables by the rule of docs/FOLD.md, where words begin by that of docs/QUERY.md.

import fs from 'node:fs';
import path from 'node:path';
import { root } from './harness.mjs';

const lines = (name) =>
  fs
    .readFileSync(path.join(root, 'crates/engine/data/opencc', name), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t').map((part) => part.split(' ').map((word) => [...word][0])));

const table = new Map(lines('TSCharacters.txt').map(([[from], [to]]) => [from, to]));
for (const [[standard], variants] of ['TWVariants.txt', 'HKVariants.txt'].flatMap(lines)) {
  const simplified = table.get(standard) ?? standard;
  for (const variant of variants) if (!table.has(variant)) table.set(variant, simplified);
}
for (const [from, to] of ['「“', '」”', '『‘', '』’', '\u3000 ']) table.set(from, to);

function step(char) {
  const code = char.codePointAt(0);
  if (table.has(char)) return table.get(char);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xff01 + 0x21);
  if (code < 0x20 || code === 0x7f) return ' ';
  if ((code >= 0x41 && code <= 0x58f) || (code >= 0x1e00 && code <= 0x1fff)) return [...char.toLowerCase()][0];
  return char;
}

const folded = new Map();

/** What a character folds to. */
export function foldChar(char) {
  let to = folded.get(char);
  if (to === undefined) {
    to = char;
    for (let next = step(to); next !== to; next = step(to)) to = next;
    folded.set(char, to);
  }
  return to;
}

/** A text with each character folded, but for the line ends between its passages. */
export const fold = (text) => text.split('\n').map((line) => Array.from(line, foldChar).join('')).join('\n');

const SCRIPTS = ['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Hebrew', 'Arabic', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Georgian', 'Hangul', 'Inherited']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const WORD = new RegExp(`^(?:(?=[\\p{L}\\p{M}\\p{N}])[${SCRIPTS}0-9]|[\\u2150-\\u2189²³¹⁰-₉¼½¾])$`, 'u');
const DIGIT = /^[0-9]$/;

/** Whether a word or number begins at a place of a folded text, given as characters. */
function begins(chars, at) {
  const [before, last] = [chars[at - 2] ?? '', chars[at - 1] ?? ''];
  if (WORD.test(last)) return false;
  if (!['.', ','].includes(last) || !DIGIT.test(chars[at]) || !DIGIT.test(before)) return true;
  let digits = 0;
  while (DIGIT.test(chars[at + digits] ?? '')) digits++;
  return last === ',' && digits !== 3;
}

/** A string that is looked for: quoted, or a plain word. */
export class Sought {
  constructor(text, quoted) {
    this.chars = quoted ? [...text] : Array.from(text, foldChar);
    this.text = this.chars.join('');
    this.quoted = quoted;
    this.bounded = !quoted && WORD.test(this.chars[0]);
  }

  /** Whether it stands in one of some passages, joined by line ends: as they are, or folded, as it asks for. */
  isIn(passages) {
    if (!this.bounded) return passages.includes(this.text);
    for (let at = passages.indexOf(this.text); at >= 0; at = passages.indexOf(this.text, at + 1)) {
      // Numbers are short: what is around the place decides.
      const from = Math.max(0, at - 4);
      const around = [...passages.slice(from, at + this.text.length + 4)];
      if (begins(around, [...passages.slice(from, at)].length)) return true;
    }
    return false;
  }

  /** Where it stands in a text, as characters. */
  *places(original) {
    const chars = this.quoted ? original : original.map(foldChar);
    for (let at = 0; at + this.chars.length <= chars.length; at++) {
      if (this.chars.every((char, place) => chars[at + place] === char) && (!this.bounded || begins(chars, at))) yield [at, at + this.chars.length];
    }
  }
}

/** Where any of some strings stand in a text: in UTF-16 units, what overlaps or touches joined. */
export function marks(text, all) {
  const chars = [...text];
  const places = all.flatMap((sought) => [...sought.places(chars)]).sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const joined = [];
  for (const [start, end] of places) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  const units = [0];
  for (const char of chars) units.push(units.at(-1) + char.length);
  return joined.map((mark) => mark.map((char) => units[char]));
}

/** All that plain words are looked for in, of an item of a corpus and its other versions: one line each, joined by line ends. */
export function passages(item) {
  const said = (list) => (list ?? []).filter(({ value }) => value?.trim());
  const ofRole = (list, role) => said(list).find((entry) => entry.role === role)?.value;
  const version = ({ headlines, descriptions, associations, bodies }) => [
    ...said(headlines).map(({ value }) => value),
    ofRole(descriptions, 'summary') ?? '',
    ...(associations ?? []).map(({ descriptions }) => ofRole(descriptions, 'caption') ?? ''),
    ofRole(bodies, 'main') ?? said(bodies)[0]?.value ?? '',
  ];
  const lines = [item, ...(item.translations ?? [])].flatMap(version).flatMap((text) => text.split('\n'));
  return lines.map((line) => line.trim()).filter(Boolean).join('\n');
}
