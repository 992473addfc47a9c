// The focus is never lost: where what was pressed goes, or can be pressed no more, it stays near.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESK, openLocal, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const button = (page, name) => page.getByRole('button', { name });
const box = (page, group, name) => page.getByRole('group', { name: group, exact: true }).getByRole('checkbox', { name });
/** Presses by key, and tells what has the focus then. */
async function press(page, what) {
  await what.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  return page.evaluate(() => {
    const at = document.querySelector('jian-bao').shadowRoot.activeElement;
    return at ? [at.tagName, at.ariaLabel ?? (at.labels?.[0] ?? at).textContent] : ['nothing'];
  });
}
/** The same, where it is the first item of the list. */
const first = async (page, [tag, name]) => [tag, name === (await page.locator('.r-a').first().textContent()) ? 'the first item' : name];
async function search(page, query) {
  await page.locator('[part~="search-input"]').fill(query);
  await settled(page);
  await page.locator('[part~="search-input"]').blur();
}

const PRESSED = {
  'all conditions are cleared: the first item': async (page) => {
    await box(page, '片区', /^高新区/).check();
    await settled(page);
    return first(page, await press(page, button(page, '全部清除')));
  },
  'a way out of an empty result: the first item found': async (page) => {
    await box(page, '片区', /^高新区/).check();
    await search(page, '海绵');
    return first(page, await press(page, button(page, /^去掉/).first()));
  },
  'the time is as it was: the date from which it begins': async (page) => {
    await page.getByLabel('从：起始日期', { exact: true }).fill('2025-03-05');
    await settled(page);
    return press(page, button(page, '还原'));
  },
  'nothing is picked out any more: the button that begins it': async (page) => {
    await press(page, button(page, '选择'));
    return press(page, button(page, '退出选择'));
  },
  'all values of a facet are shown: the last one that was': (page) => press(page, button(page, '再显示 2 项')),
  'an entry is taken out of the clippings, and put back: the panel': async (page) => {
    await press(page, button(page, /^收入剪报：/).first());
    await press(page, button(page, /^我的剪报/));
    const out = await press(page, button(page, /^移出/));
    assert.deepEqual(await press(page, button(page, '撤销')), out);
    return out;
  },
};
const WHERE = [
  ['BUTTON', 'the first item'],
  ['BUTTON', 'the first item'],
  ['INPUT', '从：起始日期'],
  ['BUTTON', '选择'],
  ['INPUT', '福建省工业企业供需对接平台，1 篇'],
  ['BUTTON', '关闭'],
];

for (const [at, [name, steps]] of Object.entries(PRESSED).entries()) {
  test(name, () => openLocal(DESK, async (page) => assert.deepEqual(await steps(page), WHERE[at])));
}

/** What has the focus, by its name. */
const focused = (page) => page.evaluate(() => {
  const at = document.querySelector('jian-bao').shadowRoot.activeElement;
  return at?.ariaLabel ?? at?.textContent.trim();
});
/** How many of a group's elements Tab stops at. */
const stops = (group) => group.evaluate((group) => [...group.querySelectorAll('button, input, [tabindex]')].filter((one) => !one.disabled && one.tabIndex === 0).length);
const group = (page, name) => page.getByRole('group', { name, exact: true });
/** Presses keys one after the other, and tells what has the focus after each. */
async function walk(page, keys) {
  const went = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    went.push(await focused(page));
  }
  return went;
}

test('each group is one tab stop: switches, the conditions in force, the values of a facet', () => openLocal(DESK, async (page) => {
  await box(page, '片区', /^高新区/).check();
  await search(page, '“四链”');
  for (const name of ['语言', '疏密', '片区', '主题', '人物', '机构', '地点']) assert.equal(await stops(group(page, name).locator('.opts').or(group(page, name).and(page.locator('.seg')))), 1, name);
  assert.equal(await stops(page.getByRole('list', { name: '已用条件' })), 1);
  assert.equal(await stops(page.locator('.try')), 1);
}));

test('in a facet ↑ ↓ go from value to value, ← → between a value and what leaves it out, Home and End to the ends', () => openLocal(DESK, async (page) => {
  await box(page, '片区', /^高新区/).focus();
  await settled(page);
  assert.deepEqual(await walk(page, ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'End', 'ArrowDown', 'ArrowUp', 'Home']), [
    '台商区，3 篇', '不含台商区', '不含高新区', '高新区，4 篇', '高新区，4 篇', '台商区，3 篇', '高新区，4 篇', '台商区，3 篇',
  ]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await settled(page);
  assert.equal(await focused(page), '不含高新区');
  assert.equal(await page.getByRole('button', { name: '不含高新区', exact: true }).getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('Tab');
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement.closest('.opts')), null, 'Tab leaves the group');
  await page.keyboard.press('Shift+Tab');
  await settled(page);
  assert.equal(await focused(page), '不含高新区', 'and comes back to where one was');
}));

test('a value that goes while it is its facet’s tab stop leaves the stop to another', () => openLocal(DESK, async (page) => {
  const topics = group(page, '主题');
  await topics.getByRole('checkbox').last().focus();
  await search(page, '四链');
  assert.equal(await stops(topics.locator('.opts')), 1);
}));

test('in a switch ← → go round and press nothing', () => openLocal(DESK, async (page) => {
  await group(page, '疏密').getByRole('button', { name: '舒展' }).focus();
  await settled(page);
  assert.deepEqual(await walk(page, ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End']), ['逐处', '紧凑', '逐处', '紧凑', '逐处']);
  assert.equal(await group(page, '疏密').getByRole('button', { pressed: true }).textContent(), '舒展');
  await group(page, '语言').getByRole('button', { name: '简体中文' }).focus();
  await settled(page);
  assert.deepEqual(await walk(page, ['ArrowRight', 'ArrowRight', 'ArrowRight']), ['繁體中文', 'EN English', '简体中文']);
}));

test('quotation marks within the name of a button are the inner ones', () => openLocal(DESK, async (page) => {
  await search(page, '“四链” 项目');
  const removes = () => page.getByRole('list', { name: /^(已用条件|已用條件|Active filters)$/ }).getByRole('button').evaluateAll((all) => all.map((one) => one.ariaLabel));
  assert.equal((await removes())[0], '移除“原文：‘四链’”');
  await page.getByRole('button', { name: '繁體中文' }).click();
  await settled(page);
  assert.equal((await removes())[0], '移除「原文：『四链』」');
  await page.getByRole('button', { name: 'EN English' }).click();
  await settled(page);
  assert.equal((await removes())[0], 'Remove “Exactly: ‘四链’”');
}));

test('the facets of another archive have its values, and none of the one before', () => openLocal(DESK, async (page) => {
  const item = (uri, name) => ({ uri, headlines: [{ value: uri }], subjects: [{ name }] });
  await page.evaluate((items) => document.querySelector('jian-bao').load({ language: 'zh-Hans', items }), [item('甲', '一'), item('乙', '二')]);
  await page.getByRole('status').filter({ hasText: '2 篇' }).waitFor({ state: 'attached' });
  await settled(page);
  assert.deepEqual(await page.locator('[part~="facets"]').getByRole('checkbox').evaluateAll((all) => all.map((one) => one.ariaLabel).sort()), ['一，1 篇', '二，1 篇']);
}));

const view = (page, name) => page.evaluate((name) => { document.querySelector('jian-bao').view = name; }, name);
/** The first row that is in the window, and how far down it begins. */
const seen = (page) => page.locator('.row').evaluateAll((rows) => {
  const row = rows.find((row) => row.getBoundingClientRect().bottom > 100);
  return [row.textContent.trim().slice(0, 20), Math.round(row.getBoundingClientRect().top)];
});

for (const [name, count] of [['a long list', 600], ['a short one', 150]]) {
  test(`${name} is as it was when the reader comes back from another view: its place, and the row with the focus`, () => openLocal(DESK, async (page) => {
    const day = (at) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
    const items = Array.from({ length: count }, (_, at) => ({ uri: `${at}`, headlines: [{ value: `第${at}篇` }], bodies: [{ value: '正文。'.repeat(1 + (at * 7) % 60) }], eventDate: day(at) }));
    await page.evaluate((items) => document.querySelector('jian-bao').load({ language: 'zh-Hans', title: '大库', items }), items);
    await page.getByRole('status').filter({ hasText: `${count} 篇` }).waitFor({ state: 'attached' });
    for (let at = 0; at < 9; at += 1) {
      await page.mouse.wheel(0, 900);
      await settled(page);
    }
    await page.locator('.r-a').nth(4).focus();
    await settled(page);
    const [before, on] = [await seen(page), await focused(page)];
    assert.ok(before[1] < 900);
    for (const other of ['edition', 'timeline']) {
      await view(page, other);
      await settled(page);
      await view(page, 'list');
      await settled(page);
      assert.deepEqual([await seen(page), await focused(page)], [before, on], other);
    }
    // What was asked meanwhile is another list.
    await view(page, 'edition');
    await search(page, '第1');
    await view(page, 'list');
    await settled(page);
    assert.match(await page.locator('.r-a').first().textContent(), /第\d+篇/);
  }));
}
