// The view of time: bars that are zoomed, taken and counted, and the list of what is in them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESK, openLocal, PHONE, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const tab = (page, name) => page.getByRole('tab', { name }).click();
const plot = (page) => page.locator('[part~="timeline-plot"]');
const bar = (page) => page.getByRole('slider', { name: /^(每.篇数|Items an? )/ });
const said = (page) => bar(page).getAttribute('aria-valuetext');
const shown = (page) => page.locator('.tl-o b').innerText();
const total = async (page) => Number((await page.locator('[part~="status"] b').innerText()).replaceAll(',', ''));
const dates = (page) => Promise.all(['从：起始日期', '至：结束日期'].map((name) => page.getByLabel(name, { exact: true }).inputValue()));
const focusedRole = (page) => page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement?.getAttribute('role'));

/** Opens the archive's page, in the view of time, with two papers a day and every third in its own words, from 2001 to 2004; some are of an unknown day. */
const opened = (viewport, steps, options) =>
  openLocal(viewport, async (page) => {
    await page.evaluate(async () => {
      const day = (at) => new Date(Date.UTC(2001, 0, 1 + Math.floor(at / 2))).toISOString().slice(0, 10);
      const items = Array.from({ length: 2900 }, (_, at) => ({
        uri: `urn:${at}`,
        headlines: [{ role: 'main', value: `第${at}号通告` }],
        bodies: [{ role: 'main', value: at % 3 ? '平常的通告。' : '少见的通告。' }],
        datePublished: at % 50 ? day(at) : day(at).slice(0, 7),
      }));
      await document.querySelector('jian-bao').load({ title: '大库', language: 'zh-Hans', items });
    });
    await page.getByRole('status').filter({ hasText: '2,900' }).waitFor();
    await tab(page, '时间轴');
    await settled(page);
    await steps(page);
  }, options);

/** A click, or several, at a share of the plot's width, within the bars. */
const click = async (page, share, clickCount = 1) => {
  const { x, y, width } = await plot(page).boundingBox();
  await page.mouse.click(x + width * share, y + 60, { clickCount });
  await settled(page);
};

test('in the view of time the plot is higher, the list below is in the order of time, and the list view has its own order again', () => opened(DESK, async (page) => {
  const high = (await plot(page).boundingBox()).height;
  assert.match(await page.locator('.dayh').first().innerText(), /2001年1月/);
  assert.ok(!(await page.getByRole('combobox', { name: '排序' }).innerText()).includes('相关度'));
  await tab(page, '列表');
  await settled(page);
  assert.ok(high > (await plot(page).boundingBox()).height + 100);
  assert.match(await page.locator('.dayh').first().innerText(), /2004年12月/);
  assert.equal(await bar(page).count(), 0);
}));

test('spans of which the day is not known are one tab stop, too: arrows lead from one to the next, and Enter takes its days', () => opened(DESK, async (page) => {
  const spans = plot(page).getByRole('button');
  assert.deepEqual(await spans.evaluateAll((all) => [...new Set(all.slice(1).map((span) => span.getAttribute('tabindex')))]), ['-1']);
  await bar(page).focus();
  await page.keyboard.press('Shift+Tab');
  const name = () => page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement.ariaLabel);
  assert.match(await name(), /2001年1月.*\d 篇/);
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.match(await name(), /2001年2月/);
  await page.keyboard.press('Enter');
  await settled(page);
  assert.deepEqual(await dates(page), ['2001-02-01', '2001-02-28']);
}));

test('the bars are one tab stop: keys lead from one to the next, and Enter takes the one that is said', () => opened(DESK, async (page) => {
  await bar(page).focus();
  await settled(page);
  const first = await said(page);
  assert.match(first, /2001年1月1日—7日 \d+ 篇/);
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.match(await said(page), /2001年1月8日—14日 14 篇|2001年1月8日—14日 13 篇/);
  await page.keyboard.press('End');
  await settled(page);
  assert.match(await said(page), /2004年12月27日—31日/);
  await page.keyboard.press('Home');
  await settled(page);
  assert.equal(await said(page), first);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await settled(page);
  const [from, to] = await dates(page);
  assert.deepEqual([from, to], ['2001-03-26', '2001-04-01']);
  const found = await page.evaluate(([from, to]) => document.querySelector('jian-bao').search('', { from, to, approximate: false, limit: 0 }), [from, to]);
  assert.equal(Number(/(\d+) 篇/.exec(await said(page))[1]), found.total);
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await total(page), 2900);
}));

test('a bar that is clicked is the range, and its list is what a search of those days finds', () => opened(DESK, async (page) => {
  await page.locator('[part~="search-input"]').fill('少见');
  await settled(page);
  await click(page, 0.4);
  const [from, to] = await dates(page);
  const found = await page.evaluate(([from, to]) => document.querySelector('jian-bao').search('少见', { from, to, limit: 0 }), [from, to]);
  assert.equal(await total(page), found.total);
  const exact = await page.evaluate(([from, to]) => document.querySelector('jian-bao').search('少见', { from, to, approximate: false, limit: 0 }), [from, to]);
  assert.equal(Number(/ (\d+) 篇/.exec(await page.locator('.tl-o span').innerText())[1]), exact.total);
  assert.ok(exact.total > 0);
}));

test('every bar counts what a search of its days finds, at each zoom', () => opened(DESK, async (page) => {
  await bar(page).focus();
  for (let zoom = 0; zoom < 5; zoom += 1) {
    for (const key of ['Home', 'ArrowRight', 'End', 'ArrowLeft']) {
      await page.keyboard.press(key);
      await settled(page);
      const text = await said(page);
      await page.keyboard.press('Enter');
      await settled(page);
      const [from, to] = await dates(page);
      const { total } = await page.evaluate(([from, to]) => document.querySelector('jian-bao').search('', { from, to, approximate: false, limit: 0 }), [from, to]);
      const inside = await page.evaluate(async ([from, to]) => {
        // A month that is all that is known of a day counts in a bar that holds the month.
        const month = (await document.querySelector('jian-bao').search('', { from, to, limit: 0 })).certain;
        return month;
      }, [from, to]);
      assert.equal(Number(/([\d,]+) 篇/.exec(text)?.[1].replaceAll(',', '') ?? 0), inside, `${text}: ${total} exact`);
    }
    await page.keyboard.press('+');
  }
}));

test('two clicks on a bar show just its days, the whole run stays below, and Escape leads back', () => opened(DESK, async (page) => {
  const whole = await shown(page);
  assert.equal(await page.locator('.tl-ov').count(), 0);
  await click(page, 0.5, 2);
  assert.equal(await shown(page), (await page.locator('.tl-range b').innerText()).trim());
  assert.equal(await page.locator('.tl-ov').count(), 1);
  assert.match(await bar(page).getAttribute('aria-label'), /每日篇数/);
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await shown(page), whole);
  assert.notEqual(await total(page), 2900, 'the range is kept');
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await total(page), 2900);
}));

test('the wheel zooms only while the plot has the focus, and the day under the pointer stays', () => opened(DESK, async (page) => {
  const whole = await shown(page);
  const { x, y, width } = await plot(page).boundingBox();
  await page.mouse.move(x + width * 0.25, y + 60);
  await page.mouse.wheel(0, -100);
  await settled(page);
  assert.equal(await shown(page), whole);
  await bar(page).focus();
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(x + width * 0.25, y + 61);
  for (let step = 0; step < 3; step += 1) { await page.mouse.wheel(0, -100); await settled(page); }
  const [, first, last] = /(\d+年\d+月)\d*日?—(\d+年\d+月)/.exec(await shown(page));
  // A quarter of four years is the end of 2001; two thirds to the third power of them are 14 months.
  assert.deepEqual([first, last], ['2001年9月', '2002年11月']);
  assert.equal(await page.evaluate(() => scrollY), 0);
}));

test('the buttons zoom to the range, in and out, and Reset shows all again', () => opened(DESK, async (page) => {
  const whole = await shown(page);
  const to = page.getByRole('button', { name: '放大所选' });
  assert.ok(await to.isDisabled());
  await click(page, 0.7);
  await to.click();
  await settled(page);
  assert.equal(await shown(page), (await page.locator('.tl-range b').innerText()).trim());
  await page.getByRole('button', { name: '缩小', exact: true }).click();
  await settled(page);
  assert.notEqual(await shown(page), whole);
  await page.getByRole('button', { name: '还原' }).click();
  await settled(page);
  assert.deepEqual([await shown(page), await total(page)], [whole, 2900]);
  await page.getByRole('button', { name: '放大', exact: true }).click();
  await settled(page);
  assert.notEqual(await shown(page), whole);
}));

test('two queries stand on one axis, each with the count that a search of it has, in the range too', () => opened(DESK, async (page) => {
  await page.locator('[part~="search-input"]').fill('平常');
  await settled(page);
  await page.getByRole('searchbox', { name: '与另一检索词比较' }).fill('少见');
  await page.keyboard.press('Enter');
  await settled(page);
  const counts = async () => (await page.locator('.tl-v b').allInnerTexts()).map((text) => Number(text.replace(/[^\d]/g, '')));
  const found = async (range) => Promise.all(['平常', '少见'].map((text) => page.evaluate(([text, range]) => document.querySelector('jian-bao').search(text, { ...range, limit: 0 }).then(({ total }) => total), [text, range])));
  assert.deepEqual(await counts(), await found({}));
  await click(page, 0.6);
  const [from, to] = await dates(page);
  assert.deepEqual(await counts(), await found({ from, to }));
  // Both stand on the scale of the higher one: twice as many are plain as are rare.
  const highest = (selector) => page.locator(selector).evaluateAll((paths) => Math.min(...paths.map((path) => path.getBBox()).filter(({ width }) => width > 0).map(({ y }) => y)));
  assert.ok((await highest('.hb')) < (await highest('.hb-o')) - 60);
  await page.getByRole('searchbox', { name: '与另一检索词比较' }).fill('');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await page.locator('.hb-o').count(), 0);
}));

test('the window on the whole run is moved by the pointer', () => opened(DESK, async (page) => {
  await bar(page).focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await settled(page);
  const { x, y, width } = await page.locator('.tl-ov').boundingBox();
  await page.mouse.move(x + width * 0.1, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.99, y + 10, { steps: 5 });
  await page.mouse.up();
  await settled(page);
  assert.equal(await focusedRole(page), 'slider', 'keys go on from there');
  assert.match(await shown(page), /^2004年1月1日—12月31日$|^2004年$|—(2004年)?12月31日$/);
}));

test('while the range is drawn out its count follows each step, and the list when the hand rests', () => opened(DESK, async (page) => {
  await tab(page, '列表');
  await settled(page);
  const list = page.locator('.found');
  const first = () => list.locator('.dayh b').first().innerText();
  const end = await page.getByRole('slider').last().boundingBox();
  const [x, y] = [end.x + end.width / 2, end.y + end.height / 2];
  const newest = await first();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await list.evaluate((list) => {
    const counted = () => Number(list.getRootNode().querySelector('[part~="status"] b').innerText.replaceAll(',', ''));
    window.seen = [];
    const look = () => {
      const now = [counted(), list.getAttribute('aria-busy')];
      if (String(window.seen.at(-1)) !== String(now)) window.seen.push(now);
      requestAnimationFrame(look);
    };
    look();
  });
  await page.mouse.move(x - 720, y, { steps: 24 });
  await page.waitForFunction(() => window.seen.length > 1);
  await settled(page);
  const seen = await page.evaluate(() => window.seen);
  assert.ok(seen.every(([count], at) => at === 0 || count <= seen[at - 1][0]), `${seen}`);
  const busy = seen.filter(([, isBusy]) => isBusy === 'true').map(([count]) => count);
  assert.ok(new Set(busy).size > 2, `the count follows while the list waits: ${seen}`);
  assert.equal(await list.getAttribute('aria-busy'), null, 'the hand rests, though it has not let go');
  const [, to] = await dates(page);
  const days = await first();
  assert.notEqual(days, newest);
  assert.ok(days.startsWith(`${Number(to.slice(0, 4))}年${Number(to.slice(5, 7))}月`), `${days}, and the range ends at ${to}`);
  await page.mouse.up();
  await settled(page);
  assert.equal(await first(), days);
}));

test('a stroke over a part takes days of that part, and the range may reach beyond it', () => opened(DESK, async (page) => {
  await page.getByLabel('从：起始日期', { exact: true }).fill('2001-06-01');
  await page.keyboard.press('Tab');
  await bar(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('+');
  await settled(page);
  const end = page.getByRole('slider', { name: '结束日期' });
  assert.equal(await end.getAttribute('aria-valuetext'), '2004年12月31日', 'it is beyond what is shown');
  const { x, y, width } = await plot(page).boundingBox();
  await page.mouse.move(x + width * 0.3, y + 60);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.6, y + 60, { steps: 4 });
  await page.mouse.up();
  await settled(page);
  const [from, to] = await dates(page);
  assert.ok(from > '2001-06-01' && from < to && to < '2004-12-31', `${from} ${to}`);
}));

test('two fingers zoom on a phone, and undo the stroke that the first has begun', () => opened(PHONE, async (page) => {
  const whole = await shown(page);
  const { x, y, width } = await plot(page).boundingBox();
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...shares) => session.send('Input.dispatchTouchEvent', { type, touchPoints: shares.map((share, id) => ({ x: x + width * share, y: y + 50, id })) });
  await touch('touchStart', 0.45);
  await touch('touchStart', 0.45, 0.55);
  for (const by of [0.1, 0.2, 0.3]) await touch('touchMove', 0.45 - by, 0.55 + by);
  await touch('touchEnd');
  await settled(page);
  assert.notEqual(await shown(page), whole);
  assert.equal(await total(page), 2900);
  assert.match(await shown(page), /2002年.*2003年/);
}, { context: { hasTouch: true } }));

test('a few items have a lane a section and a row an item, with its headline', () => openLocal(DESK, async (page) => {
  await tab(page, '时间轴');
  await settled(page);
  const marks = await page.locator('.mk').evaluateAll((marks) => marks.map((mark) => Math.round(mark.querySelector('.mk-hit').getBoundingClientRect().top)));
  assert.equal(new Set(marks).size, 7);
  assert.equal(await page.locator('.mk-t').count(), 7);
  await page.locator('.mk').first().click();
  await page.locator('[part~="article"]').waitFor();
}));

/** Opens an archive of a paper that came out every day of March 2025 but for the 9th and 10th, with `more` about itself. */
const march = (more, steps) => openLocal(DESK, async (page) => {
  await page.evaluate(async (more) => {
    const days = Array.from({ length: 31 }, (_, at) => at + 1).filter((day) => day !== 9 && day !== 10);
    const items = days.flatMap((day) => ['平常', '少见', '短'].map((words) => ({
      uri: `urn:${day}${words}`,
      headlines: [{ value: `${words}的通告，第${day}号` }],
      datePublished: `2025-03-${String(day).padStart(2, '0')}`,
    })));
    await document.querySelector('jian-bao').load({ title: '日报', language: 'zh-Hans', items, ...more });
  }, more);
  await page.getByRole('status').filter({ hasText: '87' }).waitFor();
  await settled(page);
  await steps(page);
});

test('where a corpus says what it covers, days without an issue are counted, whatever is searched for, and in the range', () => march({ coverage: [{ from: '2025-03', to: '2025-03' }] }, async (page) => {
  const said = page.locator('.tl-n');
  assert.equal(await said.innerText(), '无报 2 天');
  await page.locator('[part~="search-input"]').fill('哪里也没有');
  await settled(page);
  assert.equal(await total(page), 0);
  assert.equal(await said.innerText(), '无报 2 天', 'a day without a hit has an issue all the same');
  await page.locator('[part~="search-input"]').fill('');
  for (const [from, days] of [['2025-03-10', 1], ['2025-03-11', 0]]) {
    await page.getByLabel('从：起始日期', { exact: true }).fill(from);
    await page.keyboard.press('Tab');
    await settled(page);
    assert.equal(await said.innerText(), `无报 ${days} 天`);
  }
  await page.getByRole('button', { name: '还原' }).click();
  for (const [language, words] of [['zh-Hant', '無報 2 天'], ['en', '2 days without an issue']]) {
    await page.evaluate((language) => { document.querySelector('jian-bao').lang = language; }, language);
    await settled(page);
    assert.equal(await said.innerText(), words);
  }
}));

test('where it does not say, nothing is said of issues', () => march({}, async (page) => {
  assert.ok(await page.locator('.tl-n').isHidden());
  assert.equal(await page.locator('.tl-n').textContent(), '');
}));
