// 我的剪报: what a reader keeps, notes and searches for stays in this browser, whatever becomes of its store.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';

import { DESK, openLocal, PHONE, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const KEY = 'jianbao-clippings:漳州两区新闻';
const rows = (page) => page.locator('[part~="result"]');
const article = (page) => page.locator('[part~="article"]');
const mine = (page) => page.getByRole('button', { name: /^我的剪报/ });
const panel = (page) => page.getByRole('dialog', { name: '我的剪报' });
const entries = (page) => panel(page).getByRole('list', { name: '我的剪报' }).getByRole('listitem');
const note = (page) => page.getByRole('textbox', { name: '我的笔记' });
const stored = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);
const reload = async (page) => {
  await page.reload();
  await page.evaluate(() => document.querySelector('jian-bao').ready);
};
/** Keeps the items of rows, counted from 0, by their buttons. */
async function keep(page, ...places) {
  for (const place of places) {
    await rows(page).nth(place).hover();
    await rows(page).nth(place).getByRole('button', { name: /^收入剪报：/ }).click();
  }
}
const headline = (page, place) => rows(page).nth(place).getByRole('heading').innerText();
async function open(page, place) {
  await rows(page).nth(place).getByRole('heading').getByRole('button').click();
  await settled(page);
}
async function write(page, text) {
  if (!(await note(page).isVisible())) await page.locator('summary', { hasText: '我的笔记' }).click();
  await note(page).fill(text);
  await note(page).blur();
}
const file = (value) => ({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) });
const FILE = { standard: { name: 'jianbao-clippings', version: '1.0' } };
const read = (page, value) => panel(page).locator('input[type="file"]').setInputFiles(file(value));

test('an item is kept from its row and over its text, is listed the last one first, and is there the next time', () => openLocal(DESK, async (page) => {
  const [second, fourth] = [await headline(page, 1), await headline(page, 3)];
  assert.equal(await stored(page), null, 'nothing is stored before the reader asks for it');
  await keep(page, 1);
  assert.equal(await rows(page).nth(1).getByRole('button', { name: /^收入剪报：/ }).getAttribute('aria-pressed'), 'true');
  await open(page, 3);
  await article(page).getByRole('button', { name: '收入剪报' }).click();
  await settled(page);
  assert.equal(await article(page).getByRole('button', { name: '收入剪报' }).getAttribute('aria-pressed'), 'true');
  await reload(page);
  await page.getByRole('button', { name: '我的剪报 2 篇', exact: true }).waitFor();
  await mine(page).click();
  await settled(page);
  const titles = (await entries(page).getByRole('button', { name: /^(?!移出)/ }).allInnerTexts()).map((text) => text.replaceAll('\n', ''));
  assert.deepEqual(titles, [fourth, second].map((text) => text.replaceAll('\n', '')));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('jian-bao').shadowRoot.activeElement?.matches('.dk-o'));
  await keep(page, 1);
  await page.getByRole('button', { name: '我的剪报 1 篇', exact: true }).waitFor();
}));

test('an entry opens its item, with the focus in it; one that is taken out comes back with its note', () => openLocal(DESK, async (page) => {
  await open(page, 2);
  await write(page, '要与年报核对');
  await mine(page).click();
  await settled(page);
  assert.match(await entries(page).first().innerText(), /只有笔记\s+要与年报核对/);
  await entries(page).first().getByRole('button', { name: /^移出/ }).click();
  await settled(page);
  assert.equal(await entries(page).count(), 0);
  assert.match(await panel(page).innerText(), /还没有剪报/);
  assert.equal(await page.locator('.my textarea').inputValue(), '');
  await panel(page).getByRole('button', { name: '撤销' }).click();
  await settled(page);
  assert.match(await entries(page).first().innerText(), /要与年报核对/);
  await entries(page).first().getByRole('button', { name: /^(?!移出)/ }).click();
  await settled(page);
  assert.equal(await panel(page).isVisible(), false);
  assert.ok(await article(page).evaluate((node) => node === node.getRootNode().activeElement));
  assert.equal(await note(page).inputValue(), '要与年报核对');
}));

test('a note is typed like any text, and saved when typing rests and when another item is opened', () => openLocal(DESK, async (page) => {
  await open(page, 1);
  await page.locator('summary', { hasText: '我的笔记' }).click();
  await settled(page);
  const title = await article(page).getByRole('heading').first().innerText();
  await note(page).pressSequentially('[甲] / “乙” jk');
  assert.equal(await article(page).getByRole('heading').first().innerText(), title, 'brackets are letters here');
  await page.waitForFunction((key) => localStorage.getItem(key)?.includes('[甲] / “乙” jk'), KEY);
  await note(page).pressSequentially('，又一句');
  await article(page).getByRole('button', { name: '下一篇' }).first().click();
  await settled(page);
  assert.match(await stored(page), /又一句/);
  assert.equal(await page.locator('.my textarea').inputValue(), '');
  await article(page).getByRole('button', { name: '上一篇' }).first().click();
  await settled(page);
  assert.equal(await note(page).inputValue(), '[甲] / “乙” jk，又一句');
}));

test('a note that is too long is not cut: it stays in its field, with a sentence, until it is shorter', () => openLocal(DESK, async (page) => {
  await open(page, 1);
  await write(page, '字'.repeat(5001));
  await article(page).getByText('没有存下：笔记有 5,001 字，至多 5,000 字。请删短一些。').waitFor();
  await settled(page);
  assert.equal(await stored(page), null);
  await open(page, 2);
  await open(page, 1);
  assert.equal((await note(page).inputValue()).length, 5001);
  await write(page, '字'.repeat(5000));
  await article(page).getByText('5,000 / 5,000 字').waitFor();
  await settled(page);
  assert.equal(await article(page).getByText('没有存下').isVisible(), false);
}));

test('a reader who comes back to a long text goes on from where it was left', () => openLocal({ width: 1280, height: 420 }, async (page) => {
  const body = Array.from({ length: 30 }, (_, at) => `第${at + 1}段。${'字'.repeat(200)}`).join('\n');
  const items = [{ uri: 'a', headlines: [{ value: '长文' }], bodies: [{ value: body }] }, { uri: 'b', headlines: [{ value: '短文' }] }];
  const load = () => page.evaluate((items) => document.querySelector('jian-bao').load({ language: 'zh-Hans', title: '长文库', items }), items);
  await load();
  const openLong = () => rows(page).getByRole('button', { name: '长文', exact: true }).click();
  await openLong();
  await article(page).getByRole('button', { name: '收入剪报' }).click();
  await page.getByText('第12段。').evaluate((node) => node.scrollIntoView());
  await page.waitForFunction(() => localStorage.getItem('jianbao-clippings:长文库')?.includes('"place":12'));
  await reload(page);
  await load();
  await openLong();
  await page.getByText('上次读到第 12 段，共 30 段').waitFor();
  await page.getByRole('button', { name: '接着读' }).click();
  await settled(page);
  const top = await page.getByText('第12段。').evaluate((node) => [node.getBoundingClientRect().top, node === node.getRootNode().activeElement]);
  assert.ok(top[0] >= 0 && top[0] < 120 && top[1], `${top}`);
  await page.getByText('第30段。').evaluate((node) => node.scrollIntoView());
  await page.waitForFunction(() => !localStorage.getItem('jianbao-clippings:长文库').includes('"place":'));
}));

test('places in texts that are not kept are remembered for the visit, and stored nowhere', () => openLocal({ width: 1280, height: 300 }, async (page) => {
  await open(page, 1);
  await article(page).locator('[part~="body"] > p').nth(1).evaluate((node) => node.scrollIntoView());
  await page.waitForTimeout(1000);
  await article(page).press('Escape');
  await open(page, 1);
  assert.match(await article(page).innerText(), /上次读到第 2 段/);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
}));

test('searches are stored only where the reader ticks it, and forgotten when that is taken back', () => openLocal(DESK, async (page) => {
  const field = page.getByRole('combobox', { name: '检索全库' });
  await field.fill('海绵');
  await settled(page);
  await field.blur();
  await mine(page).click();
  const searches = panel(page).getByRole('region', { name: '最近检索' });
  await searches.getByRole('button', { name: '海绵' }).waitFor();
  await settled(page);
  assert.equal(await stored(page), null);
  await searches.getByRole('checkbox').check();
  await reload(page);
  await mine(page).click();
  await searches.getByRole('button', { name: '海绵' }).click();
  await settled(page);
  assert.equal(await field.inputValue(), '海绵');
  await mine(page).click();
  await searches.getByRole('checkbox').uncheck();
  await settled(page);
  assert.doesNotMatch(await stored(page), /海绵/);
}));

test('two windows lose nothing of each other’s', () => openLocal(DESK, async (page) => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.evaluate(() => document.querySelector('jian-bao').ready);
  await keep(page, 0);
  await keep(other, 1);
  await keep(page, 2);
  for (const window of [page, other]) {
    await mine(window).click();
    await entries(window).first().waitFor();
    await settled(page);
    assert.equal(await entries(window).count(), 3);
  }
  await other.close();
}));

test('what is saved is read in again elsewhere, and nothing that was there is lost', () => openLocal(DESK, async (page) => {
  await keep(page, 0, 1);
  await open(page, 1);
  await write(page, '甲的笔记');
  await mine(page).click();
  const [download] = await Promise.all([page.waitForEvent('download'), panel(page).getByRole('button', { name: '存成文件' }).click()]);
  assert.equal(download.suggestedFilename(), 'jianbao-clippings.json');
  const saved = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
  assert.equal(saved.archive, '漳州两区新闻');
  assert.equal(saved.items.length, 2);
  const [cited] = await Promise.all([page.waitForEvent('download'), panel(page).getByRole('button', { name: '引文（GB/T 7714）' }).click()]);
  assert.match(fs.readFileSync(await cited.path(), 'utf8'), /^\[1\] .+\[N\]\. \[报名不详\]/);
  await page.evaluate(() => localStorage.clear());
  await reload(page);
  await open(page, 1);
  await write(page, '乙的笔记');
  await mine(page).click();
  await read(page, saved);
  await panel(page).getByText('已读入，新增 1 篇；原有的都保留').waitFor();
  await settled(page);
  assert.equal(await entries(page).count(), 2);
  const text = await panel(page).innerText();
  assert.ok(text.includes('甲的笔记') && text.includes('乙的笔记'));
}));

test('an item that the archive has no longer is shown as it was kept', () => openLocal(DESK, async (page) => {
  await mine(page).click();
  await read(page, { ...FILE, items: [{ uri: 'urn:x:gone', headline: '旧稿', language: 'zh-Hans', date: '2024-11~', kept: 1732000000000 }] });
  assert.match(await entries(page).first().innerText(), /旧稿\s+约\s*2024\s*年\s*11\s*月[\s\S]*已不在本报库中\s*urn:x:gone/);
  assert.equal(await entries(page).first().getByRole('button').count(), 1, 'it can be taken out, and not opened');
}));

test('a wrong file is refused in one sentence, with the place and the remedy', () => openLocal(DESK, async (page) => {
  await mine(page).click();
  for (const [value, sentence] of [
    [{ ...FILE, items: [{ uri: 5 }] }, '没有读入：/items/0/uri（第 1 行第 74 列），此处应为字符串，却是数字。请选取由“存成文件”存出的文件。'],
    [{ items: [] }, '没有读入：这不是剪报文件。请选取由“存成文件”存出的文件。'],
    [{ standard: { name: 'jianbao-clippings', version: '9.0' } }, '没有读入：文件的格式是 9.0 版，本页只认得 1.0 版。请用较新的剪报打开。'],
  ]) {
    await read(page, value);
    await panel(page).getByText(sentence).waitFor();
  }
  await read(page, '<html>');
  await panel(page).getByText(/^没有读入：.*不是 JSON/).waitFor();
  await settled(page);
  assert.equal(await stored(page), null);
}));

test('a store that holds rubbish does no harm: it is set aside, and the reader is told', () => openLocal(DESK, async (page) => {
  await mine(page).click();
  await panel(page).getByText(/原来存的剪报读不出来：没有删去/).waitFor();
  await page.keyboard.press('Escape');
  await keep(page, 0);
  const all = await page.evaluate((key) => [localStorage.getItem(`${key}~`), JSON.parse(localStorage.getItem(key)).items.length], KEY);
  assert.deepEqual(all, ['{"items": [rubbish', 1]);
}, { init: `localStorage.setItem('${KEY}', '{"items": [rubbish')` }));

test('a full store is told of in a sentence, and all goes on', () => openLocal(DESK, async (page) => {
  await keep(page, 0);
  await page.getByText(/^浏览器的存储已满/).first().waitFor();
  await page.getByRole('button', { name: '我的剪报 1 篇', exact: true }).waitFor();
  await page.getByRole('button', { name: '关闭' }).first().click();
  await keep(page, 1);
  assert.equal(await page.locator('.dk-s').isVisible(), false, 'what was closed stays closed');
  await mine(page).click();
  await settled(page);
  assert.equal(await entries(page).count(), 2);
  await panel(page).getByText(/^浏览器的存储已满/).waitFor();
}, { init: "for (let size = 5e6; size >= 1; size = Math.floor(size / 2)) { try { while (true) localStorage.setItem(`${size} ${Math.random()}`, 'x'.repeat(size)); } catch {} }" }));

test('in a sandbox without any store all goes on, too, and the reader is told', () => openLocal(PHONE, async (page) => {
  await open(page, 0);
  await article(page).getByRole('button', { name: '收入剪报' }).click();
  await article(page).getByText(/^浏览器不让本页存储/).waitFor();
  await article(page).getByRole('button', { name: '返回列表' }).click();
  await mine(page).click();
  await settled(page);
  assert.equal(await entries(page).count(), 1);
}, { init: "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })" }));

test('in English one item is one item', () => openLocal(DESK, async (page) => {
  await page.getByRole('button', { name: 'EN English' }).click();
  await rows(page).first().hover();
  await rows(page).first().getByRole('button', { name: /^Keep: / }).click();
  await page.getByRole('button', { name: 'My clippings 1 item' }).click();
  await settled(page);
  assert.match(await page.getByRole('dialog', { name: 'My clippings' }).innerText(), /My clippings\s+1 item\s/);
}));
