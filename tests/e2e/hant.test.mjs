// A reader of 繁體 over the bundled archive: what is shown, marked, said of it, and found in either script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, openLocal, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const rows = page => page.getByRole('article');
const box = page => page.getByRole('combobox', { name: '檢索', exact: false });
const article = page => page.locator('[part~="article"]');
// Characters that only 简体 has, of those that the bundled texts are full of.
const SIMPLIFIED = /[区业产发实项责国际环资讲训绍谢张陈问题书记对进办会说时动为务们来这个]/;

async function inHant(page, query = '') {
  await page.getByRole('button', { name: '繁體中文' }).click();
  await box(page).fill(query);
  await settled(page);
}

test('the list, its facets and the timeline are in 繁體', () => openLocal(DESK, async page => {
  await inHant(page);
  const shown = (await page.locator('[part~="root"]').innerText()).replaceAll('简', '');
  assert.doesNotMatch(shown, SIMPLIFIED);
  for (const words of ['漳州兩區新聞', '謝宏坤講海綿城市', '「四鏈」融合', '漳州台商投資區', '周紹斌', '「兩鎮一辦」', '污水站']) {
    assert.ok(shown.includes(words), `${words} is missing`);
  }
  assert.doesNotMatch(shown, /臺|“/);
  assert.equal(await page.locator('[part~="result"] h3').first().getAttribute('lang'), 'zh-Hant-TW');
}));

for (const query of ['海绵城市', '海綿城市', '「海綿城市」']) {
  test(`${query} marks 海綿城市 in the headline and in the snippet`, () => openLocal(DESK, async page => {
    await inHant(page, query);
    assert.equal(await rows(page).count(), 1);
    const marks = await page.locator('[part~="result"] mark').allInnerTexts();
    assert.ok(marks.length > 1);
    assert.deepEqual([...new Set(marks)], ['海綿城市']);
    assert.equal(await page.locator('[part~="result"] .r-s').getAttribute('lang'), 'zh-Hant-TW');
  }));
}

test('a phrase in quotes in 简体 finds the original and shows it as it is', () => openLocal(DESK, async page => {
  await inHant(page, '“海绵城市”');
  assert.equal(await rows(page).count(), 1);
  assert.match(await page.locator('[part~="result"] h3').innerText(), /海綿城市/);
  const snippet = page.locator('[part~="result"] .r-s');
  assert.deepEqual([...new Set(await snippet.locator('mark').allInnerTexts())], ['海绵城市']);
  assert.match(await snippet.getAttribute('lang'), /^zh-Hans/);
}));

test('台账 and 台帳 find the same item, each in the script it is read in', () => openLocal(DESK, async page => {
  await inHant(page, '台帳');
  assert.equal(await rows(page).count(), 1);
  assert.equal(await page.locator('[part~="result"] mark').first().innerText(), '台帳');
  await page.getByRole('button', { name: '简体中文' }).click();
  await page.getByRole('combobox', { name: '检索', exact: false }).fill('台账');
  await settled(page);
  assert.equal(await rows(page).count(), 1);
  assert.equal(await page.locator('[part~="result"] mark').first().innerText(), '台账');
}));

test('an article is in 繁體 with its facts, caption, source and citation, and says what made it', () => openLocal(DESK, async page => {
  await inHant(page, '周绍斌');
  await rows(page).filter({ hasText: '生態環境突出問題' }).getByRole('button').first().click();
  await settled(page);
  const text = await article(page).innerText();
  for (const words of ['高新區上溯源頭查生態環境突出問題', '摘要，非原文；繁體由機器轉換', '漳州高新區黨工委書記', '後邊坑支渠', '污水處理站', '動態',
    '標本兼治逐項破題', '[報名不詳]', '陳建進、周紹斌帶隊查看生態環境突出問題整改（3月11日）', '區直相關部門的負責人']) {
    assert.ok(text.includes(words), `${words} is missing`);
  }
  assert.doesNotMatch(text, SIMPLIFIED);
  assert.doesNotMatch(text, /臺|汙|賬|“/);
  assert.deepEqual([...new Set(await article(page).locator('mark').allInnerTexts())], ['周紹斌']);
  for (const part of ['[part~="headline"]', '[part~="body"]', 'figcaption span', '.cite cite']) {
    assert.equal(await article(page).locator(part).first().getAttribute('lang'), 'zh-Hant-TW', part);
  }
  await page.locator('.masthead').getByRole('button', { name: '简体中文' }).click();
  await settled(page);
  assert.match(await article(page).innerText(), /高新区上溯源头查生态环境突出问题/);
  assert.doesNotMatch(await article(page).innerText(), /机器转换|機器轉換/);
}));

test('a name in the text leads to its card, and that to all items with the name', () => openLocal(DESK, async page => {
  await inHant(page, '四链');
  await rows(page).filter({ hasText: '十五五' }).getByRole('button').first().click();
  await article(page).locator('[part~="body"]').getByRole('button', { name: '周紹斌' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '看這 3 篇' }).click();
  await settled(page);
  await box(page).fill('');
  await settled(page);
  assert.equal(await rows(page).count(), 3);
  assert.ok((await page.locator('[part~="chip"]').allInnerTexts()).some(chip => chip.includes('周紹斌')));
}));

for (const lang of ['zh-Hant', 'zh-TW', 'zh-HK', 'zh-MO']) {
  test(`lang="${lang}" chooses 繁體`, () => openLocal(DESK, async page => {
    await page.evaluate(lang => document.querySelector('jian-bao').setAttribute('lang', lang), lang);
    await page.getByText('漳州兩區新聞').first().waitFor();
    await settled(page);
    assert.equal(await page.locator('[part~="root"]').getAttribute('lang'), 'zh-Hant');
  }));
}
