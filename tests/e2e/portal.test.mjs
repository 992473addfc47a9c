// A portal's page whose style sheet is loud: nothing of it reaches into the widget, nothing of the widget's reaches out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { difference, openServed, start, stop } from './harness.mjs';

before(start);
after(stop);

const WINDOW = { width: 1300, height: 1000 };
const PORTAL = 'www/portal.html';

/** Runs in the page before its own scripts, and counts listeners. */
function count() {
  window.listeners = [];
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (name, ...rest) {
    const on = this === window ? 'window' : this === document ? 'document' : this === document.body ? 'body' : null;
    if (on) window.listeners.push(`${on}: ${name}`);
    return add.call(this, name, ...rest);
  };
}
/** All that a guest may have left behind. */
const traces = (page) => page.evaluate(() => ({
  url: location.href,
  title: document.title,
  history: history.length,
  stored: localStorage.length + sessionStorage.length,
  cookies: document.cookie,
  head: document.head.childElementCount,
  body: document.body.childElementCount,
  sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
  globals: Object.keys(window).length,
  classes: document.documentElement.className + document.body.className,
}));
const allReady = (page) => page.evaluate(async () => {
  await Promise.all([...document.querySelectorAll('jian-bao')].map((element) => element.ready));
  await document.fonts.ready;
  await new Promise((done) => setTimeout(done, 300));
});
const HOSTS_OWN = ['.top', '.nav', '.left'];
const WIDGETS = ['column', 'wide', 'chronicle'];

/** The page with the element's script left out, as its readers had it before. */
const without = (steps) => openServed(WINDOW, steps, { file: PORTAL, init: `(${count})(); customElements.define = () => {};` });

test('the page’s own parts look the same with the widget and without', async () => {
  const pictures = async (page) => Promise.all(HOSTS_OWN.map(async (part) => (await page.locator(part).screenshot()).toString('base64')));
  let [before, after] = [];
  await without(async (page) => (before = await pictures(page)));
  await openServed(WINDOW, async (page) => {
    await allReady(page);
    after = await pictures(page);
  }, { file: PORTAL });
  HOSTS_OWN.forEach((part, at) => assert.ok(before[at] === after[at], part));
});

for (const id of WIDGETS) {
  test(`the widget “${id}” looks the same on the portal’s page and on an empty one`, async (t) => {
    let [there, attributes, json, place] = [];
    await openServed(WINDOW, async (page) => {
      await allReady(page);
      const root = page.locator(`#${id} .root`);
      [attributes, json, place] = await page.evaluate((id) => {
        const element = document.getElementById(id);
        const attributes = [...element.attributes].map(({ name, value }) => [name, value]);
        const { left, top, width } = element.shadowRoot.querySelector('.root').getBoundingClientRect();
        const style = getComputedStyle(element);
        // The page's own outline lies in the picture's last row where the height is no whole number of pixels.
        const set = ['outline', '--jb-max-block-size', '--jb-overflow'].map((name) => [name, style.getPropertyValue(name)]);
        const place = { left: `${left}px`, top: `${top + scrollY}px`, width: `${width}px`, ...Object.fromEntries(set.filter(([, value]) => value)) };
        return [attributes, element.querySelector('script')?.textContent, place];
      }, id);
      there = await root.screenshot({ path: process.env.JIANBAO_SHOTS && `${process.env.JIANBAO_SHOTS}/${id}-portal.png` });
    }, { file: PORTAL });
    await openServed(WINDOW, async (page) => {
      await page.evaluate(([attributes, json, place]) => {
        document.documentElement.lang = 'zh-Hans';
        const element = document.createElement('jian-bao');
        attributes.forEach(([name, value]) => element.setAttribute(name, value));
        if (json) element.load(json);
        // At the very same place: letters are drawn otherwise at half a pixel.
        element.style.position = 'absolute';
        for (const name in place) element.style.setProperty(name, place[name]);
        document.body.append(element);
        // The page goes on below, as the portal's does: an outline at its very end would be cut.
        document.body.style.height = '9000px';
      }, [attributes, json, place]);
      await allReady(page);
      const here = await page.locator('.root').screenshot({ path: process.env.JIANBAO_SHOTS && `${process.env.JIANBAO_SHOTS}/${id}-alone.png` });
      const { sizes, pixels, most } = await difference(there, here);
      t.diagnostic(`${sizes[0]}: ${pixels} pixels differ, by ${most} of 255 at most`);
      assert.equal(sizes[0], sizes[1]);
      assert.equal(pixels, 0);
    }, { file: 'tests/e2e/pages/empty.html' });
  });
}

test('a walk through all widgets leaves no trace on the page, and asks for nothing but their own files', async (t) => {
  let clean;
  await without(async (page) => (clean = await traces(page)));
  await openServed(WINDOW, async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await allReady(page);
    for (const id of WIDGETS) {
      const widget = page.locator(`#${id}`);
      await widget.locator('[part~="search-input"]').fill('项目');
      await widget.locator('[part~="search-input"]').fill('');
      await widget.getByRole('article').getByRole('heading').first().locator('button, a').click();
      await widget.locator('[part~="article"]').press('Escape');
      await widget.locator('[part~="article"]').waitFor({ state: 'detached' });
      await widget.getByRole('button', { name: 'EN English' }).click();
      await page.mouse.wheel(0, 50);
    }
    const after = await traces(page);
    const files = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname));
    const listeners = await page.evaluate(() => window.listeners);
    const table = Object.keys(clean).map((name) => `${name.padEnd(10)} ${String(clean[name]).padEnd(52)} ${after[name]}`);
    [`${''.padEnd(10)} ${'without the widget'.padEnd(52)} with three`, ...table, `listeners on window, document and body: ${listeners.length}`,
      `files: ${files.join(' ')}`].forEach((line) => t.diagnostic(line));
    assert.deepEqual(after, clean);
    assert.deepEqual(listeners, []);
    const own = ['/www/portal.css', '/www/icon.svg', '/pkg/element.js', '/pkg/jianbao.js', '/pkg/jianbao_bg.wasm', '/pkg/corpus.json'];
    assert.deepEqual(files.filter((file) => !own.includes(file)), []);
    assert.deepEqual(asked.filter((file) => !own.includes(file)), []);
  }, { file: PORTAL, init: count });
});

test('keys and wheels of the page stay the page’s', () => openServed(WINDOW, async (page) => {
  await allReady(page);
  await page.evaluate(() => {
    window.kept = [];
    for (const name of ['keydown', 'wheel']) addEventListener(name, (event) => window.kept.push(event.defaultPrevented));
  });
  const field = page.getByRole('textbox', { name: '站内搜索' });
  await field.click();
  await page.keyboard.type('/j k[]');
  assert.equal(await field.inputValue(), '/j k[]');
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 400);
  await page.waitForFunction(() => scrollY >= 399);
  // Over a widget that does not scroll the wheel moves the page, too.
  await page.locator('#chronicle .masthead').hover();
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction((before) => scrollY > before, before);
  const kept = await page.evaluate(() => window.kept);
  assert.ok(kept.length >= 8);
  assert.ok(kept.every((prevented) => !prevented));
}, { file: PORTAL }));
