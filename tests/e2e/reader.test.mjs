// A reader's walk over the bundled archive, opened from the file system: what is seen, and what is not asked for.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, openLocal, PHONE, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const rows = page => page.getByRole('article');
const headlines = async page => (await rows(page).getByRole('heading').allInnerTexts()).map(text => text.replaceAll('\u200b', ''));
const box = (page, name = '检索') => page.getByRole('combobox', { name, exact: false });
// The status line is spoken once typing rests; until then it may say what was before.
const says = (page, words) => page.getByRole('status').filter({ hasText: words }).waitFor({ state: 'attached', timeout: 3000 });

async function type(page, query) {
  await box(page).fill(query);
  await settled(page);
}

test('seven items are listed on opening, the newest first and “近日” after the dated ones', () => openLocal(DESK, async page => {
  await says(page, /全部\s*7\s*篇/);
  const list = await headlines(page);
  assert.equal(list.length, 7);
  assert.match(list[0], /食品包装供需对接会/);
  assert.match(list[1], /开门红/);
  assert.match(list[2], /生态环境/);
}));

for (const [query, count] of [['海綿城市', 1], ['海绵城市', 1], ['四链', 2], ['消防', 1], ['周绍斌', 3], ['周绍斌 -四链', 2],
  ['date:2025-03-14', 5], ['sponge city', 1], ['龘龘龘', 0]]) {
  test(`“${query}” finds ${count}`, () => openLocal(DESK, async page => {
    await type(page, query);
    assert.equal(await rows(page).count(), count);
    if (count > 0) await says(page, new RegExp(`命中\\s*${count}\\s*篇，共\\s*7\\s*篇`));
  }));
}

test('each key press changes the list, and what is marked is what was typed', () => openLocal(DESK, async page => {
  await box(page).focus();
  for (const [key, count] of [['周', 3], ['绍', 3], ['斌', 3]]) {
    await page.keyboard.insertText(key);
    await settled(page);
    assert.equal(await rows(page).count(), count);
  }
  const marks = await page.locator('mark').allInnerTexts();
  assert.ok(marks.length > 0);
  assert.deepEqual([...new Set(marks)], ['周绍斌']);
}));

test('while an input method composes nothing is searched, what it commits is searched for once, and what it takes back never', () => openLocal(DESK, async page => {
  await box(page).focus();
  const session = await page.context().newCDPSession(page);
  const compose = text => session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await page.evaluate(() => {
    globalThis.searched = [];
    document.querySelector('jian-bao').addEventListener('jianbao-results', event => globalThis.searched.push(event.detail.query));
  });
  const searched = () => page.evaluate(() => globalThis.searched);
  for (const text of ['x', 'xi', 'xia', 'xiao', 'xiao f', 'xiao fang']) {
    await compose(text);
    await settled(page);
    assert.equal(await box(page).inputValue(), text);
  }
  assert.deepEqual([await rows(page).count(), await searched()], [7, []]);
  await session.send('Input.insertText', { text: '消防' });
  await settled(page);
  assert.deepEqual([await rows(page).count(), await box(page).inputValue(), await searched()], [1, '消防', ['消防']]);
  await compose('ke');
  await compose('');
  await settled(page);
  assert.deepEqual([await rows(page).count(), await box(page).inputValue(), await searched()], [1, '消防', ['消防']]);
  await compose('ke');
  await session.send('Input.insertText', { text: '课' });
  await settled(page);
  assert.deepEqual([await box(page).inputValue(), await searched()], ['消防课', ['消防', '消防课']]);
}));

test('a facet narrows the list, and its own counts stay', () => openLocal(DESK, async page => {
  const section = page.getByRole('group', { name: '片区' });
  await section.getByRole('checkbox', { name: /^台商区/ }).check();
  await settled(page);
  assert.equal(await rows(page).count(), 3);
  assert.equal(await section.getByRole('checkbox', { name: '高新区，4 篇' }).count(), 1);
  await section.getByRole('checkbox', { name: /^高新区/ }).check();
  await settled(page);
  assert.equal(await rows(page).count(), 7);
  await section.getByRole('checkbox', { name: /^台商区/ }).uncheck();
  await settled(page);
  assert.equal(await rows(page).count(), 4);
  assert.equal(await page.getByRole('group', { name: '人物' }).getByRole('checkbox', { name: /^谢宏坤，0 篇/ }).isDisabled(), true);
}));

test('a range takes in “近日” as possible, and leaves it out when asked to', () => openLocal(DESK, async page => {
  await page.getByLabel('从：起始日期', { exact: true }).fill('2025-03-14');
  await page.getByLabel('至：结束日期', { exact: true }).fill('2025-03-14');
  await settled(page);
  assert.equal(await rows(page).count(), 5);
  await says(page, /含约略日期\s*4\s*篇/);
  await page.getByRole('checkbox', { name: /含约略日期/ }).uncheck();
  await settled(page);
  assert.equal(await rows(page).count(), 1);
  await page.getByRole('button', { name: '还原' }).click();
  await settled(page);
  assert.equal(await page.getByLabel('从：起始日期', { exact: true }).inputValue(), '2025-03-01');
}));

test('the handles of the timeline move by keys, never cross, and agree with the date inputs', () => openLocal(DESK, async page => {
  const start = page.getByRole('slider', { name: '起始日期' });
  const end = page.getByRole('slider', { name: '结束日期' });
  await start.focus();
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.equal(await start.getAttribute('aria-valuetext'), '2025年3月13日');
  assert.equal(await page.getByLabel('从：起始日期', { exact: true }).inputValue(), '2025-03-13');
  assert.equal(await rows(page).count(), 6);
  await end.focus();
  await page.keyboard.press('Home');
  await settled(page);
  assert.equal(await end.getAttribute('aria-valuetext'), '2025年3月13日');
  assert.equal(await rows(page).count(), 5);
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await end.getAttribute('aria-valuetext'), '2025年3月31日');
  assert.equal(await rows(page).count(), 6);
}));

test('dragging over the timeline takes a span', () => openLocal(DESK, async page => {
  const plot = await page.locator('[part~="timeline-plot"]').first().boundingBox();
  const x = day => plot.x + plot.width * (day - 0.5) / 31;
  const handle = await page.getByRole('slider', { name: '起始日期' }).boundingBox();
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(x(10), plot.y + 80, { steps: 8 });
  await page.mouse.move(x(12), plot.y + 80, { steps: 4 });
  await page.mouse.up();
  await settled(page);
  assert.equal(await page.getByLabel('从：起始日期', { exact: true }).inputValue(), '2025-03-12');
  assert.equal(await rows(page).count(), 6);
}));

test('an article opens with its facts and source, leads on, and gives the focus back', () => openLocal(DESK, async page => {
  await type(page, '周绍斌');
  await rows(page).filter({ hasText: '生态环境突出问题' }).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await settled(page);
  const article = page.locator('[part~="article"]');
  await article.waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement.getAttribute('part')), 'article');
  const text = await article.innerText();
  for (const words of ['生态环境 · 调研', '2025年3月11日', '原页未载', '标本兼治逐项破题', '漳州高新区党工委书记', '南星支渠', '[报名不详]', '原页只留下图片说明']) {
    assert.ok(text.includes(words), `${words} is missing`);
  }
  assert.ok((await article.locator('[part~="body"] mark').allInnerTexts()).every(mark => mark === '周绍斌'));
  await page.keyboard.press(']');
  await settled(page);
  assert.doesNotMatch(await article.getByRole('heading').first().innerText(), /生态环境突出问题/);
  await page.keyboard.press('[');
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await article.count(), 0);
  assert.match(await page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement.innerText), /生态环境/);
}));

test('a name in an article leads to its card, and that to all items with the name', () => openLocal(DESK, async page => {
  await type(page, '消防');
  await rows(page).getByRole('button').first().click();
  await page.locator('[part~="body"]').getByRole('button', { name: '高新区科经局' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: /^看这/ }).click();
  await settled(page);
  assert.equal(await page.locator('[part~="article"]').count(), 0);
  assert.ok((await page.locator('[part~="chip"]').allInnerTexts()).some(chip => chip.includes('高新区科经局')));
}));

test('the whole interface and the items speak English when asked to', () => openLocal(DESK, async page => {
  await page.getByRole('button', { name: /English/ }).click();
  await settled(page);
  await says(page, /All 7 items/);
  await box(page, 'Search').fill('sponge city');
  await settled(page);
  assert.match((await headlines(page))[0], /sponge city/i);
  await says(page, /1 of 7 items match/);
  const shown = await page.locator('[part~="root"]').innerText();
  assert.doesNotMatch(shown.replace(/[“”‘’]/g, '').replace(/简|繁|[\u4e00-\u9fff ，。：、]+(?=\n|$)/g, ''), /检索|筛选|时间轴|排序/);
}));

test('繁體 finds 简体', () => openLocal(DESK, async page => {
  await page.getByRole('button', { name: '繁體中文' }).click();
  await box(page, '檢索').fill('臺商區');
  await settled(page);
  assert.ok((await rows(page).count()) > 0);
}));

test('an empty result says what to leave out, and that works', () => openLocal(DESK, async page => {
  await type(page, '四链');
  await page.getByRole('group', { name: '人物' }).getByRole('button', { name: /再显示/ }).click();
  await type(page, '');
  await page.getByRole('group', { name: '人物' }).getByRole('checkbox', { name: /^陈建进/ }).check();
  await type(page, '四链');
  assert.equal(await rows(page).count(), 0);
  const out = page.getByRole('button', { name: /去掉.*陈建进/ });
  assert.match((await out.innerText()).replace(/\s+/g, ''), /2篇/);
  await out.click();
  await settled(page);
  assert.equal(await rows(page).count(), 2);
}));

test('a chip is taken off by keyboard and the focus goes to the next', () => openLocal(DESK, async page => {
  await type(page, '项目');
  await page.getByRole('group', { name: '片区' }).getByRole('checkbox', { name: /^高新区/ }).check();
  await settled(page);
  const chips = page.locator('[part~="chip"]');
  assert.equal(await chips.count(), 2);
  await chips.first().focus();
  await page.keyboard.press('Delete');
  await settled(page);
  assert.equal(await chips.count(), 1);
  assert.match(await page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement.innerText), /高新区/);
  assert.equal(await rows(page).count(), 4);
}));

test('on a phone the filters stand in a sheet, and an article fills the width', () => openLocal(PHONE, async page => {
  await page.getByRole('button', { name: /筛选/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('checkbox', { name: /^台商区/ }).check();
  await sheet.getByRole('button', { name: /看\s*3\s*篇/ }).click();
  await settled(page);
  assert.equal(await sheet.count(), 0);
  assert.equal(await rows(page).count(), 3);
  await rows(page).getByRole('button').first().click();
  await settled(page);
  const article = await page.locator('[part~="article"]').boundingBox();
  assert.ok(article.width > PHONE.width - 40);
  await page.getByRole('button', { name: '返回列表' }).click();
  await settled(page);
  assert.equal(await rows(page).count(), 3);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0);
}));
