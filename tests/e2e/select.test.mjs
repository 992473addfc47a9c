// Items are picked out of the list, and saved: the reader gets just these, whatever is searched for meanwhile.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { DESK, openLocal, PHONE, settled, start, stop } from './harness.mjs';
import { paper, printer } from './paper.mjs';

before(start);
after(stop);

const begin = (page) => page.getByRole('button', { name: '选择', exact: true }).click();
const boxes = (page) => page.getByRole('checkbox', { name: /^选择“/ });
const ticked = (page) => boxes(page).evaluateAll((all) => all.flatMap((box, at) => (box.checked ? [at] : [])));
const said = (page) => page.locator('.pk-n').innerText();

/** The text of the file that a button saves. */
async function saved(page, format) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: format, exact: true }).click()]);
  return { name: download.suggestedFilename(), text: await fs.readFile(await download.path(), 'utf8') };
}

/** Opens the page with 1,200 items, three a day. */
const large = (steps, options) => openLocal(DESK, async (page) => {
  await page.evaluate(async () => {
    const item = (_, at) => ({ uri: `urn:${at}`, headlines: [{ value: `第${at}号${at % 2 ? '单' : '双'}` }], datePublished: new Date(Date.UTC(2001, 0, 1 + at / 3)).toISOString().slice(0, 10) });
    await document.querySelector('jian-bao').load({ title: '大库', language: 'zh-Hans', items: Array.from({ length: 1200 }, item) });
  });
  await page.getByRole('status').filter({ hasText: '1,200' }).waitFor();
  await steps(page);
}, options);

test('what is picked out is saved as a corpus, a table and references', () => openLocal(DESK, async (page) => {
  await begin(page);
  assert.ok(await page.getByRole('button', { name: 'JSON', exact: true }).isDisabled(), 'of nothing there is no file');
  await boxes(page).nth(1).click();
  await boxes(page).nth(4).click();
  await settled(page);
  assert.equal(await said(page), '已选 2 篇');
  const json = await saved(page, 'JSON');
  assert.equal(json.name, 'jianbao-2.json');
  assert.equal(JSON.parse(json.text).items.length, 2);
  assert.equal((await saved(page, 'RIS')).text.match(/^TY {2}- /gm).length, 2);
  assert.match((await saved(page, 'CSV')).text, /^\ufeffuri,date,/);
  await page.evaluate((text) => document.querySelector('jian-bao').load(text), json.text);
  await page.getByRole('status').filter({ hasText: '全部 2 篇' }).waitFor({ state: 'attached' });
  await settled(page);
  assert.equal(await page.locator('.pk').count(), 0, 'another archive has nothing picked out');
}));

test('with Shift a range is picked out, and taken back, by pointer and by keys', () => openLocal(DESK, async (page) => {
  await begin(page);
  await boxes(page).nth(1).click();
  await boxes(page).nth(4).click({ modifiers: ['Shift'] });
  await settled(page);
  assert.deepEqual(await ticked(page), [1, 2, 3, 4]);
  await boxes(page).nth(3).click();
  await boxes(page).nth(2).click({ modifiers: ['Shift'] });
  await settled(page);
  assert.deepEqual(await ticked(page), [1, 4]);
  await boxes(page).nth(0).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+Space');
  await settled(page);
  assert.deepEqual(await ticked(page), [0, 1, 2, 4]);
  assert.equal(await said(page), '已选 4 篇');
}));

test('it survives another order and another search, and says what is not in the results; leaving forgets it', () => large(async (page) => {
  await begin(page);
  await boxes(page).nth(0).click();
  await boxes(page).nth(1).click();
  await page.locator('[part~="search-input"]').fill('单');
  await settled(page);
  assert.equal(await said(page), '已选 2 篇，其中 1 篇不在当前结果中');
  await page.getByRole('button', { name: '全选 600 篇' }).click();
  await settled(page);
  assert.equal(await said(page), '已选 601 篇，其中 1 篇不在当前结果中');
  await page.getByRole('combobox', { name: '排序' }).selectOption({ label: '日期从旧到新' });
  await page.locator('[part~="search-input"]').fill('');
  await settled(page);
  assert.equal(await said(page), '已选 601 篇');
  assert.deepEqual((await ticked(page)).slice(0, 4), [1, 3, 5, 7]);
  const { text } = await saved(page, 'JSON');
  const odd = JSON.parse(text).items.map(({ uri }) => Number(uri.slice(4)));
  assert.deepEqual(odd, [...Array.from({ length: 600 }, (_, at) => at * 2 + 1).filter((at) => at !== 1199), 1198, 1199].sort((one, other) => one - other));
  await page.getByRole('button', { name: '退出选择' }).click();
  await settled(page);
  assert.equal(await boxes(page).count(), 0);
  await begin(page);
  assert.equal(await said(page), '已选 0 篇');
}));

test('of 1,200 items all are picked out at once, and none again', () => large(async (page) => {
  await begin(page);
  await page.getByRole('button', { name: '全选 1,200 篇' }).click();
  await settled(page);
  assert.equal(await said(page), '已选 1,200 篇');
  await page.getByRole('button', { name: '全不选' }).click();
  await settled(page);
  assert.equal(await said(page), '已选 0 篇');
}));

test('the count is announced, and the bar stays in sight while the list is scrolled, on a phone too', async () => {
  for (const viewport of [DESK, PHONE]) {
    await openLocal(viewport, async (page) => {
      await begin(page);
      assert.equal(await page.locator('.pk-n').getAttribute('aria-live'), 'polite');
      await page.evaluate(() => scrollTo(0, 900));
      await settled(page);
      const { y, height } = await page.locator('.pk').boundingBox();
      assert.ok(Math.abs(y) < 1.5, `${viewport.width}: ${y}`);
      assert.ok(height <= (viewport === PHONE ? 84 : 44), `${viewport.width}: ${height}`);
    });
  }
});

test('what is picked out is printed in full, one item after the other, without the page, and the frame goes', () => openLocal(DESK, async (page) => {
  const nodes = () => page.locator('jian-bao').evaluate((element) => element.shadowRoot.querySelectorAll('*').length);
  const print = page.getByRole('button', { name: '打印', exact: true });
  await begin(page);
  assert.ok(await print.isDisabled(), 'of nothing there is no paper');
  for (const at of [0, 3, 6]) await boxes(page).nth(at).click();
  await settled(page);
  const headlines = await page.locator('[part~="result"]:has(:checked) .r-t').allInnerTexts();
  assert.equal(headlines.length, 3);
  const before = await nodes();
  await print.click();
  await page.waitForFunction(() => globalThis.printed);
  await settled(page);
  const { text, sheets } = await paper(page, 'A4');
  for (const headline of headlines) assert.ok(text.includes(headline), headline);
  assert.equal(text.match(/GB\/T 7714/g).length, 3);
  assert.equal(text.match(/出处/g).length, 3);
  for (const chrome of ['检索', '复制', '打印', '已选', '相关稿件', 'BibTeX']) assert.ok(!text.includes(chrome), chrome);
  assert.ok(sheets <= 4, `${sheets} sheets`);
  assert.match(await page.evaluate(() => globalThis.printed.title), / · 3 篇$/);
  await settled(page);
  assert.equal(await page.locator('iframe').count(), 0);
  assert.equal(await nodes(), before);
  await print.click();
  await settled(page);
  assert.equal(await page.locator('iframe').count(), 0, 'it can be printed again');
}, { init: printer, context: { colorScheme: 'dark' } }));

test('200 items are printed, and of more the reader is told the number and what to do', () => large(async (page) => {
  const print = page.getByRole('button', { name: '打印', exact: true });
  await begin(page);
  await boxes(page).nth(0).click();
  await page.getByRole('button', { name: '全选 1,200 篇' }).click();
  await print.click();
  const told = page.locator('.pk-m');
  assert.equal(await told.innerText(), '一次最多打印 200 篇，现选了 1,200 篇：请少选一些，或存为文件。');
  assert.equal(await page.evaluate(() => globalThis.printed), undefined);
  await page.getByRole('button', { name: '全不选' }).click();
  await settled(page);
  assert.ok(await told.isHidden());
  await page.locator('[part~="search-input"]').fill('第10');
  await settled(page);
  await page.getByRole('button', { name: /^全选 1\d\d 篇/ }).click();
  await settled(page);
  const count = Number(/\d+/.exec(await said(page))[0]);
  await print.click();
  await page.waitForFunction(() => globalThis.printed);
  await settled(page);
  assert.equal((await page.evaluate(() => globalThis.printed.html)).match(/<article/g).length, count);
}, { init: printer }));

test('a file of very many items is written without the page standing still, in full and in order', () => openLocal(DESK, async (page) => {
  await page.evaluate(async () => {
    const body = '这是一段不长不短的正文。'.repeat(60);
    const item = (_, at) => ({ uri: `urn:${at}`, headlines: [{ value: `第${at}号` }], bodies: [{ value: body }], datePublished: new Date(Date.UTC(1990, 0, 1 + at)).toISOString().slice(0, 10) });
    await document.querySelector('jian-bao').load({ title: '大库', language: 'zh-Hans', items: Array.from({ length: 12000 }, item) });
  });
  await page.getByRole('status').filter({ hasText: '12,000' }).waitFor();
  await begin(page);
  await page.getByRole('button', { name: '全选 12,000 篇' }).click();
  await settled(page);
  await page.evaluate(() => {
    // What the bar says while it is written: each share of it is a task of its own, after which the page had its turn.
    globalThis.shares = new Set();
    const bar = document.querySelector('jian-bao').shadowRoot.querySelector('.pk-f');
    new MutationObserver(() => globalThis.shares.add(bar.lastElementChild.textContent)).observe(bar, { subtree: true, characterData: true, childList: true });
  });
  const csv = (await saved(page, 'CSV')).text;
  const shares = await page.evaluate(() => globalThis.shares.size);
  assert.ok(shares >= 10, `it was written in ${shares} stretches`);
  assert.deepEqual([...csv.matchAll(/^urn:(\d+),/gm)].map(([, at]) => Number(at)), Array.from({ length: 12000 }, (_, at) => at));
  assert.equal(JSON.parse((await saved(page, 'JSON')).text).items.length, 12000);
  assert.equal((await saved(page, 'RIS')).text.match(/^TY {2}- /gm).length, 12000);
  // Who leaves while it is written gets none.
  const downloads = [];
  page.on('download', (download) => downloads.push(download));
  await page.evaluate(() => {
    const press = (words) => [...document.querySelector('jian-bao').shadowRoot.querySelectorAll('.pk button')].find((button) => button.textContent === words).click();
    press('CSV');
    press('退出选择');
  });
  await page.waitForTimeout(800);
  assert.equal(downloads.length, 0);
}));
