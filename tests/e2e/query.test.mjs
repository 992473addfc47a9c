// A query in words: its parts as chips, the forms of the language, other words where nothing is found; and facets that leave out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, openLocal, PHONE, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const box = (page) => page.getByRole('combobox', { name: /检索|檢索|Search/ });
const chips = (page) => page.locator('[part~="chip"]');
const rows = (page) => page.locator('[part~="result"]');
const tidy = (texts) => texts.map((text) => text.replace(/\s+/g, ''));
const said = async (page) => tidy(await chips(page).allInnerTexts());
const focused = (page) => page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement?.innerText ?? '');
const ways = async (page) => tidy(await page.locator('[part~="empty"] li').allInnerTexts());

async function ask(page, query) {
  await box(page).fill(query);
  await box(page).blur();
  await settled(page);
}

test('each part of a query is a chip in words, and taking one off leaves the others as they were typed', () => openLocal(DESK, async (page) => {
  await ask(page, '项目 -“四链” 标题:推进 date:2025-03');
  assert.deepEqual(await said(page), ['检索词“项目”', '不含原文“四链”', '标题含“推进”', '时间2025年3月']);
  await chips(page).nth(1).focus();
  await page.keyboard.press('Backspace');
  await settled(page);
  assert.equal(await box(page).inputValue(), '项目 标题:推进 date:2025-03');
  assert.match(await focused(page), /标题/);
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await box(page).inputValue(), '项目 date:2025-03');
}));

test('one plain word has no chip, for the count names it; beside another condition it has one', () => openLocal(DESK, async (page) => {
  await ask(page, '项目');
  assert.equal(await chips(page).count(), 0);
  await page.getByRole('group', { name: '片区' }).getByRole('checkbox', { name: /^高新区/ }).check();
  await settled(page);
  assert.deepEqual(await said(page), ['检索词“项目”', '片区高新区']);
}));

test('the chips speak the language of the interface', () => openLocal(DESK, async (page) => {
  await page.getByRole('button', { name: '繁體中文' }).click();
  await ask(page, '海绵 或 消防 -標題:会');
  assert.deepEqual(await said(page), ['檢索詞「海绵」或「消防」', '不含標題含「会」']);
  await page.getByRole('button', { name: 'EN English' }).click();
  await settled(page);
  assert.deepEqual(await chips(page).allInnerTexts().then((texts) => texts.map((text) => text.replace(/\s+/g, ' '))), ['Query “海绵” or “消防”', 'Not Headline with “会”']);
}));

test('every example of the search help finds something, and runs by keys alone', () => openLocal(DESK, async (page) => {
  const help = page.getByRole('button', { name: '检索方法' });
  await help.focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('table');
  const examples = await table.getByRole('button').allInnerTexts();
  assert.equal(examples.length, 8);
  assert.equal(await help.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await table.count(), 0);
  assert.equal(await help.evaluate((button) => button === button.getRootNode().activeElement), true);
  for (const [at, example] of examples.entries()) {
    await help.click();
    await table.getByRole('button').nth(at).focus();
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await box(page).inputValue(), example);
    assert.ok((await rows(page).count()) > 0, example);
    assert.equal(await table.count(), 0);
    assert.equal(await box(page).evaluate((field) => field === field.getRootNode().activeElement), true);
  }
}));

test('the search help closes when it is left, and stays within a phone', () => openLocal(PHONE, async (page) => {
  await page.getByRole('button', { name: '检索方法' }).tap();
  await settled(page);
  const bounds = await page.getByRole('table').boundingBox();
  assert.ok(bounds.x >= 0 && bounds.x + bounds.width <= PHONE.width);
  await box(page).tap();
  await settled(page);
  assert.equal(await page.getByRole('table').count(), 0);
}, { context: { hasTouch: true, isMobile: true } }));

test('where nothing is found, other words are offered with what they find', () => openLocal(DESK, async (page) => {
  for (const [query, offered] of [
    ['海绵 龘', '去掉龘1篇'],
    ['海绵城市规划', '只检索海绵城市1篇'],
    ['spnge', '相近拼写sponge1篇'],
  ]) {
    await ask(page, query);
    await page.locator('[part~="empty"] li').nth(1).waitFor();
    await settled(page);
    const all = await ways(page);
    assert.ok(all.includes(offered), `${query}: ${all}`);
    await page.locator('[part~="empty"] li button').nth(all.indexOf(offered)).click();
    await settled(page);
    assert.equal(await rows(page).count(), 1);
  }
  await ask(page, '龘龘');
  await settled(page);
  assert.deepEqual(await ways(page), ['全部清除7篇']);
}));

test('a value is left out by its button, struck through, and comes back by its chip', () => openLocal(DESK, async (page) => {
  const button = page.getByRole('group', { name: '片区' }).getByRole('button', { name: '不含台商区' });
  await button.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await rows(page).count(), 4);
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.deepEqual(await said(page), ['不含片区：台商区']);
  const value = page.getByRole('group', { name: '片区' }).locator('.opt').first();
  assert.match(await value.locator('.opt-t').evaluate((text) => getComputedStyle(text).textDecorationLine), /line-through/);
  assert.match(await value.innerText(), /3/, 'as many as taking it back would add');
  assert.equal(await page.evaluate(() => document.querySelector('jian-bao').filters), '-section:台商区');
  await chips(page).first().click();
  await settled(page);
  assert.equal(await rows(page).count(), 7);
}));

test('ticking a value that is left out chooses it', () => openLocal(DESK, async (page) => {
  const zone = page.getByRole('group', { name: '片区' });
  await zone.getByRole('button', { name: '不含台商区' }).click();
  await zone.getByRole('checkbox', { name: /^台商区/ }).click();
  await settled(page);
  assert.equal(await zone.getByRole('checkbox', { name: /^台商区/ }).isChecked(), true);
  assert.deepEqual(await said(page), ['片区台商区']);
}));

test('a facet of many values stands in the order of names when asked, by how they are read', () => openLocal(DESK, async (page) => {
  const people = page.getByRole('group', { name: '人物' });
  const names = async () => tidy(await people.locator('.opt-t > span').allInnerTexts());
  const before = await names();
  await people.getByRole('button', { name: '按名称排列' }).click();
  await people.getByRole('button', { name: /再显示/ }).click();
  await settled(page);
  const sorted = await names();
  assert.equal(sorted.length, 13);
  assert.deepEqual(sorted, [...sorted].sort(new Intl.Collator('zh-Hans').compare));
  await people.getByRole('button', { name: '按篇数排列' }).click();
  await settled(page);
  assert.deepEqual((await names()).slice(0, 5), before);
}));

const many = () => ({
  title: '甲',
  items: Array.from({ length: 400 }, (_, at) => ({
    uri: `u${at}`,
    bodies: [{ value: at % 10 ? '乙' : '乙丙' }],
    datePublished: new Date(Date.UTC(2020, 0, 1 + at * 3)).toISOString().slice(0, 10),
  })),
});

test('the bars of a large archive say counts, or shares of what is held', () => openLocal(DESK, async (page) => {
  await page.evaluate((corpus) => document.querySelector('jian-bao').load(JSON.stringify(corpus)), many());
  await ask(page, '丙');
  const measure = page.getByRole('group', { name: '纵轴' });
  await measure.getByRole('button', { name: '每千篇' }).click();
  await settled(page);
  assert.equal(await measure.getByRole('button', { name: '每千篇' }).getAttribute('aria-pressed'), 'true');
  const plot = await page.locator('[part~="timeline-plot"]').boundingBox();
  const titles = new Set();
  for (let step = 1; step < 40; step += 1) {
    await page.mouse.move(plot.x + (plot.width * step) / 40, plot.y + 60);
    await settled(page);
    (await page.locator('[part~="timeline-plot"] title').allTextContents()).forEach((title) => titles.add(title));
  }
  const rates = [...titles].map((title) => title.match(/每千篇 ([\d,.]+) 篇（(\d+) \/ (\d+) 篇）$/)).filter(Boolean);
  assert.ok(rates.length > 3, [...titles].join());
  for (const [title, ...numbers] of rates) {
    const [rate, count, held] = numbers.map((number) => Number(number.replace(',', '')));
    assert.ok(Math.abs(rate - (1000 * count) / held) <= 0.051, title);
  }
  assert.equal(await page.getByRole('group', { name: /每千篇中的篇数/ }).count(), 1);
  await measure.getByRole('button', { name: '篇数', exact: true }).click();
  await settled(page);
  assert.equal(await page.getByRole('group', { name: /每千篇中的篇数/ }).count(), 0);
}));
