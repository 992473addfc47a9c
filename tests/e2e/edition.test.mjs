// The edition: a page of an issue, whole, at every width; its issues, calendar, keys, and what axe says of it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { DESK, openLocal, openServed, PHONE, root, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const axe = fs.readFileSync(path.join(process.env.JIANBAO_NODE_MODULES ?? '.', 'axe-core', 'axe.min.js'), 'utf8');
const bundled = JSON.parse(fs.readFileSync(path.join(root, 'www', 'corpus', 'zhangzhou.json'), 'utf8'));
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];

const set = (page, name, value) => page.evaluate(([name, value]) => document.querySelector('jian-bao').setAttribute(name, value), [name, value]);
const stories = (page) => page.locator('[part~="story"]');
const folio = (page) => page.locator('[part~="folio"]');
const focused = (page) => page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement?.getAttribute('aria-label'));
const edition = (steps, viewport = DESK) =>
  openLocal(viewport, async (page) => {
    await set(page, 'view', 'edition');
    await settled(page);
    await steps(page);
  });

/** A paper of its own: so many items on each page of each day. */
const paper = (days) => ({
  title: '甲报',
  language: 'zh-Hans',
  items: days.flatMap(([date, ...pages]) =>
    pages.flatMap((count, page) =>
      Array.from({ length: count }, (_, at) => ({
        uri: `${date}-${page + 1}-${at}`,
        headlines: [{ role: 'main', value: `${date || '无日'}第${page + 1}版第${at + 1}篇` }],
        bodies: [{ role: 'main', value: `甲乙丙丁，${'戊己庚辛。'.repeat(20 + at * 7)}` }],
        infoSources: [{ role: 'publisher', name: '甲报' }],
        printPage: `${page + 1}`,
        ...(date && { datePublished: date }),
      })),
    ),
  ),
});
const DAYS = [['2014-02-27', 3], ['2014-03-14', 4, 2], ['2014-03-17', 5], ['2015-03-14', 2], ['2014-03', 2], ['', 1]];
const load = async (page, corpus) => {
  await page.evaluate((corpus) => document.querySelector('jian-bao').load(corpus), corpus);
  await settled(page);
};
const issue = (page) => folio(page).locator('b').textContent();

test('all items of the page are there once, each with its whole text', () => edition(async (page) => {
  assert.equal(await stories(page).count(), bundled.items.length);
  const texts = await stories(page).evaluateAll((stories) => stories.map((story) => [...story.querySelectorAll('.st-b > p')].map((p) => p.lastChild.data).join('\n')));
  const bodies = bundled.items.map((item) => item.bodies[0].value);
  assert.deepEqual(texts.toSorted(), bodies.toSorted());
}));

test('the folio says what is known of the issue, and what is not', () => edition(async (page) => {
  const said = await folio(page).innerText();
  for (const words of ['2025年3月', '见报日未载', '版次未载', '按原页分区重新编排，不是报纸影像']) assert.ok(said.includes(words), words);
  for (const name of ['上一期', '下一期']) assert.ok(await page.getByRole('button', { name }).isDisabled());
  assert.deepEqual(await page.locator('.sl-t').allTextContents(), ['台商区', '高新区']);
  assert.ok((await page.locator('.sl').nth(1).innerText()).includes('片区为推定'));
}));

test('the first item with a picture leads, and the list of the page has all items', () => edition(async (page) => {
  assert.match(await page.locator('.s-lead').innerText(), /谢宏坤/);
  assert.equal(await page.locator('.s-lead').count(), 1);
  const index = page.getByRole('navigation', { name: '本版目录' });
  assert.equal(await index.getByRole('button').count(), 7);
  assert.ok((await index.innerText()).startsWith('本版七篇'));
}));

test('a headline opens the article with the page’s items before and after it, and Escape leads back to it', () => edition(async (page) => {
  const headline = stories(page).nth(1).getByRole('heading').getByRole('button');
  const text = await headline.innerText();
  await headline.click();
  await page.locator('[part~="article"]').waitFor();
  await settled(page);
  assert.match(await page.locator('[part~="article-toolbar"]').innerText(), /共 7 篇/);
  assert.equal(await stories(page).count(), 0);
  assert.ok(await page.getByRole('button', { name: '返回版面' }).isVisible());
  await page.locator('[part~="article"]').press('Escape');
  await stories(page).first().waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement.innerText), text);
}));

test('the whole page is shown to a query, and what matches is said and marked in words', () => edition(async (page) => {
  await page.locator('[part~="search-input"]').fill('四链');
  await settled(page);
  assert.equal(await stories(page).count(), 7);
  assert.equal(await page.locator('.ed-m').innerText(), '本版 7 篇中 2 篇符合条件');
  assert.equal(await page.getByText('符合条件', { exact: true }).count(), 2);
  await page.locator('[part~="search-input"]').fill('');
  await settled(page);
  assert.equal(await page.locator('.ed-m').isVisible(), false);
}));

test('issues follow each other, a paper’s pages are chosen by number, and items without a day are never given one', () => edition(async (page) => {
  await load(page, paper(DAYS));
  assert.equal(await issue(page), '2015年3月14日');
  assert.match(await folio(page).innerText(), /《甲报》/);
  const seen = [];
  for (const name of ['下一期', '上一期']) {
    const button = page.getByRole('button', { name });
    while (await button.isEnabled()) {
      await button.click();
      seen.push(await issue(page));
    }
  }
  assert.deepEqual(seen, ['日期未载', '2015年3月14日', '2014年3月17日', '2014年3月14日', '2014年3月', '2014年2月27日']);
  await page.getByRole('button', { name: '下一期' }).click();
  await settled(page);
  assert.match(await folio(page).innerText(), /见报日未载/);
  await page.getByRole('button', { name: '下一期' }).click();
  await settled(page);
  assert.equal(await stories(page).count(), 4);
  await page.getByRole('navigation', { name: '各版' }).getByRole('button', { name: '第 2 版' }).click();
  await settled(page);
  assert.equal(await stories(page).count(), 2);
}));

test('the calendar has each issue with its items, goes by keys, and turns to an issue', () => edition(async (page) => {
  await load(page, paper(DAYS));
  await folio(page).getByRole('button', { name: /选择期次/ }).click();
  const calendar = page.getByRole('group', { name: '期次日历' });
  assert.deepEqual(await calendar.locator('td button').evaluateAll((days) => days.map((day) => day.ariaLabel)), ['2015年3月14日，2 篇']);
  await calendar.locator('td button').focus();
  const KEYS = [['ArrowLeft', '2014年3月17日，5 篇'], ['ArrowUp', '2014年2月27日，3 篇'], ['PageDown', '2014年3月17日，5 篇'], ['ArrowLeft', '2014年3月14日，6 篇'], ['End', '2014年3月17日，5 篇'], ['Home', '2014年3月14日，6 篇'], ['Shift+PageDown', '2015年3月14日，2 篇'], ['ArrowRight', '2015年3月14日，2 篇'], ['Shift+PageUp', '2014年3月14日，6 篇']];
  for (const [key, name] of KEYS) {
    await page.keyboard.press(key);
    await settled(page);
    assert.equal(await focused(page), name, key);
  }
  assert.equal(await calendar.locator('td button[tabindex="0"]').count(), 1);
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await issue(page), '2014年3月14日');
  await calendar.getByRole('combobox', { name: '年份' }).selectOption('2015');
  await settled(page);
  assert.equal(await calendar.locator('td button').count(), 1);
  const year = () => calendar.getByRole('combobox', { name: '年份' }).evaluate((select) => select.selectedOptions[0].text);
  assert.equal(await year(), '2015');
  await calendar.locator('td button').focus();
  for (const [key, shown] of [['Shift+PageUp', '2014'], ['Shift+PageDown', '2015']]) {
    await page.keyboard.press(key);
    await settled(page);
    assert.equal(await year(), shown, `${key} after a year was chosen`);
  }
  await calendar.getByRole('button', { name: '日期未载，1 篇' }).click();
  await settled(page);
  assert.equal(await issue(page), '日期未载');
  await page.locator('[part~="search-input"]').fill('第2版');
  await page.keyboard.press('Tab');
  await settled(page);
  assert.equal(await calendar.getByRole('button', { name: '2014年3月14日，6 篇，2 篇符合条件' }).count(), 0, 'another year is shown');
  await calendar.getByRole('button', { name: '上个月' }).click();
  await settled(page);
  assert.equal(await calendar.getByRole('button', { name: '2014年3月14日，6 篇，2 篇符合条件' }).count(), 1);
}));

test('the page that was turned to stands in the address, and Back leads to the one before', () => openServed(DESK, async (page) => {
  await page.evaluate(async (corpus) => {
    const element = document.createElement('jian-bao');
    for (const [name, value] of Object.entries({ routing: 'hash', lang: 'zh-Hans', view: 'edition' })) element.setAttribute(name, value);
    document.body.append(element);
    await element.load(corpus);
  }, paper(DAYS));
  await page.getByRole('button', { name: '上一期' }).click();
  await settled(page);
  assert.equal(await page.evaluate(() => decodeURIComponent(location.hash)), '#jianbao=p=2014-03-17-1-0');
  await page.goBack();
  await settled(page);
  assert.equal(await issue(page), '2015年3月14日');
}, { file: 'tests/e2e/pages/empty.html' }));

test('nothing is wider than the widget, cut, or left empty, at any width and in any language', () => edition(async (page) => {
  for (const lang of LANGUAGES) {
    await set(page, 'lang', lang);
    for (let width = 320; width <= 1720; width += 100) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      const wrong = await page.evaluate(() => {
        const shadow = document.querySelector('jian-bao').shadowRoot;
        const inside = [...shadow.querySelectorAll('.ed *')].filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline');
        const cut = inside.filter((element) => element.scrollWidth > element.clientWidth + 1 || (getComputedStyle(element).overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1));
        const bottom = (stack) => stack.lastElementChild.getBoundingClientRect().bottom;
        const stacks = [...shadow.querySelectorAll('.sg2')].map((section) => [...section.children]);
        const sideBySide = stacks.filter(([one, other]) => other && one.getBoundingClientRect().top === other.getBoundingClientRect().top);
        // What is left over is shared out between the stories of a stack: see that it is little.
        const free = sideBySide.flat().map((stack) => {
          const used = [...stack.children].reduce((sum, child) => sum + child.getBoundingClientRect().height, 0);
          return (stack.getBoundingClientRect().height - used - 22 * (stack.children.length - 1)) / Math.max(1, stack.children.length - 1);
        });
        return {
          page: document.documentElement.scrollWidth - innerWidth,
          cut: cut.map((element) => element.className || element.tagName),
          holes: free.filter((space) => space > 200).map(Math.round),
          ragged: sideBySide.filter(([one, other]) => Math.abs(bottom(one) - bottom(other)) > 160).length,
        };
      });
      assert.deepEqual(wrong, { page: 0, cut: [], holes: [], ragged: 0 }, `${width} ${lang}`);
    }
  }
}));

test('on paper there is the page alone, whole, and ink on white even in the dark', () => openLocal(DESK, async (page) => {
  await set(page, 'view', 'edition');
  await page.emulateMedia({ media: 'print' });
  await settled(page);
  for (const part of ['masthead', 'toolbar', 'footer']) assert.equal(await page.locator(`[part~="${part}"]`).isVisible(), false, part);
  for (const name of ['上一期', '下一期', '打印此版']) assert.equal(await page.getByRole('button', { name }).count(), 0, name);
  const shown = await stories(page).evaluateAll((stories) => stories.map((story) => getComputedStyle(story.querySelector('.st-u')).color));
  assert.deepEqual(shown, Array(7).fill('rgb(69, 68, 63)'));
  // Five sheets of A4 would be four of text and holes.
  const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok(sheets <= 4, `${sheets} sheets`);
}, { context: { colorScheme: 'dark' } }));

for (const [width, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
  for (const colorScheme of ['light', 'dark']) {
    for (const lang of LANGUAGES) {
      test(`${width}, ${colorScheme}, ${lang}: axe finds nothing to mend in the page, the calendar and a query`, () => openLocal(viewport, async (page) => {
        const found = async (state) => {
          await settled(page);
          const violations = await page.evaluate(async () => {
            const { violations } = await axe.run(document.querySelector('jian-bao'), { resultTypes: ['violations'], preload: false });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
          });
          assert.deepEqual(violations, [], state);
        };
        await set(page, 'lang', lang);
        await set(page, 'view', 'edition');
        await page.evaluate(axe);
        await found('page');
        await page.locator('[part~="search-input"]').fill('四链');
        await found('query');
        await load(page, paper(DAYS));
        await page.locator('button.fo-d').click();
        await found('calendar');
      }, { context: { colorScheme } }));
    }
  }
}
