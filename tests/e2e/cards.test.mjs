// Cards: what the archive knows of a person, an organisation or a place, and what it says of itself.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESK, openLocal, openServed, PHONE, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const field = (page) => page.locator('[part~="search-input"]');
const card = (page) => page.getByRole('dialog');
const title = async (page) => (await card(page).getByRole('heading').first().innerText()).trim();
const total = (page) => page.locator('.st-main b').textContent().then((text) => Number(text.replaceAll(',', '')));
const focused = (page) => page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement?.className);

/** Opens the card of a value by what the search field offers. */
async function open(page, name) {
  await field(page).fill(name);
  await settled(page);
  await page.getByRole('option', { name: `看“${name}”的名片`, exact: true }).click();
  await card(page).waitFor();
}

const person = (at, people, more) => ({
  uri: `u${at}`,
  headlines: [{ value: `第${at}篇` }],
  eventDate: `2024-0${(at % 6) + 1}-1${at % 9}`,
  people: people.map((name) => ({ name, jobTitle: at < 3 ? '副主任' : '主任' })),
  ...more,
});
const CORPUS = {
  language: 'zh-Hans',
  title: '试验报库',
  note: '一句。\n又一句。',
  coverage: [{ from: '2024-01', to: '2024-07' }],
  items: [
    person(1, ['甲某', '乙某'], { organisations: [{ name: '丙局' }] }),
    person(2, ['甲某', '乙某'], { places: [{ name: '丁县' }] }),
    person(3, ['甲某'], { organisations: [{ name: '丙局' }], eventDate: '2024-02~' }),
    person(4, ['甲某', '戊某']),
    person(5, ['乙某']),
    person(6, ['甲某'], { inferred: ['printSection'], printSection: '己区' }),
    5,
  ],
};
const load = (page) => page.evaluate((corpus) => document.querySelector('jian-bao').load(JSON.stringify(corpus)), CORPUS);

test('the head of a card begins beside the cross, clear of it, and under the way back where there is one', () => openLocal(PHONE, async (page) => {
  const box = (place) => card(page).locator(place).boundingBox();
  await open(page, '谢宏坤');
  const [cross, kind, name] = [await box('.cd-bar .ib'), await box('.cd-k'), await box('.cd-t')];
  assert.ok(kind.y < cross.y + cross.height && kind.x + kind.width <= cross.x && name.x + name.width <= cross.x);
  await card(page).locator('.cd-o').first().click();
  await card(page).getByRole('button', { name: /^返回/ }).waitFor();
  await settled(page);
  const [back, below] = [await box('.cd-bar'), await box('.cd-k')];
  assert.ok(below.y >= back.y + back.height);
}));

test('a name in an article leads to its card; Escape gives the focus back to the name', () => openLocal(DESK, async (page) => {
  await page.locator('.r-a').nth(1).click();
  const name = page.locator('.ent').first();
  await name.focus();
  const text = await name.innerText();
  await page.keyboard.press('Enter');
  await card(page).waitFor();
  await settled(page);
  assert.equal(await title(page), text);
  assert.match(await focused(page), /cd-t/);
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await card(page).count(), 0);
  assert.equal(await focused(page), 'ent');
  assert.equal(await page.locator('[part~="article"]').count(), 1);
}));

test('a name among the key facts of an article leads to its card; they are one tab stop', () => openLocal(DESK, async (page) => {
  await page.getByRole('article').getByRole('button', { name: '高新区谋划“十五五”项目，接着推进“四链”融合', exact: true }).click();
  const who = page.locator('[part~="facts"] .who');
  await page.keyboard.press('Tab');
  await settled(page);
  assert.equal(await who.locator('[tabindex="0"]').count(), 1);
  const names = await who.getByRole('button').allInnerTexts();
  assert.ok(names.length > 2);
  await who.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await card(page).waitFor();
  await settled(page);
  assert.equal(await title(page), names[1]);
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement.textContent), names[1]);
}));

test('a value that is chosen among the facets leads to its card', () => openLocal(DESK, async (page) => {
  await page.getByRole('group', { name: '人物' }).getByRole('checkbox', { name: /^周绍斌/ }).check();
  await settled(page);
  await page.getByRole('button', { name: '看“周绍斌”的名片' }).click();
  await card(page).waitFor();
  await settled(page);
  assert.equal(await title(page), '周绍斌');
}));

test('every number of a card is that of a search, and the list that it leads to is that long', () => openLocal(DESK, async (page) => {
  await load(page);
  await open(page, '甲某');
  const numbers = card(page).locator('.cd-w .pri, .cd-x, .cd-y');
  const texts = await numbers.allInnerTexts();
  // All of them, four months, four companions.
  assert.deepEqual(texts.map((text) => text.replace(/\s+/g, ' ')), [
    '看这 5 篇', '2024年1月 1 篇', '2024年2月 2 篇 含约略 1', '2024年3月 1 篇', '2024年5月 1 篇', '2', '1', '2', '1',
  ]);
  for (const [at, text] of texts.entries()) {
    if ((await card(page).count()) === 0) await open(page, '甲某');
    await numbers.nth(at).click();
    await settled(page);
    assert.equal(await card(page).count(), 0);
    const said = Number(/(\d+) 篇/.exec(text)?.[1] ?? text);
    assert.equal(await total(page), said, text);
    assert.equal(await page.locator('[part~="result"]').count(), said, text);
  }
}));

test('a card says posts with their dates, and where a name is first and last seen', () => openLocal(DESK, async (page) => {
  await load(page);
  await open(page, '甲某');
  const facts = await card(page).locator('.cd-f > div').evaluateAll((rows) => rows.map((row) => row.innerText.replace(/\s+/g, ' ')));
  assert.deepEqual(facts, [
    '稿件 5 篇 4 篇确切到日、1 篇日期约略', '首见 1月16日', '末见 5月14日',
    '职务 主任 5月14日 近日 1月16日 副主任 3月12日 2月11日',
  ]);
  await card(page).getByRole('button', { name: '5月14日' }).first().click();
  await page.locator('[part~="article"]').waitFor();
  await settled(page);
  assert.equal(await card(page).count(), 0);
  assert.equal(await focused(page), 'art');
}));

test('a date that is not sure is told beside those between which a name is seen', () => openLocal(DESK, async (page) => {
  await open(page, '张延能');
  const facts = (await card(page).locator('.cd-f').innerText()).replace(/\s+/g, ' ');
  assert.match(facts, /篇日期约略/);
}));

test('from a companion one comes to its card, and back', () => openLocal(DESK, async (page) => {
  await load(page);
  await open(page, '甲某');
  await card(page).getByRole('button', { name: '乙某', exact: true }).click();
  await settled(page);
  assert.equal(await title(page), '乙某');
  assert.match(await focused(page), /cd-t/);
  await card(page).getByRole('button', { name: '返回 甲某' }).click();
  await settled(page);
  assert.equal(await title(page), '甲某');
  await card(page).getByRole('button', { name: '关闭' }).click();
  await settled(page);
  assert.equal(await card(page).count(), 0);
}));

test('the archive says what it holds, which days have no issue, what is inferred and what was left out', () => openLocal(DESK, async (page) => {
  await load(page);
  await page.getByRole('button', { name: '关于本档' }).first().click();
  await card(page).waitFor();
  await settled(page);
  const text = (await card(page).innerText()).replace(/\s+/g, ' ');
  for (const said of [
    '试验报库', '一句。 又一句。', '6 篇 3 人、1 个机构、1 个地点', '5 篇确切到日、1 篇日期约略',
    '本档自述的范围：2024年1月1日—7月31日', '213 天中 5 天有事入档，208 天没有', '7 个月中 2 个月全无',
    '本档未载见报日，以上按事情发生的日子计。', '另有 1 篇没有确切到日，或许就在这些日子里。', '推定 片区 1 篇',
    '报名 6 篇、版次 6 篇、见报日 6 篇', '未载入', '/items/6',
  ]) {
    assert.ok(text.includes(said), `${said} is not in: ${text}`);
  }
}));

test('a card stands in the address; Back closes it, and a page opened there shows it', () => openServed(DESK, async (page) => {
  const put = () => page.evaluate(async () => {
    const element = document.createElement('jian-bao');
    element.setAttribute('routing', 'hash');
    element.setAttribute('lang', 'zh-Hans');
    document.body.append(element);
    await element.ready;
  });
  await put();
  await page.getByRole('button', { name: '关于本档' }).first().click();
  await settled(page);
  assert.equal(await page.evaluate(() => decodeURIComponent(location.hash)), '#jianbao=c=about');
  await page.goBack();
  await settled(page);
  assert.equal(await card(page).count(), 0);
  const url = `${page.url().replace(/#.*/, '')}#jianbao=c=person:${encodeURIComponent('周绍斌')}`;
  await page.goto('about:blank');
  await page.goto(url);
  await put();
  await card(page).waitFor();
  await settled(page);
  assert.equal(await title(page), '周绍斌');
}, { file: 'tests/e2e/pages/empty.html' }));

for (const [name, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
  test(`${name}: nothing of a card is wider than it, in each language`, () => openLocal(viewport, async (page) => {
    const fits = async (what) => {
      await card(page).waitFor();
      await settled(page);
      const over = await page.evaluate(() => {
        const dialog = document.querySelector('jian-bao').shadowRoot.querySelector('.card');
        return dialog.scrollWidth - dialog.clientWidth;
      });
      assert.equal(over, 0, what);
      await page.keyboard.press('Escape');
      await settled(page);
    };
    for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
      await page.evaluate((lang) => document.querySelector('jian-bao').setAttribute('lang', lang), lang);
      await page.locator('.ear .lnk').click();
      await fits(`about ${lang}`);
      await page.locator('.r-a').nth(1).click();
      await page.locator('.ent').first().click();
      await fits(`card ${lang}`);
      await page.locator('[part~="article"]').press('Escape');
      await settled(page);
    }
  }));
}
