// Pictures of a corpus: shown in article and edition from where the corpus came from, asked for nowhere else (the harness fails on
// any request that leaves the project), and on paper.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { DESK, openLocal, openServed, PHONE, root, settled, start, stop } from './harness.mjs';
import { paper, printer } from './paper.mjs';

before(start);
after(stop);

const PAGE = 'tests/e2e/pages/pictures.html';
const corpus = JSON.parse(fs.readFileSync(path.join(root, 'tests', 'e2e', 'pages', 'pictures', 'corpus.json'), 'utf8'));
const axe = fs.readFileSync(path.join(process.env.JIANBAO_NODE_MODULES ?? '.', 'axe-core', 'axe.min.js'), 'utf8');
/** What the browser says of a picture that is not there. */
const NOT_THERE = /status of 404/;

const figures = (page, state = 'figure') => page.locator(`[part~="body"] ${state}`);
const call = (page, name, ...values) => page.evaluate(([name, values]) => document.querySelector('jian-bao')[name](...values), [name, values]);
const set = (page, name, value) => page.evaluate(([name, value]) => document.querySelector('jian-bao').setAttribute(name, value), [name, value]);
const open = async (page, uri) => {
  await call(page, 'open', uri);
  await figures(page).first().waitFor();
};
const edition = async (page) => {
  await set(page, 'view', 'edition');
  await settled(page);
};
/** Waits until every picture within has come or not, whether it is in the window or not. */
const come = (pictures) =>
  pictures.evaluateAll((pictures) =>
    Promise.all(
      pictures.map(async (picture) => {
        picture.loading = 'eager';
        await picture.decode().catch(() => {});
      }),
    ),
  );
const seen = (picture) =>
  picture.evaluate((image) => ({
    file: image.currentSrc.split('/').at(-1),
    natural: image.naturalWidth > 0,
    drawn: [Math.round(image.getBoundingClientRect().width), Math.round(image.getBoundingClientRect().height)],
    alt: image.alt,
  }));
const boxes = (page) => figures(page, '.np-box').evaluateAll((boxes) => boxes.map((box) => (box.checkVisibility() ? box.innerText.trim() : '')));
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('a picture stands with its caption in the article, in its proportions, in the file that fits', () =>
  openServed(DESK, async (page) => {
    await open(page, 'p-1');
    await come(figures(page, 'img'));
    const { drawn, ...picture } = await seen(figures(page, 'img'));
    assert.deepEqual(picture, { file: 'bridge-900.png', natural: true, alt: '' });
    const measure = await figures(page).evaluate((figure) => figure.clientWidth);
    assert.deepEqual(drawn, [Math.min(900, measure), Math.round((Math.min(900, measure) * 2) / 3)]);
    assert.equal(await figures(page, 'figcaption').innerText(), '合龙后的跨河大桥，摄于三月十四日傍晚');
    assert.deepEqual(await boxes(page), ['']);
    assert.equal(await page.getByRole('figure', { name: '合龙后的跨河大桥' }).count(), 1);
    await page.getByRole('group', { name: '语言' }).getByRole('button', { name: 'EN English' }).click();
    await settled(page);
    assert.equal(await figures(page, 'figcaption').innerText(), 'The bridge on the evening of 14 March');
  }, { file: PAGE }));

test('its place is kept while it comes, so that nothing moves', () =>
  openServed(DESK, async (page) => {
    await page.route('**/*.png', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await open(page, 'p-1');
    const box = () => figures(page, 'p').nth(1).boundingBox();
    const [before] = [await box(), await come(figures(page, 'img'))];
    assert.deepEqual(await box(), before);
  }, { file: PAGE }));

test('an upright picture has half of the measure, one of unknown size a frame, and a small one is not made larger', () =>
  openServed(DESK, async (page) => {
    await open(page, 'p-2');
    await come(figures(page, 'img'));
    const measure = await page.locator('[part~="body"]').evaluate((body) => body.clientWidth);
    const tower = await seen(figures(page, 'img'));
    assert.ok(tower.natural && tower.drawn[0] < measure / 2 && Math.abs(tower.drawn[1] / tower.drawn[0] - 1.5) < 0.02, `${tower.drawn}`);
    await open(page, 'p-3');
    await come(figures(page, 'img'));
    const free = await seen(figures(page, 'img'));
    assert.ok(free.natural && free.drawn[0] === measure && Math.abs(free.drawn[0] / free.drawn[1] - 1.5) < 0.02, `${free.drawn}`);
    await open(page, 'p-6');
    await come(figures(page, 'img'));
    assert.deepEqual(await seen(figures(page, 'img')), { file: 'small.png', natural: true, drawn: [240, 160], alt: '渡口旧照' });
    assert.equal(await figures(page, 'figcaption').count(), 0);
  }, { file: PAGE }));

test('on a phone the smallest file that fits is asked for, and no other', () =>
  openServed(PHONE, async (page) => {
    const asked = [];
    page.on('request', (request) => request.url().endsWith('.png') && asked.push(request.url().split('/').at(-1)));
    await open(page, 'p-1');
    await figures(page, 'img').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('jian-bao').shadowRoot.querySelector('figure img').complete);
    await settled(page);
    assert.deepEqual(asked, ['bridge-450.png']);
    assert.ok((await overflow(page)) <= 0);
  }, { file: PAGE }));

test('what is kept elsewhere is not asked for: its caption and the empty frame stay', () =>
  openServed(DESK, async (page) => {
    await open(page, 'p-5');
    assert.equal(await figures(page, 'img').count(), 0);
    assert.deepEqual(await boxes(page), ['照片存于别处，未载入', '报库未存照片']);
    assert.deepEqual(await figures(page, 'figcaption span').allInnerTexts(), ['木工课的教室', '学员的书法作品']);
    assert.deepEqual(await figures(page, 'small').allInnerTexts(), ['原页只留下图片说明']);
  }, { file: PAGE }));

test('a picture that is not there gives way to the empty frame, and the next article is not touched by that', () =>
  openServed(DESK, async (page) => {
    await open(page, 'p-4');
    await figures(page).evaluate((figure) => figure.scrollIntoView());
    await figures(page, '.np-box').waitFor();
    await settled(page);
    assert.deepEqual(await boxes(page), ['照片未能载入']);
    assert.equal(await figures(page, 'img').isVisible(), false);
    assert.equal(await figures(page, 'figcaption').innerText(), '志愿者在海滩分拣');
    await open(page, 'p-1');
    await come(figures(page, 'img'));
    assert.ok((await seen(figures(page, 'img'))).natural);
    assert.deepEqual(await boxes(page), ['']);
  }, { file: PAGE, expected: NOT_THERE }));

for (const [name, viewport, colorScheme] of [['desk', DESK, 'light'], ['phone', PHONE, 'dark']]) {
  test(`${name}, ${colorScheme}: the edition shows them in its columns, nothing overflows, and axe finds nothing`, () =>
    openServed(viewport, async (page) => {
      await page.emulateMedia({ colorScheme });
      await edition(page);
      const pictures = page.locator('[part~="story"] img');
      assert.equal(await pictures.count(), 5);
      await come(pictures);
      await page.locator('.nophoto img').waitFor({ state: 'attached' });
      const files = [];
      for (const picture of await pictures.all()) {
        const { file, natural, drawn } = await seen(picture);
        const room = await picture.evaluate((image) => image.closest('article').clientWidth);
        if (natural) files.push(file);
        assert.ok(drawn[0] <= room, `${file} is ${drawn[0]} wide in ${room}`);
      }
      assert.deepEqual(files.map((file) => file.split(/[-.]/)[0]).toSorted(), ['bridge', 'bridge', 'small', 'tower']);
      assert.ok((await overflow(page)) <= 0);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run(document.querySelector('jian-bao'), { resultTypes: ['violations'], preload: false }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
      await open(page, 'p-1');
      assert.ok((await overflow(page)) <= 0);
      await page.evaluate(async () => {
        const { violations } = await axe.run(document.querySelector('jian-bao'), { resultTypes: ['violations'], preload: false });
        if (violations.length) throw new Error(violations.map(({ id }) => id).join());
      });
    }, { file: PAGE, expected: NOT_THERE }));
}

test('paper has the pictures, in their largest file, and waits for them', () =>
  openServed(DESK, async (page) => {
    await page.route('**/bridge-900.png', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await open(page, 'p-1');
    await page.getByRole('button', { name: '打印' }).first().click();
    assert.equal(await page.evaluate(() => globalThis.printed), undefined, 'it waits');
    await page.waitForFunction(() => globalThis.printed);
    const { html } = await page.evaluate(() => globalThis.printed);
    assert.match(html, /<img[^>]*src="http:[^"]*bridge-900\.png"/);
    assert.doesNotMatch(html, /loading=|nophoto/);
    const { text, sheets } = await paper(page, 'A4');
    assert.ok(text.includes('摄于三月十四日傍晚') && sheets <= 2, `${sheets} sheets`);
  }, { file: PAGE, init: printer }));

test('paper does not wait for ever, and has an empty frame for what has not come', () =>
  openServed(DESK, async (page) => {
    const held = [];
    await page.route('**/gone.png', (route) => held.push(route));
    await edition(page);
    await page.getByRole('button', { name: '打印此版' }).click();
    const start = Date.now();
    await page.waitForFunction(() => globalThis.printed, null, { timeout: 30_000 });
    assert.ok(Date.now() - start >= 1500, 'it has waited');
    const { html } = await page.evaluate(() => globalThis.printed);
    const lost = html.match(/<figure[^>]*"nophoto"[^>]*><img/g);
    assert.equal(lost?.length, 1);
    // The paper is gone, and what it had asked for with it.
    await Promise.all(held.map((route) => route.fulfill({ status: 404 }).catch(() => {})));
    await figures(page, '.nophoto').or(page.locator('.nophoto img')).first().waitFor({ state: 'attached' });
  }, { file: PAGE, init: printer, expected: /gone\.png|status of 404/ }));

test('a corpus without an address has its pictures beside the page; of several each its own', () =>
  openServed(DESK, async (page) => {
    await call(page, 'load', corpus);
    await open(page, 'p-5');
    assert.equal(await figures(page, 'img').count(), 0);
    const src = async (uri) => {
      await open(page, uri);
      return new URL(await figures(page, 'img').getAttribute('src')).pathname;
    };
    const beside = { ...corpus, items: [{ ...corpus.items[1], uri: 'q', associations: [{ ...corpus.items[1].associations[0], renditions: [{ href: 'pictures/tower.png' }] }] }] };
    await call(page, 'load', beside);
    assert.equal(await src('q'), '/tests/e2e/pages/pictures/tower.png');
    await set(page, 'src', 'pictures/corpus.json ../pages/pictures/../more.json');
    await page.evaluate(() => document.querySelector('jian-bao').ready);
    assert.equal(await src('p-2'), '/tests/e2e/pages/pictures/tower.png');
    assert.equal(await src('m-1'), '/tests/e2e/pages/pictures/small.png');
  }, { file: PAGE }));

test('opened from disk, a corpus that is given has the pictures of the page’s folder alone', () =>
  openLocal(DESK, async (page) => {
    const files = ['www/no-such.png', '../no-such.png', 'file:///no-such.png', 'http://localhost/a.png', '//server/a.png'];
    const associations = files.map((href, at) => ({ uri: `${at}`, name: `${at}`, descriptions: [{ value: href }], renditions: [{ href, width: 9, height: 9 }] }));
    await call(page, 'load', { items: [{ uri: 'd', headlines: [{ value: '题' }], associations }] });
    await open(page, 'd');
    assert.equal(await figures(page, 'img').count(), 1);
    assert.match(await figures(page, 'img').getAttribute('src'), /^file:.*\/www\/no-such\.png$/);
    await figures(page).first().scrollIntoViewIfNeeded();
    await page.locator('.nophoto img').waitFor({ state: 'attached' });
  }, { expected: /no-such|FILE_NOT_FOUND/ }));

test('from one article to the next there are as many pictures as it has, also of one file and of none', () =>
  openServed(DESK, async (page) => {
    const picture = (caption, ...files) => ({
      type: 'picture',
      descriptions: [{ role: 'caption', value: caption }],
      renditions: files.map((href) => ({ href, width: 450, height: 300 })),
    });
    const item = (uri, ...associations) => ({ uri, headlines: [{ value: uri }], bodies: [{ value: '一段' }], associations });
    const items = [
      item('a', picture('甲'), picture('乙'), picture('丙', 'pictures/tower.png'), picture('丁', 'pictures/tower.png')),
      item('b', picture('戊', 'pictures/tower.png'), picture('己')),
    ];
    await call(page, 'load', { title: '画报', language: 'zh-Hans', items });
    for (const [uri, captions] of [['a', '甲乙丙丁'], ['b', '戊己'], ['a', '甲乙丙丁']]) {
      await open(page, uri);
      await settled(page);
      const shown = await figures(page, 'figcaption span').allTextContents();
      assert.equal(shown.join(''), captions);
      assert.equal(await figures(page, 'img').count(), captions.length / 2 === 2 ? 2 : 1);
    }
  }, { file: PAGE }));
