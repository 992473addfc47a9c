// 疏密: a line an item, an item with its snippet, and 逐处: a line for each place of a word, keyword under keyword. And what an
// article leads on to: items that say the same, items of the same day in other years.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { DESK, openLocal, PHONE, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const axe = fs.readFileSync(path.join(process.env.JIANBAO_NODE_MODULES ?? '.', 'axe-core', 'axe.min.js'), 'utf8');
const density = (page, name) => page.getByRole('group', { name: /疏密|Density/ }).getByRole('button', { name, exact: true });
const lines = (page) => page.getByRole('list', { name: /逐处|逐處|In context/ }).getByRole('listitem');
const words = (page) => page.getByRole('list', { name: /逐处|逐處|In context/ }).getByRole('button');

/** Types a query and closes what is offered. */
async function search(page, text) {
  const box = page.getByRole('combobox', { name: /检索|檢索|Search/ });
  await box.fill(text);
  await settled(page);
  // Where nothing is offered, Escape would clear the query.
  if ((await box.getAttribute('aria-expanded')) === 'true') await box.press('Escape');
  await settled(page);
}

async function inLines(page, text, name = '逐处') {
  await search(page, text);
  await density(page, name).click();
  await settled(page);
}

/** Left context, keyword, right context of each line, as they stand in the page. */
const parts = (page) =>
  words(page).evaluateAll((all) => all.map((line) => {
    const [left, rest] = line.children;
    const [keyword] = rest.children;
    return [left.textContent, keyword.textContent, rest.textContent.slice(keyword.textContent.length)];
  }));

const load = (page, corpus) => page.evaluate((corpus) => document.querySelector('jian-bao').load(corpus), corpus);

test('逐处 lists every place of the word in the bundled items, each once, and says how many', () => openLocal(DESK, async (page) => {
  await inLines(page, '四链');
  const shown = await parts(page);
  const corpus = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../../www/corpus/zhangzhou.json'), 'utf8'));
  const texts = corpus.items.flatMap(({ headlines, descriptions, bodies, associations = [] }) => [
    ...headlines.map(({ value }) => value),
    ...(descriptions ?? []).filter(({ role }) => role === 'summary').map(({ value }) => value),
    ...bodies.map(({ value }) => value),
    ...associations.map(({ descriptions }) => descriptions[0].value),
  ]);
  const places = texts.join('\n').split('四链').length - 1;
  assert.ok(places > 5);
  assert.equal(shown.length, places);
  assert.ok(shown.every(([, keyword]) => keyword === '四链'));
  assert.equal(new Set(shown.map((line) => line.join('|'))).size, shown.length);
  assert.match(await page.locator('.kw-h').innerText(), new RegExp(`共 ${places} 处，见于 2 篇`));
}));

for (const viewport of [DESK, PHONE]) {
  test(`keywords stand one below the other at ${viewport.width}, and nothing is wider than the window`, () => openLocal(viewport, async (page) => {
    await inLines(page, '四链');
    const places = await page.locator('.kw-f').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
    assert.ok(places.length > 5);
    assert.equal(new Set(places).size, 1);
    assert.ok(places[0] > viewport.width / 4);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  }));
}

test('lines are sorted by what stands before, read outwards, and by what stands after', () => openLocal(DESK, async (page) => {
  await load(page, { language: 'zh-Hans', title: '小库', items: [
    { uri: 'a', headlines: [{ value: '题' }], bodies: [{ value: '乙丙词甲\n甲丙词乙\n甲乙词丙\n词' }] },
  ] });
  await inLines(page, '词');
  const sorted = async (name) => {
    await page.getByRole('group', { name: '逐处排序' }).getByRole('button', { name }).click();
    await settled(page);
    return (await parts(page)).map((line) => line.join(''));
  };
  // By code point: 丙 U+4E19, 乙 U+4E59, 甲 U+7532.
  assert.deepEqual(await sorted('按上文'), ['词', '乙丙词甲', '甲丙词乙', '甲乙词丙']);
  assert.deepEqual(await sorted('按下文'), ['词', '甲乙词丙', '甲丙词乙', '乙丙词甲']);
  assert.deepEqual(await sorted('依次'), ['乙丙词甲', '甲丙词乙', '甲乙词丙', '词']);
}));

test('in 繁 the lines are in 繁體, and in English the group has English names', () => openLocal(DESK, async (page) => {
  await page.getByRole('button', { name: '繁體中文' }).click();
  await inLines(page, '四链', '逐處');
  assert.ok((await parts(page)).every(([, keyword]) => keyword === '四鏈'));
  await page.getByRole('button', { name: 'EN English' }).click();
  await search(page, 'chain');
  assert.equal(await density(page, 'In context').getAttribute('aria-pressed'), 'true');
  assert.ok((await parts(page)).length > 0);
  assert.match(await page.locator('.kw-h').innerText(), /Places: \d+; items: \d+/);
}));

test('Enter on a line opens its item, Escape leads back to a line of it, and the arrows move between lines', () => openLocal(DESK, async (page) => {
  await inLines(page, '四链');
  await words(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[part~="article"]').waitFor();
  await settled(page);
  assert.ok((await page.locator('[part~="article"] mark').count()) > 0);
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await page.evaluate(() => Boolean(document.querySelector('jian-bao').shadowRoot.activeElement?.closest('.kw-r'))), true);
}));

/** The place of the query that is the current one: with what stands around it, and whether it is in the window. */
const current = (page) => page.locator('[part~="article"] mark[aria-current]').evaluate((mark) => {
  const { top, bottom } = mark.getBoundingClientRect();
  return [mark.previousSibling?.textContent ?? '', mark.textContent, mark.nextSibling?.textContent ?? '', top >= 0 && bottom <= innerHeight];
});

test('a line opens its item where its keyword stands: that place is the current one, and Escape leads back to the line', () => openLocal(PHONE, async (page) => {
  const far = Array.from({ length: 30 }, (_, at) => `第${at}段词，`.repeat(3)).join('\n');
  await load(page, { language: 'zh-Hans', title: '小库', items: [
    { uri: 'a', headlines: [{ value: '题' }], bodies: [{ value: `${far}\n甲词乙\n${far}` }] },
    { uri: 'b', headlines: [{ value: '词' }], bodies: [{ value: '丙词丁' }] },
  ] });
  await inLines(page, '词');
  const shown = await parts(page);
  const [at, headline] = [['甲', '词', '乙'], ['', '词', '']].map((wanted) => shown.findIndex((line) => line.join('|') === wanted.join('|')));
  const open = async (at) => { await words(page).nth(at).click(); await settled(page); return current(page); };
  assert.deepEqual(await open(at), ['甲', '词', '乙', true]);
  assert.match(await page.getByRole('group', { name: '文中命中' }).innerText(), /第 91 处，共 181 处/);
  await page.keyboard.press('n');
  await settled(page);
  assert.equal((await current(page))[0], '第0段', 'and one goes on from there');
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await words(page).evaluateAll((all) => all.indexOf(all[0].getRootNode().activeElement)), at);
  assert.deepEqual(await open(headline), ['', '词', '', true], 'in a headline, too');
}));

test('without a query there is the list, and a line that says what to do', () => openLocal(DESK, async (page) => {
  await density(page, '逐处').click();
  await settled(page);
  assert.equal(await page.getByRole('article').count(), 7);
  assert.match(await page.locator('.kw-n').innerText(), /输入检索词/);
}));

test('of many places the first are held and drawn in parts, and the count says so', () => openLocal(DESK, async (page) => {
  const items = Array.from({ length: 120 }, (_, at) => ({ uri: `${at}`, headlines: [{ value: `第${at}号` }], bodies: [{ value: '词，'.repeat(100) }] }));
  await load(page, { language: 'zh-Hans', title: '大库', items });
  await page.getByRole('status').filter({ hasText: '120' }).waitFor({ state: 'attached' });
  await inLines(page, '词');
  assert.match(await page.locator('.kw-h').innerText(), /前 10,000 处，共 12,000 处，见于 120 篇/);
  assert.equal(await lines(page).count(), 100);
  await page.getByRole('button', { name: '再显示 400 处' }).click();
  await settled(page);
  assert.equal(await lines(page).count(), 500);
  await search(page, '词，词');
  assert.equal(await lines(page).count(), 100, 'another query begins anew');
}));

test('紧凑 has one line an item: date and headline; 舒展 is as it was', () => openLocal(DESK, async (page) => {
  const heights = () => page.locator('[part~="result"]').evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  const before = await heights();
  await density(page, '紧凑').click();
  await settled(page);
  const compact = await heights();
  assert.equal(compact.length, 7);
  assert.ok(compact.every((height) => height < 48), String(compact));
  assert.match(await page.getByRole('article').first().innerText(), /^3月14日\s*食品包装/);
  await density(page, '舒展').click();
  await settled(page);
  assert.deepEqual(await heights(), before);
}));

test('an article leads to items that say what its headline says, and the reason quotes it', () => openLocal(DESK, async (page) => {
  const item = (uri, headline, body, date) => ({ uri, language: 'zh-Hans', headlines: [{ value: headline }], bodies: [{ value: body }], eventDate: date });
  await load(page, { language: 'zh-Hans', title: '小库', items: [
    item('a', '首个海绵城市公园建成', '甲', '2025-03-01'),
    item('b', '暴雨之后', '海绵城市公园没有积水。', '2025-03-03'),
    item('c', '无关', '别的事', '2025-03-02'),
  ] });
  await page.getByRole('button', { name: '首个海绵城市公园建成', exact: true }).click();
  const related = page.locator('.rel').filter({ hasText: '相关稿件' });
  assert.match((await related.innerText()).replaceAll('\u200b', ''), /暴雨之后\s*同提“海绵城市公园”；晚两天/);
  assert.doesNotMatch(await related.innerText(), /无关/);
}));

test('items of the same day in other years are named with their years; what is only “近日” has none', () => openLocal(DESK, async (page) => {
  const item = (uri, date) => ({ uri, language: 'zh-Hans', headlines: [{ value: `第${uri}号` }], eventDate: date });
  const dates = ['2024-02-29', '2020-02-29', '2016-02-29', '2023-02-28', '2024-02~', '2012-02-29', '2008-02-29', '2004-02-29', '2004-02-29'];
  await load(page, { language: 'zh-Hans', title: '小库', items: dates.map((date, at) => item(`${at}`, date)) });
  const others = page.locator('.rel').filter({ hasText: '历年同日' });
  await page.getByRole('article').getByRole('button', { name: '第0号', exact: true }).click();
  await settled(page);
  assert.deepEqual((await others.getByRole('listitem').allInnerTexts()).map((text) => text.match(/\d{4}年/)[0]), ['2020年', '2016年', '2012年', '2008年', '2004年']);
  assert.match(await others.innerText(), /另有 1 篇/);
  await page.keyboard.press('Escape');
  await page.getByRole('article').getByRole('button', { name: '第4号', exact: true }).click();
  await page.locator('[part~="article"]').waitFor();
  await settled(page);
  assert.equal(await others.isVisible(), false);
}));

for (const [viewport, colorScheme] of [[DESK, 'light'], [PHONE, 'dark']]) {
  test(`axe finds nothing to mend in 紧凑 and 逐处 at ${viewport.width}, ${colorScheme}`, () =>
    openLocal(viewport, async (page) => {
      await page.evaluate(axe);
      for (const name of ['紧凑', '逐处']) {
        await inLines(page, '四链', name);
        const found = await page.evaluate(async () => {
          const { violations } = await axe.run(document.querySelector('jian-bao'), { resultTypes: ['violations'], preload: false });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
        });
        assert.deepEqual(found, [], name);
      }
    }, { context: { colorScheme } }));
}
