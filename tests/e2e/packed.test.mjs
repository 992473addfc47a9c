// One HTML file of a corpus, made by the program `jianbao` and opened from disk: it reads and searches as the page of the
// project does, asks nobody for anything, and no text of a corpus becomes markup.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { DESK, openLocal, PHONE, root, settled, start, stop } from './harness.mjs';

const { JIANBAO_PROGRAM: program } = process.env;
const WIDTHS = { desk: DESK, phone: PHONE };
const PAGE = path.join(root, '..', 'shared', 'pages', 'zhangzhou-zones.txt');
const EVIL = '</script><script>window.hacked = 1</script><!--<script>\u2028\u2029]]><img src=x onerror="window.hacked = 1">&lt;\u0000';

let folder;
before(async () => {
  assert.ok(program, 'run these tests by `cargo xtask test`');
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianbao-packed-'));
  await start();
});
after(async () => {
  await stop();
  fs.rmSync(folder, { recursive: true });
});

const jianbao = (...args) => execFileSync(program, args, { stdio: 'pipe', encoding: 'utf8' });

/** Packs a corpus, and gives the file. */
function packed(name, corpus, ...options) {
  const to = path.join(folder, name);
  jianbao('pack', corpus, '-o', to, ...options);
  return to;
}

const rows = (page) => page.getByRole('article');
const box = (page) => page.locator('[part~="search-input"]');
const body = (page) => page.locator('[part~="body"]');

async function listed(page, count) {
  await page.waitForFunction((count) => document.querySelector('jian-bao').shadowRoot.querySelectorAll('article').length === count, count);
}

/** Searches, and waits until the answer is painted. */
async function search(page, query, count) {
  await box(page).fill(query);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await listed(page, count);
}

/** Reads the article of the row with this place in the list, and goes back. */
async function read(page, place) {
  await rows(page).nth(place).getByRole('button').first().click();
  await body(page).waitFor();
  await settled(page);
  const text = await body(page).innerText();
  await page.keyboard.press('Escape');
  await body(page).waitFor({ state: 'hidden' });
  return text;
}

for (const [name, viewport] of Object.entries(WIDTHS)) {
  test(`the bundled corpus, packed, is listed, searched and read on a ${name}`, () => {
    const file = packed(`bundled-${name}.html`, path.join(root, 'www', 'corpus', 'zhangzhou.json'));
    return openLocal(
      viewport,
      async (page) => {
        await listed(page, 7);
        assert.equal(await page.title(), '漳州两区新闻');
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-Hans-CN');
        await search(page, '海綿城市', 1);
        assert.match(await read(page, 0), /海绵城市/);
        const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= room, `the page is ${wide} px wide in a window of ${room} px`);
      },
      { file },
    );
  });

  test(`a hostile corpus stays text on a ${name}`, () => {
    const item = (uri) => ({
      uri,
      headlines: [{ role: 'main', value: uri + EVIL }],
      bodies: [{ role: 'main', value: EVIL }],
      people: [{ name: EVIL }],
      eventDate: '2025-03-14',
      own: EVIL,
    });
    const corpus = path.join(folder, `hostile-${name}.json`);
    fs.writeFileSync(corpus, JSON.stringify({ title: EVIL, note: EVIL, [EVIL]: EVIL, items: [item('a'), item(`b${EVIL}`)] }));
    const file = packed(`hostile-${name}.html`, corpus, '--lang', 'en', '--theme', 'dark');
    return openLocal(
      viewport,
      async (page) => {
        await listed(page, 2);
        await search(page, 'onerror', 2);
        // What is suggested lies over the list.
        await page.keyboard.press('Escape');
        await settled(page);
        assert.ok((await read(page, 1)).includes('</script><script>window.hacked = 1</script><!--<script>'));
        const found = await page.evaluate(() => [window.hacked, document.scripts.length, document.images.length, document.body.lastElementChild.id]);
        assert.deepEqual(found, [undefined, 3, 0, 'jianbao-notices']);
        assert.equal(await page.evaluate(() => document.querySelector('jian-bao').shadowRoot.querySelectorAll('script, img').length), 0);
        assert.ok((await page.title()).startsWith('</script><script>'));
      },
      { file },
    );
  });
}

test('a packed file that was cut short says so', () => {
  const whole = fs.readFileSync(packed('whole.html', path.join(root, 'www', 'corpus', 'zhangzhou.json')), 'utf8');
  const file = path.join(folder, 'cut.html');
  const corpus = whole.indexOf('id="jianbao-corpus">');
  fs.writeFileSync(file, whole.slice(0, corpus + Math.floor((whole.indexOf('</script>', corpus) - corpus) / 2)));
  return openLocal(
    DESK,
    async (page) => {
      // The whole items before the cut can be read.
      await page.getByRole('article').first().waitFor();
      await settled(page);
      assert.match(await page.locator('[part~="notice"]').textContent(), /不完整/);
    },
    { file },
  );
});

test('without JavaScript the page says in three languages what it needs', () => {
  const file = packed('plain.html', path.join(root, 'www', 'corpus', 'zhangzhou.json'));
  const html = fs.readFileSync(file, 'utf8');
  const said = html.slice(html.indexOf('<noscript>'), html.indexOf('</noscript>'));
  for (const lang of ['zh-Hans', 'zh-Hant', 'en']) assert.match(said, new RegExp(`<p lang="${lang}">[^<]+</p>`));
});

for (const [name, viewport] of Object.entries(WIDTHS)) {
  const skip = fs.existsSync(PAGE) ? false : 'the page of shared/pages is not beside this clone';
  test(`a real page goes from text to a packed archive, and its seven items are read on a ${name}`, { skip }, () => {
    const corpus = path.join(folder, `page-${name}.json`);
    jianbao('ingest', PAGE, '--date', '2025-03', '-o', corpus);
    const { items } = JSON.parse(fs.readFileSync(corpus, 'utf8'));
    assert.equal(items.length, 7);
    return openLocal(
      viewport,
      async (page) => {
        await listed(page, 7);
        for (const { bodies } of items) {
          // The last words before the end: only this item has them.
          await search(page, bodies[0].value.replace(/[“”"]/g, ' ').slice(-16), 1);
          const text = (await read(page, 0)).replace(/[\s\u200b]+/g, '');
          for (const paragraph of bodies[0].value.split('\n')) assert.ok(text.includes(paragraph.replace(/\s+/g, '')));
        }
      },
      { file: packed(`page-${name}.html`, corpus) },
    );
  });
}

test('pictures are no part of the one file: it asks for none, and each caption stays', async () => {
  const corpus = path.join(folder, 'pictures.json');
  const picture = { uri: 'p', name: '桥', type: 'picture', renditions: [{ href: 'bridge.png', width: 900, height: 600 }], descriptions: [{ role: 'caption', value: '傍晚的桥' }] };
  fs.writeFileSync(corpus, JSON.stringify({ title: '图', language: 'zh-Hans', items: [{ uri: 'a', headlines: [{ value: '桥通车' }], bodies: [{ value: '全长一公里。' }], datePublished: '2025-03-14', associations: [picture] }] }));
  fs.copyFileSync(path.join(root, 'tests', 'e2e', 'pages', 'pictures', 'bridge-900.png'), path.join(folder, 'bridge.png'));
  await openLocal(DESK, async (page) => {
    await rows(page).first().getByRole('button').first().click();
    await body(page).waitFor();
    await settled(page);
    assert.equal(await page.locator('[part~="body"] figcaption').innerText(), '傍晚的桥');
    assert.equal(await page.locator('[part~="body"] img').count(), 0);
  }, { file: packed('pictures.html', corpus) });
});
