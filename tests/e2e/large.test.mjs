// A large archive: its list scrolls as a whole and is drawn in part, and its facets are searched as a whole.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, openLocal, PHONE, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const ITEMS = 1200;

/** Opens the archive's page with a corpus of our own: three items a day, no issue from the 601st day's third on for four days. */
const opened = (viewport, steps) =>
  openLocal(viewport, async (page) => {
    await page.evaluate(async (count) => {
      const day = (index) => new Date(Date.UTC(2001, 0, 1 + Math.floor(index / 3) + (index >= 900 ? 4 : 0))).toISOString().slice(0, 10);
      const items = Array.from({ length: count }, (_, index) => ({
        uri: `urn:${index}`,
        headlines: [{ role: 'main', value: `第${index}号通告` }],
        bodies: [{ role: 'main', value: `${index % 2 ? '单' : '双'}日的通告。${'说明。'.repeat((index % 7) * 9)}` }],
        datePublished: day(index),
        printPage: String((index % 3) + 1).padStart(2, '0'),
        subjects: [{ name: `题目${index % 150}` }],
      }));
      await document.querySelector('jian-bao').load({ title: '大库', language: 'zh-Hans', items });
    }, ITEMS);
    await page.getByRole('status').filter({ hasText: '1,200' }).waitFor();
    await steps(page);
  });

const rows = (page) => page.getByRole('article');
// The rows that are drawn, by their places.
const places = (page) => page.locator('[part~="result"]').evaluateAll((all) => all.map((row) => Number(row.ariaPosInSet)));
const numbers = async (page) =>
  (await rows(page).getByRole('heading').allInnerTexts()).map((text) => Number(/\d+/.exec(text.replaceAll('\u200b', ''))[0]));
/** Whether a row, and no empty space, stands in the middle of the window. */
const rowInTheMiddle = (page) =>
  page.evaluate(() => {
    const { left, width } = document.querySelector('jian-bao').shadowRoot.querySelector('.groups').getBoundingClientRect();
    const at = document.querySelector('jian-bao').shadowRoot.elementFromPoint(left + width / 2, innerHeight / 2);
    return Boolean(at?.closest('.grp'));
  });

test('a few dozen rows are drawn of 1,200, and each says its place among them', () => opened(DESK, async (page) => {
  const shown = await places(page);
  assert.ok(shown.length >= 10 && shown.length <= 80, `${shown.length} rows`);
  assert.deepEqual(shown, shown.map((_, at) => at + 1));
  assert.equal(await page.locator('[part~="result"]').first().getAttribute('aria-setsize'), '1200');
}));

test('whoever scrolls to the end has met every item, the newest first', () => opened(DESK, async (page) => {
  const met = new Map();
  const atEnd = () => page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
  for (let step = 0, ends = 0; ends < 2; step++) {
    const [at, shown] = [await places(page), await numbers(page)];
    at.forEach((place, index) => met.set(place, shown[index]));
    await page.evaluate(() => scrollBy(0, 700));
    await settled(page);
    ends += await atEnd();
    assert.ok(step < 600, 'the list has an end');
  }
  assert.equal(met.size, ITEMS);
  const days = Array.from({ length: ITEMS }, (_, place) => Math.floor(met.get(place + 1) / 3));
  assert.deepEqual(days, days.toSorted((one, other) => other - one));
  assert.equal(new Set(met.values()).size, ITEMS);
}));

test('a jump to anywhere shows rows, not emptiness', () => opened(PHONE, async (page) => {
  for (const part of [0.5, 0.93, 0.2, 0.99, 0.6]) {
    await page.evaluate((part) => scrollTo(0, document.documentElement.scrollHeight * part), part);
    await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 60))));
    await settled(page);
    assert.ok(await rowInTheMiddle(page), `at ${part}`);
  }
}));

test('a list in the order of time stands under its days, and days without an issue are told', () => opened(DESK, async (page) => {
  const first = page.locator('.dayh').first();
  assert.match(await first.innerText(), /2002年2月8日\s*星期五\s*3 篇/);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 4 - 600));
  await settled(page);
  const gap = page.locator('.gapr');
  for (let step = 0; step < 30 && (await gap.count()) === 0; step++) {
    await page.mouse.wheel(0, 300);
    await settled(page);
  }
  assert.match(await gap.first().innerText(), /10月28日—31日\s*4 天无报入库/);
}));

test('a day of more rows than are drawn at once has one heading, which stays while they go by', () => opened(DESK, async (page) => {
  await page.evaluate(() => document.querySelector('jian-bao').load({
    title: '大库', language: 'zh-Hans',
    items: Array.from({ length: 400 }, (_, at) => ({ uri: `${at}`, headlines: [{ value: `第${at}号` }], datePublished: `2001-03-0${1 + (at >= 250)}` })),
  }));
  await page.getByRole('status').filter({ hasText: '400' }).waitFor();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 4));
  await settled(page);
  const [heading, list] = await Promise.all([page.locator('.dayh').boundingBox(), page.locator('.groups').boundingBox()]);
  assert.ok(list.y < -1000 && Math.abs(heading.y) < 2, `${list.y}, ${heading.y}`);
  assert.match(await page.locator('.dayh').innerText(), /2001年3月2日.*150 篇/s);
  assert.equal(await page.getByRole('list', { name: '检索结果' }).count(), 1);
}));

test('the rail leads to the first row of a year, and the list stays there', () => opened(DESK, async (page) => {
  const rail = page.getByRole('toolbar', { name: '按时间跳转' });
  const stops = () => rail.getByRole('button').evaluateAll((all) => all.map((stop) => [stop.ariaLabel, stop.ariaCurrent, stop.tabIndex]));
  assert.deepEqual((await stops()).slice(0, 2), [['2002年2月：24 篇', 'true', 0], ['2002年1月：93 篇', null, -1]]);
  await rail.getByRole('button', { name: /^2001年6月/ }).click();
  await settled(page);
  const seen = await page.evaluate(() => {
    const root = document.querySelector('jian-bao').shadowRoot;
    const days = [...root.querySelectorAll('.is-day')].filter((day) => day.getBoundingClientRect().bottom > 8);
    return { day: days[0].querySelector('.dayh b').innerText, top: Math.round(days[0].getBoundingClientRect().top), seen: root.querySelector('.pos').innerText };
  });
  assert.equal(seen.day, '2001年6月30日');
  assert.ok(Math.abs(seen.top) <= 1, `${seen.top}`);
  assert.match(seen.seen, /^2001年6月\s*第 658—66\d 篇，共 1,200 篇$/);
  assert.equal((await stops()).find(([, current]) => current)[0], '2001年6月：90 篇');
  const before = await page.evaluate(() => scrollY);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => scrollY), before);
}));

test('the rail is one tab stop, by whose keys one comes to a row and goes on from there', () => opened(DESK, async (page) => {
  const name = () => page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement?.ariaLabel);
  await page.getByRole('toolbar', { name: '按时间跳转' }).getByRole('button').first().focus();
  await settled(page);
  for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowUp', 'Home', 'ArrowDown']) await page.keyboard.press(key);
  await settled(page);
  assert.match(await name(), /^2002年1月/);
  await page.keyboard.press('Tab');
  const row = () => page.evaluate(() => Number(document.querySelector('jian-bao').shadowRoot.activeElement.closest('.row')?.ariaPosInSet));
  assert.equal(await row(), 1, 'the rail is left by one key');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await row(), 25);
  await page.keyboard.press('ArrowDown');
  await settled(page);
  assert.equal(await row(), 26);
}));

test('without an order of time there is no rail, but which rows are seen is said', () => opened(DESK, async (page) => {
  await page.locator('[part~="search-input"]').fill('通告');
  await settled(page);
  assert.equal(await page.getByRole('toolbar', { name: '按时间跳转' }).count(), 0);
  await page.evaluate(() => scrollTo(0, 20_000));
  await settled(page);
  assert.match(await page.locator('.pos').innerText(), /^第 1\d\d—1\d\d 篇，共 1,200 篇$/);
  await page.getByRole('combobox', { name: '排序' }).selectOption({ label: '日期从旧到新' });
  await settled(page);
  assert.match(await page.getByRole('toolbar', { name: '按时间跳转' }).getByRole('button').first().getAttribute('aria-label'), /^2001年1月/);
}));

test('nothing shifts while the list is scrolled', () => opened(DESK, async (page) => {
  await page.evaluate(() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { globalThis.shifted += value; })).observe({ type: 'layout-shift' });
  });
  await page.mouse.move(640, 600);
  for (let step = 0; step < 40; step++) {
    await page.mouse.wheel(0, step < 25 ? 700 : -500);
    await page.waitForTimeout(30);
  }
  assert.equal(await page.evaluate(() => globalThis.shifted), 0);
}));

test('the row with the focus stays, however far one scrolls, and the keys go on from it', () => opened(DESK, async (page) => {
  await rows(page).getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  const focused = () => page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement?.innerText.replaceAll('\u200b', ''));
  const before = await focused();
  await page.evaluate(() => scrollTo(0, 60_000));
  await settled(page);
  assert.equal(await focused(), before);
  await page.keyboard.press('ArrowDown');
  await settled(page);
  assert.notEqual(await focused(), before);
  assert.match(await focused(), /号通告/);
}));

for (const viewport of [DESK, PHONE]) {
  test(`an item far down is opened, and closing it leads back to its row at ${viewport.width}`, () => opened(viewport, async (page) => {
    await page.evaluate(() => scrollTo(0, 50_000));
    // A few rows are drawn with each frame.
    await settled(page);
    const row = page.locator('[part~="result"]').nth(12);
    const name = (await row.getByRole('heading').innerText()).replaceAll('\u200b', '');
    await row.getByRole('heading').getByRole('button').click();
    await page.locator('[part~="article"]').waitFor();
    await page.keyboard.press('Escape');
    await settled(page);
    const back = await page.evaluate(() => {
      const active = document.querySelector('jian-bao').shadowRoot.activeElement;
      const { top, bottom } = active.getBoundingClientRect();
      return { name: active.innerText.replaceAll('\u200b', ''), seen: top >= 0 && bottom <= innerHeight };
    });
    assert.deepEqual(back, { name, seen: true });
  }));
}

test('all 150 topics are counted, shown on request, and looked for', () => opened(DESK, async (page) => {
  const group = page.getByRole('group', { name: '主题' });
  assert.match(await page.locator('[part~="facet-group"]').filter({ hasText: '主题' }).locator('.fg-s').innerText(), /^150$/);
  for (let more = 0; more < 4; more++) {
    const button = group.getByRole('button', { name: /再显示/ });
    if (await button.isVisible()) await button.click();
  }
  assert.equal(await group.getByRole('checkbox').count(), 150);
  await group.getByRole('searchbox', { name: '在 150 个主题中查找' }).fill('題目149');
  await settled(page);
  assert.deepEqual(await group.getByRole('checkbox').evaluateAll((all) => all.map((box) => box.ariaLabel)), ['题目149，8 篇']);
  await group.getByRole('checkbox').check();
  await page.getByRole('status').filter({ hasText: /命中\s*8\s*篇/ }).waitFor({ state: 'attached' });
  await settled(page);
  assert.equal(await rows(page).count(), 8);
}));

test('in a box of the page that scrolls by itself, the list follows, too', () => opened(DESK, async (page) => {
  await page.evaluate(() => {
    const box = document.createElement('div');
    Object.assign(box.style, { height: '600px', overflow: 'auto' });
    document.body.prepend(box);
    box.append(document.querySelector('jian-bao'));
  });
  for (const part of [0.4, 0.9]) {
    await page.evaluate((part) => { const box = document.querySelector('body > div'); box.scrollTop = box.scrollHeight * part; }, part);
    await settled(page);
    assert.ok(await page.evaluate(() => {
      const root = document.querySelector('jian-bao').shadowRoot;
      const { left, width } = root.querySelector('.groups').getBoundingClientRect();
      return Boolean(root.elementFromPoint(left + width / 2, 300)?.closest('.grp'));
    }), `at ${part}`);
  }
}));
