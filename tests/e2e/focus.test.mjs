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
    await page.getByLabel('从', { exact: true }).fill('2025-03-05');
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
  ['INPUT', '从'],
  ['BUTTON', '选择'],
  ['INPUT', '福建省工业企业供需对接平台，1 篇'],
  ['BUTTON', '关闭'],
];

for (const [at, [name, steps]] of Object.entries(PRESSED).entries()) {
  test(name, () => openLocal(DESK, async (page) => assert.deepEqual(await steps(page), WHERE[at])));
}

test('the facets of another archive have its values, and none of the one before', () => openLocal(DESK, async (page) => {
  const item = (uri, name) => ({ uri, headlines: [{ value: uri }], subjects: [{ name }] });
  await page.evaluate((items) => document.querySelector('jian-bao').load({ language: 'zh-Hans', items }), [item('甲', '一'), item('乙', '二')]);
  await page.getByRole('status').filter({ hasText: '2 篇' }).waitFor({ state: 'attached' });
  await settled(page);
  assert.deepEqual(await page.locator('[part~="facets"]').getByRole('checkbox').evaluateAll((all) => all.map((one) => one.ariaLabel).sort()), ['一，1 篇', '二，1 篇']);
}));
