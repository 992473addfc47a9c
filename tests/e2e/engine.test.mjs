// The engine without a page, as Node.js runs it: it answers as the program `jianbao` does, and says what is wrong.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const corpus = path.join(root, 'www', 'corpus', 'zhangzhou.json');
const { Archive, initSync } = await import(path.join(root, 'pkg', 'jianbao.js'));

let archive;
before(() => {
  initSync({ module: fs.readFileSync(path.join(root, 'pkg', 'jianbao_bg.wasm')) });
  archive = Archive.fromBytes(fs.readFileSync(corpus));
});

// The same search by the program, without the time that it took.
function byProgram(query, ...options) {
  const run = process.env.JIANBAO_PROGRAM;
  assert.ok(run, 'JIANBAO_PROGRAM says where the program is: run these tests by `cargo xtask test`');
  return JSON.parse(execFileSync(run, ['search', corpus, query, '--json', ...options], { encoding: 'utf8' }));
}
const timeless = (result) => ({ ...result, tookMs: 0 });

for (const [query, options, ...flags] of [
  [''],
  ['海綿城市'],
  ['周绍斌 -四链', { limit: 1, offset: 1, sort: 'oldest' }, '--limit', '1', '--offset', '1', '--sort', 'oldest'],
  ['date:2025-03-14', { lang: 'en' }, '--lang', 'en'],
  ['', { filters: 'section:台商区; -subject:消防' }, '--filter', 'section:台商区; -subject:消防'],
  ['项目', { from: '2025-03-12', to: '2025-03-13' }, '--from', '2025-03-12', '--to', '2025-03-13'],
  ['', { filters: ['片区：高新区', 'approximate:no'] }, '--filter', '片区：高新区', '--filter', 'approximate:no'],
]) {
  test(`“${query}” with ${JSON.stringify(options ?? {})} is the program's answer`, () => {
    const result = archive.search(query, options);
    assert.ok(result.tookMs >= 0);
    assert.deepEqual(timeless(result), timeless(byProgram(query, ...flags)));
  });
}

test('the answer has the agreed shape, and its marks slice the text', () => {
  const result = archive.search('海绵');
  assert.deepEqual(Object.keys(result), ['query', 'understood', 'total', 'certain', 'tookMs', 'hits', 'facets', 'histogram']);
  const [{ headline, snippet }] = result.hits;
  for (const { text, marks } of [headline, snippet]) for (const mark of marks) assert.equal(text.slice(...mark), '海绵');
  assert.ok(headline.marks.length + snippet.marks.length > 0);
});

test('facets and the histogram are there as far as they are asked for', () => {
  assert.deepEqual(Object.keys(archive.search('', { facets: ['section'] }).facets), ['section']);
  assert.deepEqual(archive.search('', { facets: false }).facets, {});
  assert.equal(archive.search('', { histogram: false }).histogram, null);
});

test('a wrong option throws one clear sentence', () => {
  const says = (options, sentence) => assert.throws(() => archive.search('', options), { name: 'TypeError', message: sentence });
  says({ limit: -1 }, 'the option “limit” should be a whole number from 0, and is “-1”');
  says({ sort: 'best' }, 'the option “sort” should be relevance, newest or oldest, and is “best”');
  says({ limt: 1 }, /^there is no option “limt”: there are limit, /);
  says({ filters: 'colour:red' }, /^the option “filters”: “colour:red” is not a condition: /);
  says(5, 'the options should be an object, which can be written as JSON');
  assert.throws(() => archive.search(), { name: 'TypeError', message: 'the query should be a string' });
});

test('what is no corpus throws, with the place and the remedy', () => {
  assert.throws(() => Archive.fromBytes(Buffer.from('<html>')), /line 1, column 1: This is a web page, not a corpus.*Check the address/);
  assert.throws(() => Archive.fromBytes('text'), { name: 'TypeError', message: /Uint8Array/ });
});

test('bad items are told, bytes come in any view, and memory is given back', () => {
  const bytes = new TextEncoder().encode('{"items": [{"uri": "a", "headlines": [{"value": "甲"}]}, 5]}');
  for (const view of [bytes, bytes.buffer, Buffer.from(bytes)]) {
    const small = Archive.fromBytes(view);
    assert.equal(small.length, 1);
    assert.match(small.problems.join(), /\/items\/1, line 1, column 57: an object expected here, a number found/);
    small.free();
    assert.throws(() => small.search(''));
  }
});
