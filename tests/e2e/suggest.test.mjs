// What is offered while a reader types: by keys alone, by pointer, on a phone, over an input method.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, openLocal, PHONE, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const box = (page) => page.getByRole('combobox', { name: /检索|檢索|Search/ });
// The select of the list's order has options, too.
const options = (page) => page.getByRole('listbox', { name: /检索建议|檢索建議/ }).getByRole('option');
const chips = (page) => page.locator('[part~="chip"]');
const headlines = (page) => page.locator('[part~="result"] h3');

async function type(page, text) {
  await box(page).click();
  await box(page).fill('');
  await box(page).pressSequentially(text);
  await settled(page);
}

const texts = async (page) => (await options(page).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

/** The option that the field says is active, as a reader of the screen learns of it. */
const active = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('jian-bao').shadowRoot;
    const id = root.querySelector('[role=combobox]').getAttribute('aria-activedescendant');
    const option = id && root.getElementById(id);
    return option && option.getAttribute('aria-selected') === 'true' ? option.textContent : null;
  });

test('xhk offers 谢宏坤 with his post; Enter makes a condition of him and the list narrows', () => openLocal(DESK, async (page) => {
  await type(page, 'xhk');
  assert.deepEqual(await texts(page), ['人物：谢宏坤 漳州台商投资区党工委书记 2 篇', '看“谢宏坤”的名片']);
  assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await box(page).inputValue(), '');
  assert.equal(await options(page).count(), 0);
  assert.match((await chips(page).allInnerTexts()).join(), /人物\s*谢宏坤/);
  assert.equal(await headlines(page).count(), 2);
}));

for (const typed of ['xiehongkun', 'xiehk', '謝宏', '宏坤', 'Xie Hong']) {
  test(`${typed} offers 谢宏坤`, () => openLocal(DESK, async (page) => {
    await type(page, typed);
    assert.ok((await texts(page)).some((text) => text.startsWith('人物：谢宏坤')));
  }));
}

test('in 繁 the names offered are in 繁體, and taking one finds the items of the corpus', () => openLocal(DESK, async (page) => {
  await page.getByRole('button', { name: '繁體中文' }).click();
  await type(page, '謝');
  assert.ok((await texts(page)).includes('人物：謝宏坤 漳州台商投資區黨工委書記 2 篇'));
  await options(page).filter({ hasText: '人物：謝宏坤' }).click();
  await settled(page);
  assert.equal(await headlines(page).count(), 2);
}));

for (const typed of ['4lian', 'qqq', '龘', '2019年']) {
  test(`${typed} offers nothing, for nothing has it`, () => openLocal(DESK, async (page) => {
    await type(page, typed);
    assert.equal(await options(page).count(), 0);
    assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
  }));
}

test('every number beside what is offered is what taking it finds', () => openLocal(DESK, async (page) => {
  for (const typed of ['四链', '台', '3月', 'z', '海绵']) {
    await type(page, typed);
    const offered = await texts(page);
    assert.ok(offered.length > 0, typed);
    for (const [at, text] of offered.entries()) {
      const count = text.match(/ (\d+) 篇$/)?.[1];
      if (!count) continue;
      await options(page).nth(at).click();
      await settled(page);
      assert.equal(await headlines(page).count(), Number(count), text);
      const clear = page.getByRole('button', { name: '全部清除' });
      if (await clear.isVisible()) await clear.click();
      await type(page, typed);
    }
  }
}));

test('a date in words sets the range; the rest of the query stays', () => openLocal(DESK, async (page) => {
  await type(page, '消防 3月14日');
  const date = options(page).filter({ hasText: '时间：2025年3月14日' });
  assert.equal(await date.count(), 1);
  await date.click();
  await settled(page);
  assert.equal(await box(page).inputValue(), '消防');
  assert.match((await chips(page).allInnerTexts()).join(), /时间\s*3月14日/);
}));

test('民國114年 is 2025', () => openLocal(DESK, async (page) => {
  await page.getByRole('button', { name: '繁體中文' }).click();
  await type(page, '民國114年');
  assert.deepEqual(await texts(page), ['時間：2025年 7 篇']);
}));

test('a headline opens its item', () => openLocal(DESK, async (page) => {
  await type(page, '海绵');
  await page.getByRole('group', { name: '直接打开' }).getByRole('option').first().click();
  await settled(page);
  assert.match(await page.locator('[part~="article"] [part~="headline"]').innerText(), /海绵城市/);
}));

test('by keys alone: the arrows go round, Escape closes and then clears, Tab leaves', () => openLocal(DESK, async (page) => {
  await type(page, '四链');
  const all = await texts(page);
  assert.ok(all.length > 2);
  assert.match(await active(page), /^四链/);
  await page.keyboard.press('ArrowDown');
  await settled(page);
  assert.match((await active(page)).replace(/\s+/g, ''), new RegExp(`^${all[1].replace(/\s+/g, '')}$`));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await settled(page);
  assert.equal((await active(page)).replace(/\s+/g, ''), all.at(-1).replace(/\s+/g, ''));
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await options(page).count(), 0);
  assert.equal(await box(page).inputValue(), '四链');
  await page.keyboard.press('ArrowDown');
  await settled(page);
  assert.equal(await options(page).count(), all.length);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await settled(page);
  assert.equal(await box(page).inputValue(), '');
  await type(page, '四链');
  await page.keyboard.press('Tab');
  await settled(page);
  assert.equal(await options(page).count(), 0);
  assert.equal(await box(page).inputValue(), '四链');
  assert.equal(await box(page).evaluate((field) => field === field.getRootNode().activeElement), false);
}));

test('a press outside closes the list, and the page is not moved by it', () => openLocal(DESK, async (page) => {
  const place = () => page.locator('[part~="results"]').evaluate((list) => list.getBoundingClientRect().top);
  await type(page, '四链');
  const open = await place();
  assert.ok((await options(page).count()) > 0);
  await page.mouse.click(1270, 5);
  await settled(page);
  assert.equal(await options(page).count(), 0);
  assert.equal(await place(), open);
}));

test('queries of this visit come back, and no other page knows them', () => openLocal(DESK, async (page) => {
  await type(page, '海绵城市');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await type(page, '');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await settled(page);
  assert.deepEqual(await texts(page), ['海绵城市 检索过']);
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await box(page).inputValue(), '海绵城市');
  assert.equal(await headlines(page).count(), 1);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
}));

test('nothing is offered over an input method that composes, and its Enter takes nothing', () => openLocal(DESK, async (page) => {
  const session = await page.context().newCDPSession(page);
  await box(page).click();
  await session.send('Input.imeSetComposition', { text: 'xie', selectionStart: 3, selectionEnd: 3 });
  await settled(page);
  assert.equal(await options(page).count(), 0);
  await session.send('Input.insertText', { text: '谢' });
  await settled(page);
  assert.equal(await box(page).inputValue(), '谢');
  assert.ok((await texts(page)).some((text) => text.startsWith('人物：谢宏坤')));
}));

test('on a phone the list stands under the field, within the page, and a touch takes a choice', () => openLocal(PHONE, async (page) => {
  await box(page).tap();
  await box(page).pressSequentially('zsb');
  await settled(page);
  const bounds = await page.locator('[part~="suggestions"]').boundingBox();
  assert.ok(bounds.x >= 0 && bounds.x + bounds.width <= PHONE.width);
  await options(page).filter({ hasText: '周绍斌' }).first().tap();
  await settled(page);
  assert.match((await chips(page).allInnerTexts()).join(), /周绍斌/);
}, { context: { hasTouch: true, isMobile: true } }));
