// routing="hash": what the reader has set stands in the page's address; links, Back, and what else is in the fragment.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESK, openLocal, openServed, PHONE, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const field = (page, id = 'jianbao') => page.locator(`#${id} [part~="search-input"]`);
const rows = (page, id = 'jianbao') => page.locator(`#${id}`).getByRole('article');
const fragment = (page) => page.evaluate(() => decodeURIComponent(location.hash));
const put = async (page, elements) => {
  await page.evaluate(async (elements) => {
    for (const attributes of elements) {
      const element = document.createElement('jian-bao');
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      await element.ready;
    }
  }, elements);
  await settled(page);
};
const ONE = [{ id: 'jianbao', routing: 'hash', lang: 'zh-Hans' }];
/** A page with the element's module and no element. */
const served = (steps, options) => openServed(DESK, steps, { file: 'tests/e2e/pages/empty.html', ...options });

test('query, filters, order and open item stand in the address, and a page opened there shows them', () => served(async (page) => {
  await put(page, ONE);
  assert.equal(await fragment(page), '');
  await field(page).fill('周绍斌');
  await page.getByRole('group', { name: '片区' }).getByRole('checkbox', { name: /^高新区/ }).check();
  await page.getByRole('combobox', { name: '排序' }).selectOption({ index: 2 });
  await settled(page);
  assert.equal(await fragment(page), '#jianbao=q=周绍斌,f=section:高新区,s=oldest');
  await rows(page).getByRole('link').first().click();
  await page.locator('[part~="article"]').waitFor();
  await settled(page);
  const [url, title] = await page.evaluate(() => [location.href, document.querySelector('jian-bao').shadowRoot.querySelector('[part~="headline"]').textContent]);
  assert.match(decodeURIComponent(url), /s=oldest,o=urn:jianbao:/);
  await page.goto('about:blank');
  await page.goto(url);
  await put(page, ONE);
  await page.locator('[part~="article"]').waitFor();
  await settled(page);
  assert.equal(await page.locator('[part~="headline"]').textContent(), title);
  assert.equal(await field(page).inputValue(), '周绍斌');
  assert.equal(await page.evaluate(() => location.href), url);
}));

test('headlines and neighbours are links; with a key they open another tab with the same state', () => served(async (page) => {
  await put(page, ONE);
  await field(page).fill('周绍斌');
  await settled(page);
  const link = rows(page).getByRole('link').first();
  const href = await link.evaluate((link) => link.href);
  assert.match(decodeURIComponent(href), /#jianbao=q=周绍斌,o=urn:/);
  const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click({ modifiers: ['Control'] })]);
  await tab.waitForLoadState();
  assert.equal(tab.url(), href);
  await tab.close();
  assert.equal(await page.locator('[part~="article"]').count(), 0);
  await link.focus();
  await page.keyboard.press('Enter');
  await page.locator('[part~="article"]').waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => location.href), href);
  assert.ok((await page.getByRole('navigation').getByRole('link').count()) > 0);
}));

test('Back and Forward go through what was set, and typing is one step', () => served(async (page) => {
  await put(page, ONE);
  for (const text of ['海', '海绵', '海绵城', '海绵城市']) {
    await field(page).fill(text);
    await settled(page);
  }
  await rows(page).getByRole('link').first().click();
  await page.locator('[part~="article"]').waitFor();
  await settled(page);
  await page.goBack();
  await page.locator('[part~="article"]').waitFor({ state: 'detached' });
  await settled(page);
  assert.equal(await field(page).inputValue(), '海绵城市');
  await page.goBack();
  await settled(page);
  assert.equal(await field(page).inputValue(), '');
  assert.equal(await rows(page).count(), 7);
  await page.goForward();
  await page.goForward();
  await page.locator('[part~="article"]').waitFor();
  await settled(page);
  assert.match(await fragment(page), /q=海绵城市,o=urn:/);
}));

test('the order is said as it is, whatever changed it; without a query there is none by relevance', () => served(async (page) => {
  await put(page, ONE);
  const order = page.getByRole('combobox', { name: '排序' });
  const said = () => order.evaluate((select) => [...select.options].map((option) => (option.selected ? `[${option.text}]` : option.text)).join(' '));
  const steps = [
    [() => {}, '[日期从新到旧] 日期从旧到新'],
    [() => field(page).fill('高新区'), '[相关度] 日期从新到旧 日期从旧到新'],
    [() => order.selectOption({ label: '日期从旧到新' }), '相关度 日期从新到旧 [日期从旧到新]'],
    [() => page.goBack(), '[相关度] 日期从新到旧 日期从旧到新'],
    [() => page.goForward(), '相关度 日期从新到旧 [日期从旧到新]'],
    [() => page.getByRole('tab').nth(1).click(), '日期从新到旧 [日期从旧到新]'],
    [() => page.getByRole('tab').nth(0).click(), '相关度 日期从新到旧 [日期从旧到新]'],
    [() => field(page).fill(''), '日期从新到旧 [日期从旧到新]'],
    [() => page.evaluate(() => { location.hash = ''; }), '[日期从新到旧] 日期从旧到新'],
  ];
  for (const [at, [step, order]] of steps.entries()) {
    await step();
    await settled(page);
    assert.equal(await said(), order, `step ${at}`);
  }
}));

/** An element with two papers a day from 2001 to 2004: too many for lanes. */
const many = (page) => page.evaluate(async (attributes) => {
  const element = document.createElement('jian-bao');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  const items = Array.from({ length: 2900 }, (_, at) => ({
    uri: `urn:${at}`,
    headlines: [{ role: 'main', value: `第${at}号通告` }],
    datePublished: new Date(Date.UTC(2001, 0, 1 + Math.floor(at / 2))).toISOString().slice(0, 10),
  }));
  await element.load({ title: '大库', language: 'zh-Hans', items });
}, ONE[0]);
const fragmentIs = (page, like) => page.waitForFunction((like) => new RegExp(like).test(location.hash), like);

test('the days that the view of time shows stand in the address while they are not all, and zooming is no step back', () => served(async (page) => {
  await many(page);
  const shown = page.locator('.tl-o b');
  const is = (days) => shown.filter({ hasText: days }).waitFor();
  await page.getByRole('tab', { name: '时间轴' }).click();
  await fragmentIs(page, '^#jianbao=v=timeline$');
  const [whole, length] = [await shown.innerText(), await page.evaluate(() => history.length)];
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: '放大', exact: true }).click();
  await fragmentIs(page, '^#jianbao=v=timeline,z=2001-\\d\\d-\\d\\d\\.\\.2001-\\d\\d-\\d\\d$');
  const [part, url] = [await shown.innerText(), page.url()];
  assert.notEqual(part, whole);
  assert.equal(await page.evaluate(() => history.length), length);
  await page.goBack();
  await fragmentIs(page, '^$');
  await page.getByRole('tab', { name: '列表', selected: true }).waitFor();
  await page.goForward();
  await is(part);
  await page.goto('about:blank');
  await page.goto(url);
  await many(page);
  await is(part);
  assert.equal(page.url(), url);
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: '缩小', exact: true }).click();
  await fragmentIs(page, '^#jianbao=v=timeline$');
  await is(whole);
}));

test('a change from outside is followed, and a fragment of the page’s own changes nothing', () => served(async (page) => {
  await put(page, ONE);
  await page.evaluate(() => (location.hash = 'jianbao=q=消防'));
  await settled(page);
  assert.equal(await rows(page).count(), 1);
  await page.evaluate(() => (location.hash = 'chapter-2'));
  await settled(page);
  assert.equal(await field(page).inputValue(), '消防');
  assert.equal(await fragment(page), '#chapter-2');
  await field(page).fill('四链');
  await settled(page);
  assert.equal(await fragment(page), '#chapter-2&jianbao=q=四链');
}));

test('what the attributes ask for has no place in the address, and that it is gone has', () => served(async (page) => {
  await put(page, [{ ...ONE[0], query: '消防', filters: '片区:高新区' }]);
  await settled(page);
  assert.equal(await fragment(page), '');
  await field(page).fill('');
  await settled(page);
  assert.equal(await fragment(page), '#jianbao=q= ');
  const url = page.url();
  await page.goto('about:blank');
  await page.goto(url);
  await put(page, [{ ...ONE[0], query: '消防', filters: '片区:高新区' }]);
  await settled(page);
  assert.equal(await field(page).inputValue(), '');
  assert.equal(await rows(page).count(), 4);
}));

test('several elements on a page do not disturb each other', () => served(async (page) => {
  await put(page, [ONE[0], { id: 'news', routing: 'hash', lang: 'zh-Hans' }, { id: 'quiet', lang: 'zh-Hans' }]);
  await field(page).fill('海绵');
  await settled(page);
  await field(page, 'news').fill('消防');
  await settled(page);
  await field(page, 'quiet').fill('四链');
  await settled(page);
  assert.equal(await fragment(page), '#jianbao=q=海绵&news=q=消防');
  await page.goBack();
  await settled(page);
  assert.deepEqual(await Promise.all(['jianbao', 'news', 'quiet'].map((id) => field(page, id).inputValue())), ['海绵', '', '四链']);
}));

test('without routing the address, the history and the title stay as they are, and headlines are buttons', () => openLocal(DESK, async (page) => {
  const before = await page.evaluate(() => [location.href, history.length, document.title]);
  await page.locator('[part~="search-input"]').fill('海绵');
  await page.getByRole('article').getByRole('button').first().click();
  await page.locator('[part~="article"]').press('Escape');
  await settled(page);
  assert.deepEqual(await page.evaluate(() => [location.href, history.length, document.title]), before);
  assert.equal(await page.getByRole('article').getByRole('link').count(), 0);
}));

/** The place of the row that has the focus, once it is seen. */
const focusedRow = async (page) => (await page.waitForFunction(() => {
  const active = document.querySelector('jian-bao').shadowRoot.activeElement;
  const row = active?.closest('.row');
  const { top, bottom } = active?.getBoundingClientRect() ?? {};
  return row && top >= 0 && bottom <= innerHeight && { at: [...row.parentElement.children].indexOf(row) };
}, undefined, { timeout: 5_000 })).jsonValue();

/** Opens the fifth item's article, a little below where its headline was first seen; where that stood in the window. */
const openFifth = async (page) => {
  const headline = page.locator('.r-a').nth(4);
  await headline.scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 120);
  await settled(page);
  const { y } = await headline.boundingBox();
  await headline.click();
  await page.locator('[part~="article"]').waitFor();
  await settled(page);
  return Math.round(y);
};

/** Where the headline that has the focus stands in the window. */
const focusedHeadline = (page) => page.evaluate(() => {
  const { activeElement } = document.querySelector('jian-bao').shadowRoot;
  return Math.round(activeElement.getBoundingClientRect().top);
});

test('on a phone Back closes the article, and leads back to its row where it was', () => openServed(PHONE, async (page) => {
  await put(page, ONE);
  const top = await openFifth(page);
  for (let turn = 0; turn < 2; turn += 1) {
    await page.goBack();
    await page.locator('[part~="article"]').waitFor({ state: 'detached' });
    await settled(page);
    assert.deepEqual(await focusedRow(page), { at: 4 });
    assert.equal(await focusedHeadline(page), top);
    assert.match(page.url(), /empty\.html(#|$)/);
    assert.equal(await page.evaluate(() => history.scrollRestoration), 'auto');
    await page.goForward();
    await page.locator('[part~="article"]').waitFor();
    await settled(page);
  }
}, { file: 'tests/e2e/pages/empty.html' }));

for (const close of ['button', 'Escape']) {
  test(`on a phone without routing the article’s own ${close} closes it, and the host’s history is not touched`, () => openLocal(PHONE, async (page) => {
    const before = await page.evaluate(() => [location.href, history.length, JSON.stringify(history.state)]);
    const top = await openFifth(page);
    const article = page.locator('[part~="article"]');
    if (close === 'button') await page.getByRole('button', { name: '返回列表' }).click();
    else await page.keyboard.press('Escape');
    await article.waitFor({ state: 'detached' });
    await settled(page);
    assert.deepEqual(await focusedRow(page), { at: 4 });
    assert.equal(await focusedHeadline(page), top);
    assert.deepEqual(await page.evaluate(() => [location.href, history.length, JSON.stringify(history.state)]), before);
  }));
}
