import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESK, openServed, start, stop } from './harness.mjs';

before(start);
after(stop);

const MODULE = { file: 'tests/e2e/pages/module.html' };

// Waits for the element, and gives back the names of the files that the page has asked for.
const asked = (page) =>
  page.evaluate(async () => {
    await document.querySelector('jian-bao').ready;
    return performance.getEntriesByType('resource').map((entry) => entry.name.split('/').at(-1));
  });

test('the page works under the strict policy, with the classic script', () =>
  openServed(DESK, async (page) => {
    assert.equal(await page.locator('jian-bao .root').count(), 1);
    const names = await asked(page);
    assert.ok(names.every((name) => ['standalone.js', 'page.css', 'icon.svg'].includes(name)), names.join());
  }));

test('the module works under the strict policy, and fetches the program and the bundled corpus', () =>
  openServed(
    DESK,
    async (page) => {
      const names = await asked(page);
      for (const name of ['jianbao.js', 'jianbao_bg.wasm', 'corpus.json']) assert.ok(names.includes(name), name);
      assert.equal(await page.locator('jian-bao .root').count(), 1);
    },
    MODULE,
  ));

test('a page that gives its own corpus at once does not fetch the bundled one', () =>
  openServed(
    DESK,
    async (page) => {
      const names = await page.evaluate(async () => {
        performance.clearResourceTimings();
        const given = document.createElement('jian-bao');
        document.body.append(given);
        await given.load({ items: [] });
        return performance.getEntriesByType('resource').map((entry) => entry.name.split('/').at(-1));
      });
      assert.deepEqual(names, []);
    },
    MODULE,
  ));

test('a corpus inside the element is read instead of the bundled one', () =>
  openServed(
    DESK,
    async (page) => {
      const names = await asked(page);
      assert.ok(!names.includes('corpus.json'), names.join());
    },
    { file: 'tests/e2e/pages/inline.html' },
  ));

test('a corpus that is not there is told to the reader, and throws nothing', () =>
  openServed(
    DESK,
    async (page) => {
      await page.evaluate(async () => {
        const element = document.createElement('jian-bao');
        element.setAttribute('src', 'no-such-corpus.json');
        document.body.append(element);
        await element.ready;
      });
    },
    { ...MODULE, expected: /status of 404/ },
  ));

test('a second definition of the element warns once, and the first stays', () =>
  openServed(
    DESK,
    async (page) => {
      const same = await page.evaluate(async () => {
        const before = customElements.get('jian-bao');
        const script = document.createElement('script');
        const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
        const policy = trustedTypes.createPolicy('test', { createScriptURL: (url) => url });
        script.src = policy.createScriptURL(new URL('/pkg/standalone.js', location.href).href);
        document.head.append(script);
        await loaded;
        return before === customElements.get('jian-bao');
      });
      assert.ok(same);
    },
    { ...MODULE, expected: /jian-bao: the element is already defined/ },
  ));
