// The engine in a browser against the plainest search there is: random pieces of a corpus' own text, quoted and plain. Each
// finds exactly the items that have it, and exactly that is marked.
//
// A seeded corpus and the bundled one are always asked; real articles where the folder beside the project has them.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { DESK, openServed, root, start, stop } from './harness.mjs';
import { dice } from '../../bench/queries.mjs';
import { fold, marks, passages, Sought } from './oracle.mjs';

before(start);
after(stop);

const REAL = path.join(root, '..', 'shared', 'corpora', 'xwlb-2012-2016.jsonl');
const COUNT = 1000;
/** So many characters has a piece; 0 stands for two words. One character finds so much that it is drawn half as often. */
const CLASSES = [1, 2, 3, 4, 5, 6, 7, 8, 0, 2, 3, 4, 5, 6, 7, 8, 0];
const BATCH = 25;

/** Opens a page with the engine and a corpus in it, without a widget. */
async function opened(json, steps) {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'jianbao-')), 'corpus.json');
  fs.writeFileSync(file, json);
  try {
    await openServed(DESK, async (page) => {
      await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file' })));
      await page.locator('input').setInputFiles(file);
      await page.evaluate(load);
      await steps(page);
    }, { file: 'tests/e2e/pages/bare.html' });
  } finally {
    fs.rmSync(path.dirname(file), { recursive: true });
  }
}

/** In the page: reads the corpus, and makes `ask`, which gives all items found, by pages, and what the first page shows. */
async function load() {
  const { default: init, Archive } = await import('/pkg/jianbao.js');
  await init();
  const bytes = new Uint8Array(await document.querySelector('input').files[0].arrayBuffer());
  const archive = Archive.fromBytes(bytes);
  const numbers = new Map(JSON.parse(new TextDecoder().decode(bytes)).items.map(({ uri }, number) => [uri, number]));
  globalThis.ask = (text) => {
    const options = { limit: 20, facets: false, histogram: false };
    const { total, hits } = archive.search(text, options);
    const found = hits.map(({ uri }) => numbers.get(uri));
    for (let offset = 20; offset < total; offset += 5000) {
      found.push(...archive.search(text, { ...options, offset, limit: 5000 }).hits.map(({ uri }) => numbers.get(uri)));
    }
    return { total, found, shown: hits.flatMap(({ uri, headline, snippet }) => [headline, snippet].map(({ text, marks }) => [numbers.get(uri), text, marks])) };
  };
}

/** A piece in quotes that it does not have itself; nothing where there are none, or where blanks at its ends would be lost. */
function quoted(piece) {
  if (piece.trim() !== piece || /\p{Cc}/u.test(piece)) return undefined;
  if (!/["“”„＂]/.test(piece)) return `“${piece}”`;
  return piece.includes('」') ? undefined : `「${piece}」`;
}

/** A piece that is one word of the query language as it stands. */
const plain = (piece) => (/[\s\p{Cc}"“”„＂「」『』()（）|｜:：]/u.test(piece) || /^(?:[-－~～‘]|OR$|或$)/.test(piece) ? undefined : piece);

/** Draws pieces of the texts, class by class in turn, each as the query it is written as. */
function draw(texts, written, random) {
  const below = (count) => Math.floor(random() * count);
  const cut = (text, length) => {
    const chars = [...text];
    const at = below(Math.max(1, chars.length - length + 1));
    const piece = chars.slice(at, at + length).join('');
    return [...piece].length === length && !piece.includes('\n') && written(piece) !== undefined ? piece : undefined;
  };
  const queries = new Map();
  for (let tries = 0; queries.size < COUNT; tries++) {
    assert.ok(tries < COUNT * 1000, 'the corpus has too little to draw from');
    const length = CLASSES[queries.size % CLASSES.length];
    const text = texts[below(texts.length)];
    // A small corpus has not as many different pieces of each length.
    const pieces = length > 0 ? [cut(text, tries % 40 === 39 ? 8 : length)] : [cut(text, 2 + below(3)), cut(text, 2 + below(3))];
    if (!pieces.includes(undefined)) queries.set(pieces.map(written).join(' '), pieces);
  }
  return [...queries];
}

/** Asks for all pieces, and compares; gives back how many items were found and how many marks seen. */
async function compare(page, texts, searched, isQuoted, random) {
  const queries = draw(texts, isQuoted ? quoted : plain, random);
  const seen = { found: 0, marks: 0 };
  for (let from = 0; from < queries.length; from += BATCH) {
    const batch = queries.slice(from, from + BATCH);
    const answers = await page.evaluate((texts) => texts.map(globalThis.ask), batch.map(([text]) => text));
    batch.forEach(([text, pieces], at) => {
      const all = pieces.map((piece) => new Sought(piece, isQuoted));
      const { total, found, shown } = answers[at];
      const truth = searched.flatMap((passages, number) => (all.every((sought) => sought.isIn(passages)) ? [number] : []));
      assert.deepEqual([total, found.toSorted((one, other) => one - other)], [truth.length, truth], text);
      for (const [number, text, found] of shown) seen.marks += exact(text, found, all, texts[number]);
      seen.found += total;
    });
  }
  return seen;
}

/** Checks that what is shown is an excerpt of the item's text, in which exactly what was sought is marked. */
function exact(shown, found, all, text) {
  const blank = text.replace(/(?!\n)\p{Cc}/gu, ' ');
  // An ellipsis at an end may stand for what was left out.
  const ends = [[0, 0], [1, 0], [0, 1], [1, 1]].filter(([before, after]) => (!before || shown.startsWith('…')) && (!after || shown.endsWith('…')));
  const excerpt = ends.map(([before, after]) => [before, shown.slice(before, shown.length - after)]).find(([, excerpt]) => blank.includes(excerpt));
  assert.ok(excerpt, `${shown} is not in the item`);
  const expected = marks(excerpt[1], all).map((mark) => mark.map((unit) => unit + excerpt[0]));
  assert.deepEqual(found, expected, `${all.map(({ text }) => text).join(' ')} in ${shown}`);
  return found.length;
}

/** Both ways on one corpus. */
async function proved(t, corpus) {
  const texts = corpus.items.map(passages);
  await opened(JSON.stringify(corpus), async (page) => {
    for (const isQuoted of [true, false]) {
      const began = performance.now();
      const searched = isQuoted ? texts : texts.map(fold);
      const seen = await compare(page, texts, searched, isQuoted, dice(isQuoted ? 14 : 15));
      assert.ok(seen.found >= COUNT && seen.marks > 0);
      const took = ((performance.now() - began) / 1000).toFixed(0);
      t.diagnostic(`${COUNT} ${isQuoted ? 'quoted' : 'plain'} pieces in ${texts.length} items: ${seen.found} hits and ${seen.marks} marks, all exact (${took} s)`);
    }
  });
}

/** A corpus of both scripts, letters, numbers, marks and rare planes, in which much is nearly the same. */
function seeded(count) {
  const random = dice(2025);
  const alphabet = [...'海绵綿城市臺台湾灣里裏裡漳州的，。、“”1８,.a Ａb é𠀀🎉-'];
  const words = ['city ', '1.8亿', '1,800家', '8家 ', 'Xi’an ', '“四链”', '「四鏈」', '全域融合', '2025年3月', 'OR '];
  const text = (length) =>
    Array.from({ length }, () => {
      const list = random() < 0.12 ? words : alphabet;
      return list[Math.floor(random() * list.length)];
    }).join('').trim();
  const items = Array.from({ length: count }, (_, number) => ({
    uri: `urn:${number}`,
    headlines: [{ role: 'main', value: `题${text(8)}` }],
    bodies: [{ role: 'main', value: Array.from({ length: 1 + Math.floor(random() * 3) }, () => `文${text(1 + Math.floor(random() * 120))}`).join('\n') }],
  }));
  return { language: 'zh-Hans', items };
}

test('1,000 pieces of a seeded corpus, quoted and plain, find and mark exactly what has them', (t) => proved(t, seeded(400)));

test('1,000 pieces of the bundled corpus do, in all its languages', (t) =>
  proved(t, JSON.parse(fs.readFileSync(path.join(root, 'www/corpus/zhangzhou.json'), 'utf8'))));

test('1,000 pieces of 24,146 real articles do', { skip: fs.existsSync(REAL) ? false : 'the articles are not beside the project' }, async (t) => {
  const articles = fs.readFileSync(REAL, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const items = articles.map(({ id, date, title, paragraphs }) => ({
    uri: id,
    headlines: [{ role: 'main', value: title }],
    bodies: [{ role: 'main', value: paragraphs.join('\n') }],
    datePublished: date,
  }));
  await proved(t, { language: 'zh-Hans-CN', items });
});
