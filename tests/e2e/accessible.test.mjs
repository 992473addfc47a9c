// axe finds nothing to mend in any state, language, theme and width; and in a window of 320 pixels, which is one of 1280 at 400 %,
// nothing is wider than the window. In the end it prints what it found, state by state.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { DESK, openLocal, PHONE, settled, start, stop, voices } from './harness.mjs';

before(start);
after(stop);

const axe = fs.readFileSync(path.join(process.env.JIANBAO_NODE_MODULES ?? '.', 'axe-core', 'axe.min.js'), 'utf8');
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];
const ZOOMED = { width: 320, height: 256 };
const WIDTHS = { desk: DESK, phone: PHONE, '400%': ZOOMED };
/** Of each state, how much was found in each window, theme and language. */
const matrix = {};

const rows = (page) => page.locator('[part~="result"] .r-a');
const find = async (page, query) => {
  await page.locator('[part~="search-input"]').fill(query);
  await settled(page);
  await page.locator('[part~="search-input"]').blur();
};
/** Leaves nothing half under the bar that stays in view: a target there is smaller only until the reader scrolls. */
const top = (page) => page.evaluate(() => scrollTo(0, 0));
/** An article is read aloud, which ends when the interface's language changes. */
const aloud = async (page) => {
  await page.getByRole('button', { name: /^(朗读|朗讀|Read aloud)$/ }).click();
  await page.locator('.said').waitFor();
  await top(page);
};
const STATES = {
  browse: () => {},
  article: (page) => rows(page).nth(2).click(),
  hits: async (page) => {
    // The suggestions lie over the rows of a low window until the field is left.
    await find(page, '四链');
    await rows(page).first().click();
    await page.keyboard.press('n');
  },
  beside: async (page) => {
    await STATES.article(page);
    await page.locator('.a-o button').first().click();
    await page.locator('.facts input').last().check();
  },
  aloud: async (page) => {
    await STATES.article(page);
    await aloud(page);
  },
  edition: (page) => page.getByRole('tab').nth(2).click(),
  pictures: async (page) => {
    await page.evaluate(() => {
      const picture = (href, width, height, value) => ({ uri: href, name: href, type: 'picture', renditions: [{ href, width, height }], descriptions: value ? [{ role: 'caption', value }] : [] });
      const at = 'tests/e2e/pages/pictures/';
      const associations = [picture(`${at}bridge-900.png`, 900, 600, '桥'), picture(`${at}tower.png`, 400, 600, '楼'), picture(`${at}small.png`), picture('//server/a.png', 9, 9, '墙')];
      return document.querySelector('jian-bao').load({ language: 'zh-Hans', items: [{ uri: 'a', headlines: [{ value: '甲' }], bodies: [{ value: '乙' }], associations }] });
    });
    await rows(page).first().click();
  },
  kwic: async (page) => {
    await find(page, '四链');
    await page.locator('.seg-b', { hasText: /^(逐处|逐處|In context)$/ }).click();
  },
  compact: (page) => page.locator('.seg-b', { hasText: /^(紧凑|緊湊|Compact)$/ }).click(),
  empty: (page) => page.locator('[part~="search-input"]').fill('龘龘龘'),
  loading: async (page) => {
    await page.evaluate(() => {
      const body = new ReadableStream({ start: (stream) => { setInterval(() => stream.enqueue(new Uint8Array(9)), 60); } });
      globalThis.fetch = async () => new Response(body, { headers: { 'content-length': '90000' } });
      document.querySelector('jian-bao').load('never.json');
    });
    await page.locator('[part~="loading"] [aria-current]').waitFor();
  },
  embed: (page) => page.evaluate(() => document.querySelector('jian-bao').setAttribute('compact', '')),
  help: (page) => page.getByRole('button', { name: /^(检索方法|檢索方法|Search help)$/ }).click(),
  chips: async (page) => {
    await page.locator('[part~="search-input"]').fill('项目 -“四链” 标题:推进 spnge');
    await page.locator('[part~="search-input"]').blur();
    await page.waitForTimeout(250);
  },
  excluded: (page) => page.evaluate(() => { document.querySelector('jian-bao').filters = '-section:台商区'; }),
  suggest: (page) => page.locator('[part~="search-input"]').fill('四链'),
  error: (page) => page.evaluate(() => document.querySelector('jian-bao').load('{"items": [')),
  partial: (page) =>
    page.evaluate(() => document.querySelector('jian-bao').load('{"title": "甲", "items": [{"uri": "a", "bodies": [{"value": "乙"}]}, 5]}')),
  clippings: async (page) => {
    await rows(page).nth(1).click();
    await page.locator('[part~="article"] .keep').click();
    await page.locator('.my summary').click();
    await page.locator('.my textarea').fill('一条笔记');
    await page.locator('.my textarea').blur();
    await page.getByRole('button', { name: /^(返回列表|Back to list)$/ }).or(page.getByRole('button', { name: /^(关闭|關閉|Close)$/ })).first().click();
    await page.locator('.dk-o').click();
  },
  'no clippings': (page) => page.locator('.dk-o').click(),
  about: (page) => page.locator('.foot').getByRole('button', { name: /^(关于本档|關於本檔|About this archive)$/ }).click(),
  card: async (page) => {
    await STATES.article(page);
    await page.locator('.ent').first().click();
    await page.locator('dialog .cd-c').waitFor();
    await top(page);
  },
  timeline: (page) => page.getByRole('tab').nth(1).click(),
  zoomed: async (page) => {
    await STATES.large(page);
    await page.getByRole('tab').nth(1).click();
    await page.getByRole('button', { name: /^(放大|Zoom in)$/ }).click();
  },
  picking: async (page) => {
    await STATES.large(page);
    await page.getByRole('button', { name: /^(选择|選擇|Select)$/ }).click();
    await page.locator('.r-x input').nth(1).click();
  },
  years: async (page) => {
    await STATES.large(page);
    await page.getByRole('combobox').nth(1).selectOption({ index: 1 });
    await page.evaluate(() => scrollTo(0, 3000));
  },
  large: (page) =>
    page.evaluate(() => {
      const item = (_, at) => ({ uri: `${at}`, headlines: [{ value: `第${at}篇` }], datePublished: `200${at % 9}-0${(at % 7) + 1}`, printPage: '02', subjects: [{ name: `题${at}` }] });
      return document.querySelector('jian-bao').load({ language: 'zh-Hans', title: '大库', items: Array.from({ length: 300 }, item) });
    }),
};

/** All that axe looks at, targets of less than 24 pixels, too; and what of it another theme can change, which is colour alone. */
const ALL = { rules: { 'target-size': { enabled: true } } };
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** What axe finds, each in a line. */
async function found(page, rules = ALL) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (rules) => {
    const { violations } = await axe.run(document.querySelector('jian-bao'), { resultTypes: ['violations'], preload: false, ...rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  }, rules);
}

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** A state for each row, a window, theme and language for each column. */
function print() {
  const columns = [...new Set(Object.values(matrix).flatMap(Object.keys))];
  const line = (name, cells) => `${name.padEnd(14)}${cells.map((cell, at) => `${cell}`.padStart(columns[at].length + 2)).join('')}`;
  const rows = Object.entries(matrix).map(([state, counts]) => line(state, columns.map((column) => counts[column] ?? '-')));
  console.log([line('axe finds', columns), ...rows].join('\n'));
}
after(print);

/** The interface in another language, as the page may ask for it: what the reader has reached stays. */
const speak = async (page, state, lang) => {
  await page.evaluate((lang) => document.querySelector('jian-bao').setAttribute('lang', lang), lang);
  await settled(page);
  if (state === 'aloud' && (await page.locator('.said').count()) === 0) await aloud(page);
};

/** What is wrong in a state in all languages, light and dark. */
async function wrongIn(page, state, width) {
  const wrong = [];
  for (const lang of LANGUAGES) {
    await speak(page, state, lang);
    for (const [colorScheme, rules] of Object.entries({ light: ALL, dark: COLOURS })) {
      await page.emulateMedia({ colorScheme });
      const violations = await found(page, rules);
      (matrix[state] ??= {})[`${width}/${colorScheme}/${lang}`] = violations.length;
      wrong.push(...violations.map((violation) => `${lang}, ${colorScheme}: ${violation}`));
    }
    if (WIDTHS[width] === ZOOMED && (await overflow(page)) > 0) wrong.push(`${lang}: wider than the window`);
  }
  return wrong;
}

for (const [width, viewport] of Object.entries(WIDTHS)) {
  for (const [state, reach] of Object.entries(STATES)) {
    test(`${width}, ${state}: nothing to mend in any language, light and dark`, () =>
      openLocal(
        viewport,
        async (page) => {
          await reach(page);
          assert.deepEqual(await wrongIn(page, state, width), []);
        },
        { init: voices },
      ));
  }
}

test('the sheet of filters on a phone: nothing to mend', () =>
  openLocal(PHONE, async (page) => {
    await page.getByRole('button', { name: /筛选/ }).click();
    assert.deepEqual(await found(page), []);
  }));
