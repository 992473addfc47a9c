// An item that is read: the way through the query's places, what is copied and saved, two languages side by side, the years
// of two calendars, reading aloud, and what comes out on paper.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { DESK, openLocal, openServed, PHONE, settled, start, stop, voices } from './harness.mjs';
import { paper, printer } from './paper.mjs';

before(start);
after(stop);

const article = (page) => page.locator('[part~="article"]');
const button = (page, name) => article(page).getByRole('button', { name, exact: true });
const load = (page, corpus) => page.evaluate((corpus) => document.querySelector('jian-bao').load(corpus), corpus);
const set = (page, name, value) => page.evaluate(([name, value]) => { document.querySelector('jian-bao')[name] = value; }, [name, value]);

/** Opens an item: of the bundled archive by words of its headline, of another by its address. */
async function read(page, words) {
  await page.locator('[part~="result"]').filter({ hasText: words }).getByRole('button').first().click();
  await article(page).waitFor();
  await settled(page.page?.() ?? page);
}

/** What is said to those who do not see it. */
const told = (page, words) => article(page).locator('[aria-live]').filter({ hasText: words }).waitFor({ state: 'attached', timeout: 2000 });

const current = (page) => article(page).locator('mark[aria-current]').allInnerTexts();

test('the places of the query are counted, and n and p go from one to the next and round', () => openLocal(DESK, async (page) => {
  await set(page, 'query', '项目');
  await settled(page);
  await read(page, '十五五');
  const count = await article(page).locator('mark').count();
  assert.ok(count > 3);
  await told(page, `命中 ${count} 处`);
  await page.keyboard.press('n');
  await told(page, `第 1 处，共 ${count} 处`);
  assert.deepEqual(await current(page), ['项目']);
  await page.keyboard.press('p');
  await told(page, `第 ${count} 处，共 ${count} 处`);
  await page.keyboard.press('n');
  await button(page, '下一处').click();
  await told(page, `第 2 处，共 ${count} 处`);
  assert.ok(await article(page).locator('mark').nth(1).evaluate((mark) => mark.hasAttribute('aria-current')));
  // Whoever goes on by the button can press it again.
  assert.equal(await page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement.ariaLabel), '下一处');
  await page.keyboard.press(']');
  await settled(page);
  assert.deepEqual(await current(page), [], 'another item begins anew');
}));

test('the current place is in view, and not under the bar, in a long text', () => openLocal(PHONE, async (page) => {
  const paragraphs = Array.from({ length: 60 }, (_, at) => (at % 20 === 9 ? '这里说海绵城市。' : '这一段说别的事情，说得不短，也说得不长。'));
  await load(page, { items: [{ uri: 'a', language: 'zh-Hans', headlines: [{ value: '甲' }], bodies: [{ value: paragraphs.join('\n') }] }] });
  await set(page, 'query', '海绵');
  await settled(page);
  await read(page, '甲');
  for (const place of [1, 2, 3, 1]) {
    await page.keyboard.press('n');
    await told(page, `第 ${place} 处，共 3 处`);
    await settled(page);
    const [mark, bar] = await Promise.all([article(page).locator('mark[aria-current]').boundingBox(), article(page).locator('.at').boundingBox()]);
    assert.ok(mark.y >= bar.y + bar.height && mark.y + mark.height <= PHONE.height, `${mark.y} under ${bar.y + bar.height}`);
  }
}));

test('a place that a name cuts in two is one place', () => openLocal(DESK, async (page) => {
  await load(page, { items: [{ uri: 'a', language: 'zh-Hans', headlines: [{ value: '题' }], people: [{ name: '甲乙' }], bodies: [{ value: '说甲乙丙丁，又说乙丙。' }] }] });
  await set(page, 'query', '乙丙');
  await settled(page);
  await read(page, '题');
  await told(page, '命中 2 处');
  await page.keyboard.press('n');
  await settled(page);
  assert.deepEqual(await current(page), ['乙', '丙']);
  await page.keyboard.press('n');
  await settled(page);
  assert.deepEqual(await current(page), ['乙丙']);
}));

test('the places are gone through from above, in both languages that stand side by side', () => openLocal(DESK, async (page) => {
  await load(page, { items: [{ uri: 'a', language: 'zh-Hans', headlines: [{ value: '甲区' }, { role: 'subhead', value: '又是甲区' }], bodies: [{ value: '甲区说。\n再说甲区。' }],
    associations: [{ descriptions: [{ role: 'caption', value: '甲区的照片' }] }],
    translations: [{ language: 'en', headlines: [{ value: 'Zone A' }], bodies: [{ value: 'The zone said so.\nThe zone again.' }] }] }] });
  await set(page, 'query', '甲区 OR zone');
  await settled(page);
  await read(page, '甲区');
  await button(page, 'EN English').click();
  await article(page).focus();
  await settled(page);
  const all = article(page).locator('mark');
  assert.equal(await all.count(), 8);
  for (let at = 0; at < 8; at += 1) {
    await page.keyboard.press('n');
    await told(page, `第 ${at + 1} 处，共 8 处`);
    assert.deepEqual(await all.evaluateAll((marks) => marks.flatMap((mark, at) => (mark.ariaCurrent ? [at] : []))), [at]);
  }
}));

test('without a query nothing is said of places', () => openLocal(DESK, async (page) => {
  await read(page, '十五五');
  assert.equal(await button(page, '下一处').count(), 0);
}));

const clipboard = () => {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { globalThis.copied = text; } } });
  const [later, revoke] = [setTimeout, URL.revokeObjectURL.bind(URL)];
  // What the widget does after ten seconds it does at once.
  globalThis.setTimeout = (act, after, ...rest) => later(act, after === 10000 ? 200 : after, ...rest);
  globalThis.revoked = [];
  URL.revokeObjectURL = (url) => { globalThis.revoked.push(url); revoke(url); };
};

for (const [how, open] of Object.entries({ 'from the file system': openLocal, 'under the strict policy': openServed })) {
  test(`${how} a citation is copied and saved in each form that programs read`, () => open(DESK, async (page) => {
    await read(page, '生态环境');
    for (const [form, file, begins] of [
      ['RIS', /\.ris$/, /^TY {2}- NEWS\r\n/],
      ['BibTeX', /\.bib$/, /^@article\{/],
      ['CSL-JSON', /\.json$/, /^\[\{"id":/],
    ]) {
      await button(page, `复制 ${form}`).click();
      await told(page, '已复制');
      const copied = await page.evaluate(() => globalThis.copied);
      assert.match(copied, begins);
      const download = page.waitForEvent('download');
      await button(page, `将 ${form} 存为文件`).click();
      const saved = await download;
      assert.match(saved.suggestedFilename(), file);
      assert.match(saved.suggestedFilename(), /^高新区上溯源头查生态环境突出问题/);
      assert.equal(await fs.readFile(await saved.path(), 'utf8'), copied);
    }
    await page.waitForFunction(() => globalThis.revoked.length === 3);
    await article(page).locator('.cite').getByRole('button', { name: '复制引用' }).click();
    await settled(page);
    assert.match(await page.evaluate(() => globalThis.copied), /\[N\]\. \[报名不详\]/);
    assert.match(await article(page).locator('.cite .btn').first().innerText(), /已复制/);
  }, { init: clipboard, context: { acceptDownloads: true } }));
}

test('with addresses the link to the item is copied', () => openServed(DESK, async (page) => {
  await page.evaluate(async () => {
    const element = document.createElement('jian-bao');
    element.setAttribute('routing', 'hash');
    document.body.append(element);
    await element.load({ items: [{ uri: 'urn:a', language: 'en', headlines: [{ value: 'A' }] }] });
    element.open('urn:a');
  });
  await page.getByRole('link', { name: 'Copy link' }).click();
  await told(page, 'Copied');
  assert.match(await page.evaluate(() => globalThis.copied), /empty\.html#jianbao=o=urn%3Aa$/);
}, { file: 'tests/e2e/pages/empty.html', context: { locale: 'en-GB' }, init: clipboard }));

test('another language stands beside the text, paragraph by paragraph, and each says which it is', () => openLocal({ width: 1600, height: 900 }, async (page) => {
  await read(page, '生态环境');
  await button(page, 'EN English').click();
  await settled(page);
  const body = article(page).locator('[part~="body"]');
  const pairs = await body.locator('> p').evaluateAll((all) => all.map((p) => [p.closest('[lang]').lang, p.getBoundingClientRect().x, p.getBoundingClientRect().y]));
  assert.ok(pairs.length >= 8 && pairs.length % 2 === 0);
  for (let at = 0; at < pairs.length; at += 2) {
    const [[own, left, top], [other, right, beside]] = pairs.slice(at, at + 2);
    assert.match(own, /^zh-Hans/);
    assert.match(other, /^en/);
    assert.ok(right > left + 200 && Math.abs(top - beside) < 1, `pair ${at}`);
  }
  assert.match(await article(page).locator('header').innerText(), /[A-Za-z]{4}/, 'the headline is there in English, too');
  await button(page, '繁體中文').click();
  await settled(page);
  assert.match(await body.locator('> p').nth(1).getAttribute('lang'), /^zh-Hant/);
  // What was chosen holds for the next item, and is taken back by the same button.
  await page.keyboard.press(']');
  await settled(page);
  assert.match(await body.locator('> p').nth(1).getAttribute('lang'), /^zh-Hant/);
  await button(page, '繁體中文').click();
  await settled(page);
  assert.equal(await body.locator('> p[lang]').count(), 0);
}));

test('on a phone each paragraph stands under its own, and nothing is too wide', () => openLocal(PHONE, async (page) => {
  await read(page, '生态环境');
  await button(page, 'EN English').click();
  await settled(page);
  const tops = await article(page).locator('[part~="body"] > p').evaluateAll((all) => all.map((p) => p.getBoundingClientRect().y));
  assert.deepEqual(tops, [...tops].sort((one, other) => one - other));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
}));

test('texts with other numbers of paragraphs stand in two columns of their own', () => openLocal({ width: 1600, height: 900 }, async (page) => {
  await load(page, { items: [{ uri: 'a', language: 'zh-Hans', headlines: [{ value: '甲' }], bodies: [{ value: '一。\n二。\n三。' }],
    translations: [{ language: 'en', bodies: [{ value: 'One and two.\nThree.' }] }] }] });
  await read(page, '甲');
  await button(page, 'EN English').click();
  await settled(page);
  assert.deepEqual(await article(page).locator('[part~="body"] > div').evaluateAll((all) => all.map((column) => column.innerText.split(/\n+/).length)), [3, 2]);
}));

test('an item in one language has nothing to stand beside it', () => openLocal(DESK, async (page) => {
  await load(page, { items: [{ uri: 'a', language: 'zh-Hans', headlines: [{ value: '甲' }], bodies: [{ value: '一。' }], translations: [{ language: 'en', headlines: [{ value: 'A' }] }] }] });
  await read(page, '甲');
  assert.equal(await article(page).getByRole('group', { name: '对照' }).count(), 0);
}));

test('years of the 民國 era stand beside those of the common one when they are asked for', () => openLocal(DESK, async (page) => {
  await page.getByRole('button', { name: '繁體中文' }).click();
  await read(page, '生態環境');
  assert.doesNotMatch(await article(page).innerText(), /民國114年/);
  await article(page).getByRole('checkbox', { name: '並列民國紀年' }).check();
  await settled(page);
  assert.match(await article(page).locator('header').innerText(), /2025年3月11日[\s\S]*民國114年/);
  assert.match(await article(page).locator('[part~="facts"]').innerText(), /2025年3月11日（民國114年）/);
}));

test('the items of one day lead to each other', () => openLocal(DESK, async (page) => {
  const item = (uri, eventDate) => ({ uri, eventDate, language: 'zh-Hans', headlines: [{ value: uri }] });
  await load(page, { items: [item('甲', '2025-03-14'), item('乙', '2025-03-14'), item('丙', '2025-03~'), item('丁', '2025-03-15')] });
  await read(page, '甲');
  const day = article(page).getByRole('navigation', { name: '同日稿件' });
  assert.match(await day.innerText(), /2025年3月14日，当日第 1 篇，共 2 篇/);
  await page.keyboard.press('}');
  await settled(page);
  assert.equal(await article(page).getByRole('heading').first().innerText(), '乙');
  await button(page, '当日上一篇').click();
  await settled(page);
  assert.equal(await article(page).getByRole('heading').first().innerText(), '甲');
  assert.equal(await button(page, '当日上一篇').isDisabled(), true);
  await page.keyboard.press('Escape');
  await read(page, '丙');
  assert.equal(await day.count(), 0, '“近日” is no day');
}));

const spoken = (page) => page.evaluate(() => globalThis.speechSynthesis.said.map(({ text, voice }) => [text.trim(), voice.lang, voice.localService]));
const finish = async (page, type = 'end') => {
  await page.evaluate((type) => globalThis.speechSynthesis.said.at(-1).dispatchEvent(new Event(type)), type);
  await settled(page);
};

test('a text is read aloud by a voice of the device, sentence by sentence, and each is shown as it is said', () => openLocal(DESK, async (page) => {
  await load(page, { items: [{ uri: 'a', language: 'zh-Hans', headlines: [{ value: '题' }], people: [{ name: '某甲' }], bodies: [{ value: '某甲来了。乙说好。\n第二段。' }] }] });
  await read(page, '题');
  const said = () => article(page).locator('.said').allInnerTexts();
  await article(page).getByRole('button', { name: '朗读' }).click();
  await settled(page);
  assert.deepEqual(await said(), ['某甲来了。']);
  await finish(page);
  assert.deepEqual(await said(), ['乙说好。']);
  await finish(page);
  assert.deepEqual(await said(), ['第二段。']);
  assert.deepEqual(await spoken(page), [['某甲来了。', 'zh_CN', true], ['乙说好。', 'zh_CN', true], ['第二段。', 'zh_CN', true]]);
  await finish(page);
  assert.deepEqual(await said(), []);
  assert.equal(await article(page).getByRole('button', { name: '停止朗读' }).count(), 0);
  assert.equal(await page.evaluate(() => globalThis.speechSynthesis.cancelled), 0);
}, { init: voices }));

test('reading aloud stops by its button, with another item, and when the article is closed', () => openLocal(DESK, async (page) => {
  const begin = async () => {
    await article(page).getByRole('button', { name: '朗读' }).click();
    await settled(page);
    assert.equal(await article(page).locator('.said').count(), 1);
  };
  const cancelled = () => page.evaluate(() => globalThis.speechSynthesis.cancelled);
  await read(page, '生态环境');
  await begin();
  await article(page).getByRole('button', { name: '停止朗读' }).click();
  await settled(page);
  assert.deepEqual([await article(page).locator('.said').count(), await cancelled()], [0, 1]);
  await begin();
  await article(page).focus();
  await page.keyboard.press(']');
  await settled(page);
  assert.deepEqual([await article(page).locator('.said').count(), await cancelled()], [0, 2]);
  await begin();
  await article(page).focus();
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await cancelled(), 3);
}, { init: voices }));

test('no button reads aloud where the device has no voice of the language', () => openLocal(DESK, async (page) => {
  await load(page, { items: [{ uri: 'a', language: 'de', headlines: [{ value: 'A' }], bodies: [{ value: 'Eins.' }] }] });
  await read(page, 'A');
  assert.equal(await article(page).getByRole('button', { name: '朗读' }).count(), 0);
}, { init: voices }));

for (const [how, open, file, id] of [['index.html', openLocal, 'index.html', 'jian-bao'], ['a portal’s page under the strict policy', openServed, 'www/portal.html', '#wide']]) {
  test(`from ${how} an article is printed alone, without the page and its controls, and the frame goes`, () => open(DESK, async (page) => {
    const widget = page.locator(id);
    const nodes = () => widget.evaluate((element) => element.shadowRoot.querySelectorAll('*').length);
    await widget.evaluate((element) => element.ready);
    await read(widget, '生态环境');
    const before = await nodes();
    await button(widget, '打印').click();
    const { text, sheets } = await paper(page, 'A4');
    assert.match(text, /高新区上溯源头查生态环境突出问题/);
    assert.match(text, /GB\/T 7714/);
    for (const chrome of ['检索', '复制', '打印', '上一篇', '返回', '相关稿件', '标注人名地名', '我的笔记']) assert.ok(!text.includes(chrome), chrome);
    assert.ok(sheets <= 2, `${sheets} sheets`);
    assert.match(await page.evaluate(() => globalThis.printed.title), /^高新区上溯源头/);
    await settled(page);
    assert.equal(await page.locator('iframe').count(), 0);
    assert.equal(await nodes(), before);
  }, { file, init: printer, context: { colorScheme: 'dark' } }));
}

test('a page of an issue is printed alone, too', () => openLocal(DESK, async (page) => {
  await set(page, 'view', 'edition');
  await settled(page);
  await page.getByRole('button', { name: '打印此版' }).click();
  for (const format of ['A4', 'A3']) {
    const { text, sheets } = await paper(page, format);
    for (const words of ['开门红', '海绵城市', '食品包装']) assert.ok(text.replace(/\s/g, '').includes(words), words);
    for (const chrome of ['检索', '打印', '上一期']) assert.ok(!text.includes(chrome), chrome);
    assert.ok(sheets <= (format === 'A4' ? 4 : 2), `${format}: ${sheets} sheets`);
  }
}, { init: printer }));
