// The views: their tabs, by pointer and by keys, the attribute, the property, and the address.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESK, openLocal, openServed, PHONE, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const LANGUAGES = { 'zh-Hans': ['列表', '时间轴', '版面'], 'zh-Hant': ['列表', '時間軸', '版面'], en: ['List', 'Timeline', 'Page'] };
const tab = (page, name) => page.getByRole('tab', { name });
const chosen = (page) => page.getByRole('tab', { selected: true }).allTextContents();
const focused = (page) => page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement?.textContent);
const set = (page, name, value) => page.evaluate(([name, value]) => document.querySelector('jian-bao').setAttribute(name, value), [name, value]);
const view = (page) => page.evaluate(() => document.querySelector('jian-bao').view);
const put = async (page, attributes) => {
  await page.evaluate(async (attributes) => {
    const element = document.createElement('jian-bao');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
    await element.ready;
  }, attributes);
  await settled(page);
};

for (const [lang, names] of Object.entries(LANGUAGES)) {
  test(`${lang}: the tabs are ${names.join(', ')}`, () => openLocal(DESK, async (page) => {
    await set(page, 'lang', lang);
    assert.deepEqual(await page.getByRole('tablist').getByRole('tab').allTextContents(), names);
    assert.deepEqual(await chosen(page), [names[0]]);
  }));
}

test('the tabs are one tab stop; arrows go round, Home and End to the ends, and each shows its view at once', () => openLocal(DESK, async (page) => {
  await tab(page, '列表').focus();
  for (const [key, name] of [['ArrowRight', '时间轴'], ['ArrowRight', '版面'], ['ArrowRight', '列表'], ['ArrowLeft', '版面'], ['Home', '列表'], ['End', '版面']]) {
    await page.keyboard.press(key);
    await settled(page);
    assert.deepEqual([await focused(page), await chosen(page)], [name, [name]], key);
    assert.equal(await page.getByRole('tabpanel', { name }).count(), 1);
  }
  const stops = await page.getByRole('tab').evaluateAll((tabs) => tabs.map((tab) => tab.tabIndex));
  assert.deepEqual(stops, [-1, -1, 0]);
  await page.keyboard.press('Tab');
  await settled(page);
  assert.ok(!(await page.getByRole('tab').evaluateAll((tabs) => tabs.includes(tabs[0].getRootNode().activeElement))));
}));

test('the attribute and the property show a view, and the property follows the reader', () => openLocal(DESK, async (page) => {
  assert.equal(await view(page), 'list');
  await set(page, 'view', 'timeline');
  assert.deepEqual(await chosen(page), ['时间轴']);
  await page.evaluate(() => (document.querySelector('jian-bao').view = 'edition'));
  assert.deepEqual(await chosen(page), ['版面']);
  assert.equal(await page.evaluate(() => document.querySelector('jian-bao').getAttribute('view')), 'edition');
  await tab(page, '列表').click();
  await settled(page);
  assert.equal(await view(page), 'list');
  await page.evaluate(() => document.querySelector('jian-bao').removeAttribute('view'));
  assert.deepEqual(await chosen(page), ['列表']);
}));

test('the view stands in the address, Back leads to the one before, and a page opened there shows it', () => openServed(DESK, async (page) => {
  await put(page, { routing: 'hash', lang: 'zh-Hans' });
  await page.locator('[part~="search-input"]').fill('周绍斌');
  await settled(page);
  await tab(page, '版面').click();
  await settled(page);
  assert.equal(await page.evaluate(() => decodeURIComponent(location.hash)), '#jianbao=q=周绍斌,v=edition');
  const url = page.url();
  await page.goBack();
  await settled(page);
  assert.deepEqual(await chosen(page), ['列表']);
  await page.goto('about:blank');
  await page.goto(url);
  await put(page, { routing: 'hash', lang: 'zh-Hans' });
  assert.deepEqual(await chosen(page), ['版面']);
  assert.equal(await page.locator('[part~="search-input"]').inputValue(), '周绍斌');
}, { file: 'tests/e2e/pages/empty.html' }));

test('an article opens from the list, and the tab of another view closes it and keeps the focus', () => openLocal(DESK, async (page) => {
  await page.locator('[part~="result"] button').first().click();
  await page.locator('[part~="article"]').waitFor();
  await tab(page, '列表').focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('[part~="article"]').waitFor({ state: 'detached' });
  await settled(page);
  assert.equal(await focused(page), '时间轴');
}));

test('the tabs fit at every width, and can be left out', () => openLocal(PHONE, async (page) => {
  for (const width of [320, 390, 559, 560, 640, 760, 899, 900, 1040, 1140, 1280, 1720]) {
    for (const lang of Object.keys(LANGUAGES)) {
      await page.setViewportSize({ width, height: 800 });
      await set(page, 'lang', lang);
      const wide = await page.evaluate(() => {
        const root = document.querySelector('jian-bao').shadowRoot;
        const over = [...root.querySelectorAll('.tab, .search, .try')].filter((part) => part.scrollWidth > part.clientWidth + 1);
        return [document.documentElement.scrollWidth - innerWidth, over.map((part) => part.className)];
      });
      assert.deepEqual(wide, [0, []], `${width} ${lang}`);
    }
  }
  await set(page, 'parts', 'masthead search timeline');
  assert.equal(await page.getByRole('tab').count(), 0);
}));
