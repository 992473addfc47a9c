// The contract of <jian-bao>: attributes, properties, methods and events, and files that do not come.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { faulty } from './faulty.mjs';
import { DESK, openLocal, openServed, settled, start, stop } from './harness.mjs';

let server;
before(async () => {
  await start();
  server = await faulty();
});
after(async () => {
  await server?.close();
  await stop();
});

const EMPTY = 'tests/e2e/pages/empty.html';
/** A page with the element's module and no element, from the server that has bad days. */
const onBadDay = (steps, options) => openServed(DESK, steps, { file: EMPTY, at: server.address, ...options });
/** The same without a server, with the classic script. */
const locally = (steps, options) => openLocal(DESK, steps, { file: 'tests/e2e/pages/classic.html', ...options });

/** Puts an element into the page; gives back what it said, once it has shown a corpus or failed. */
const put = (page, html) =>
  page.evaluate(async (html) => {
    const said = [];
    const listen = (name) => addEventListener(name, ({ detail }) => said.push({ name, ...detail }));
    ['jianbao-ready', 'jianbao-error'].forEach(listen);
    const holder = document.createElement('div');
    holder.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    document.body.append(holder);
    await document.querySelector('jian-bao').ready;
    return said;
  }, html).then(async (said) => {
    await settled(page);
    return said;
  });
const total = (page, text = '', options) => page.evaluate(async ([text, options]) => (await document.querySelector('jian-bao').search(text, options)).total, [text, options]);
const shown = async (page) => (await page.locator('[part~="root"]').innerText()).replace(/\s+/g, ' ');
const property = (page, name) => page.evaluate((name) => document.querySelector('jian-bao')[name], name);
const field = (page) => page.locator('[part~="search-input"]');
const rows = (page) => page.getByRole('article');

test('several corpora are one archive', () => onBadDay(async (page) => {
  assert.deepEqual(await put(page, '<jian-bao lang="zh-Hans" src="/good.json /other.json"></jian-bao>'), [{ name: 'jianbao-ready', items: 5, problems: [] }]);
  assert.equal(await total(page), 5);
  assert.match(await shown(page), /good报 · other报/);
}));

test('a corpus that is not there is named, and the rest is shown', () => onBadDay(async (page) => {
  const [ready] = await put(page, '<jian-bao lang="zh-Hans" src="/good.json /gone.json /page.json"></jian-bao>');
  assert.equal(ready.items, 2);
  assert.match(ready.problems.join('\n'), /gone\.json: The server does not give this file \(HTTP 404\)/);
  assert.match(ready.problems.join('\n'), /page\.json.*This is a web page/);
  assert.equal(await rows(page).count(), 2);
  assert.match(await shown(page), /2 ?处/);
}, { expected: /404/ }));

for (const [name, src, words, sentence, expected] of [
  ['that is not there', '/gone.json', /HTTP 404.*核对报库文件的地址/, /gone\.json: .*HTTP 404.*Check the address/, /404/],
  ['that is a web page', '/page.json', /得到的是网页.*核对报库文件的地址/, /page\.json.*web page.*Check the address/],
  ['that is no address', 'http://[', /这不是一个地址/, /This is not an address/],
]) {
  test(`a corpus ${name} is told to the reader and to the page`, () => onBadDay(async (page) => {
    const [error, ...more] = await put(page, `<jian-bao lang="zh-Hans" src="${src}"></jian-bao>`);
    assert.deepEqual([error.name, more], ['jianbao-error', []]);
    assert.match(error.message, sentence);
    assert.match(await shown(page), words);
    await assert.rejects(total(page), sentence);
  }, { expected }));
}

test('a site that does not let the page read is told what to send', () => onBadDay(async (page) => {
  const elsewhere = await faulty();
  const [error] = await put(page, `<jian-bao lang="zh-Hans" src="${elsewhere.address}good.json"></jian-bao>`);
  assert.match(error.message, /Another site .*Access-Control-Allow-Origin/);
  assert.match(await shown(page), /别的网站没有回应，或不许本页读取/);
  await elsewhere.close();
}, { expected: /CORS|request|ERR_FAILED/ }));

test('of a file that breaks off the whole items are kept, and it is said how much came', () => onBadDay(async (page) => {
  const [ready] = await put(page, '<jian-bao lang="zh-Hans" src="/cut.json"></jian-bao>');
  assert.equal(ready.name, 'jianbao-ready', ready.message);
  assert.ok(ready.items > 5 && ready.items < 40);
  assert.match(ready.problems.join(), /cut\.json: File cut short: [\d,]+ bytes expected, [\d,]+ read/);
  assert.equal(ready.problems.length, 1);
}, { expected: /CONTENT_LENGTH|cut\.json/ }));

test('a redirected corpus is read', () => onBadDay(async (page) => {
  const [ready] = await put(page, '<jian-bao src="/moved.json"></jian-bao>');
  assert.equal(ready.items, 2);
}));

test('a slow corpus shows how much has come, and one asked for later stops it', () => onBadDay(async (page) => {
  await page.evaluate(() => {
    const element = document.createElement('jian-bao');
    Object.assign(element, { lang: 'en', src: '/slow.json' });
    document.body.append(element);
  });
  await page.waitForFunction(() => {
    const bar = document.querySelector('jian-bao').shadowRoot?.querySelector('progress');
    return bar && bar.value > 0 && bar.value < bar.max;
  });
  assert.match(await shown(page), /[\d,]+ of [\d,]+ bytes/);
  await page.evaluate(() => document.querySelector('jian-bao').load('/other.json'));
  assert.equal(await total(page), 3);
  await page.waitForTimeout(1500);
  assert.equal(await total(page), 3);
}, { expected: /slow\.json \(net::ERR_ABORTED/ }));

test('how long a corpus takes yet is told by its pace, and no more once nothing comes', () => onBadDay(async (page) => {
  await page.evaluate(() => {
    const element = document.createElement('jian-bao');
    Object.assign(element, { lang: 'en', src: '/stalled.json' });
    document.body.append(element);
  });
  const left = page.locator('.pg-t > :last-child');
  await left.filter({ hasText: /^about \d+ s left to download$/ }).waitFor();
  assert.equal(await page.locator('.steps [aria-current="step"]').innerText(), 'Reading data files');
  await left.filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
  assert.match(await shown(page), /(49|50)%\s+[\d,]+ of [\d,]+ bytes/);
  await page.evaluate(() => document.querySelector('jian-bao').load('/other.json'));
  assert.equal(await total(page), 3);
}, { expected: /stalled\.json \(net::ERR_ABORTED/ }));

test('a page’s script searches before there is anything, and gets the answer when there is', () => locally(async (page) => {
  const totals = await page.evaluate(async () => {
    const element = document.createElement('jian-bao');
    const early = element.search('海绵', { facets: false });
    document.body.append(element);
    return [(await early).total, (await element.search('', { filters: 'section:台商区' })).total];
  });
  assert.deepEqual(totals, [1, 3]);
}));

test('a wrong option rejects with one clear sentence', () => locally(async (page) => {
  await put(page, '<jian-bao></jian-bao>');
  await assert.rejects(total(page, '', { limit: 'many' }), /TypeError: the option “limit” should be a whole number/);
}));

test('attributes and properties say the same, and follow what the reader does', () => locally(async (page) => {
  await put(page, '<jian-bao lang="zh-Hans" query="周绍斌" filters="section:高新区"></jian-bao>');
  assert.equal(await rows(page).count(), await total(page, '周绍斌', { filters: 'section:高新区' }));
  await field(page).fill('四链');
  await page.getByRole('group', { name: '片区' }).getByRole('checkbox', { name: /^台商区/ }).check();
  await settled(page);
  assert.deepEqual([await property(page, 'query'), await property(page, 'filters')], ['四链', 'section:高新区; section:台商区']);
  await page.evaluate(() => Object.assign(document.querySelector('jian-bao'), { query: '海绵', filters: null }));
  await settled(page);
  assert.equal(await field(page).inputValue(), '海绵');
  assert.deepEqual([await property(page, 'query'), await property(page, 'filters')], ['海绵', '']);
  assert.equal(await page.evaluate(() => document.querySelector('jian-bao').getAttribute('query')), '海绵');
  await page.evaluate(() => (document.querySelector('jian-bao').filters = ['date:2025-03-14', 'approximate:no']));
  await page.waitForTimeout(300);
  assert.equal(await property(page, 'filters'), 'date:2025-03-14; approximate:no');
}));

test('properties set before the element is defined hold', () => openLocal(DESK, async (page) => {
  assert.equal(await property(page, 'query'), '消防');
  assert.equal(await rows(page).count(), 1);
}, { init: () => document.addEventListener('readystatechange', () => {
  const element = document.querySelector('jian-bao');
  // In a page whose script comes last, the element is there before its class.
  if (element && !customElements.get('jian-bao')) element.query = '消防';
}), file: 'tests/e2e/pages/late.html' }));

test('values that make no sense are warned of once each, and the widget works', async () => {
  const warnings = [];
  await locally(async (page) => {
    page.on('console', (message) => warnings.push(message.text()));
    const bad = 'view="map" theme="pink" routing="path" heading-level="9" parts="clock" lang="fr" filters="colour:red; section:台商区"';
    await put(page, `<jian-bao ${bad}></jian-bao><jian-bao ${bad}></jian-bao>`);
    await settled(page);
    assert.equal(await page.locator('jian-bao').first().getByRole('article').count(), 3);
  }, { expected: /jian-bao: / });
  assert.deepEqual(warnings.map((warning) => warning.replace(/^jian-bao: /, '').split(' ')[0].split('=')[0]).sort(), ['filters:', 'heading-level', 'lang', 'parts:', 'routing', 'theme', 'view']);
  assert.ok(warnings.includes('jian-bao: view="map" is none of list, timeline, edition: list is taken'), warnings.join('\n'));
});

test('parts and compact leave out what they say', () => locally(async (page) => {
  await put(page, '<jian-bao parts="search timeline" lang="zh-Hans" heading-level="4"></jian-bao>');
  const seen = (part) => page.locator(`[part~="${part}"]`).first().isVisible();
  assert.deepEqual(await Promise.all(['search', 'timeline', 'results', 'masthead', 'facets', 'footer'].map(seen)), [true, true, true, false, false, false]);
  await page.evaluate(() => {
    const element = document.querySelector('jian-bao');
    element.parts = null;
    element.compact = true;
  });
  assert.deepEqual(await Promise.all(['masthead', 'footer'].map(seen)), [true, false]);
  assert.equal(await page.getByRole('heading', { level: 4 }).first().innerText(), '剪报');
  const { height } = await page.locator('[part~="root"]').boundingBox();
  assert.ok(height <= 860, `${height} px`);
  // The bar at its foot says what there is, and opens it on the whole screen.
  const bar = page.locator('[part="embed-bar"]');
  assert.match(await bar.innerText(), /共 7 篇/);
  await bar.getByRole('button', { name: '全屏打开' }).click();
  await page.waitForFunction(() => document.fullscreenElement?.localName === 'jian-bao');
  await page.waitForFunction(() => document.querySelector('jian-bao').shadowRoot.querySelector('.root').getBoundingClientRect().height >= innerHeight - 1);
  await page.evaluate(() => document.exitFullscreen());
}));

test('events bubble out of the element, and an opening can be prevented', () => locally(async (page) => {
  await page.evaluate(() => {
    window.said = [];
    for (const name of ['jianbao-ready', 'jianbao-results', 'jianbao-open', 'jianbao-close']) {
      document.body.addEventListener(name, (event) => {
        window.said.push([name, event.detail.uri ?? event.detail.total ?? event.detail.items]);
        if (window.shut) event.preventDefault();
      });
    }
  });
  await put(page, '<jian-bao lang="zh-Hans"></jian-bao>');
  const said = () => page.evaluate(() => window.said.splice(0));
  assert.deepEqual(await said(), [['jianbao-ready', 7], ['jianbao-results', 7]]);
  await field(page).fill('海绵');
  assert.deepEqual(await said(), [['jianbao-results', 1]]);
  const uri = await page.evaluate(async () => (await document.querySelector('jian-bao').search('海绵')).hits[0].uri);
  await page.evaluate(() => (window.shut = true));
  await rows(page).getByRole('heading').first().locator('button, a').click();
  await settled(page);
  assert.equal(await page.locator('[part~="article"]').count(), 0);
  assert.deepEqual(await said(), [['jianbao-open', uri]]);
  const open = (uri) => page.evaluate((uri) => document.querySelector('jian-bao').open(uri), uri);
  assert.equal(await open(uri), false);
  await page.evaluate(() => (window.shut = false));
  assert.equal(await open(uri), true);
  await page.locator('[part~="article"]').waitFor();
  await page.evaluate(() => document.querySelector('jian-bao').close());
  await page.locator('[part~="article"]').waitFor({ state: 'detached' });
  await settled(page);
  assert.deepEqual(await said(), [['jianbao-open', uri], ['jianbao-open', uri], ['jianbao-close', uri]]);
}));

test('an item that is not there is not opened, and the author is told', () => locally(async (page) => {
  await put(page, '<jian-bao></jian-bao>');
  assert.equal(await page.evaluate(() => document.querySelector('jian-bao').open('urn:none')), false);
}, { expected: /there is no item urn:none/ }));

test('what stands in the element is seen until there is something to show', () => onBadDay(async (page) => {
  await page.evaluate(() => {
    const element = document.createElement('jian-bao');
    element.innerHTML = '';
    element.append(Object.assign(document.createElement('p'), { textContent: 'fallback' }));
    element.src = '/slow.json';
    document.body.append(element);
  });
  assert.ok(await page.getByText('fallback').isVisible());
  await page.waitForTimeout(300);
  assert.ok(await page.getByText('fallback').isVisible(), 'also while the corpus comes');
  await page.evaluate(() => document.querySelector('jian-bao').ready);
  assert.ok(!(await page.getByText('fallback').isVisible()));
  assert.equal(await total(page), 400);
}));

test('a corpus that is put into the element later is shown', () => locally(async (page) => {
  await put(page, '<jian-bao></jian-bao>');
  await page.evaluate(() => {
    const script = Object.assign(document.createElement('script'), { type: 'application/json' });
    script.textContent = '{"items": [{"uri": "a", "headlines": [{"value": "甲"}]}]}';
    document.querySelector('jian-bao').append(script);
  });
  await settled(page);
  assert.equal(await total(page), 1);
}));

test('an element keeps its state when it is moved, even into another document', () => locally(async (page) => {
  await put(page, '<jian-bao lang="zh-Hans"></jian-bao>');
  await field(page).fill('周绍斌');
  const moved = await page.evaluate(async () => {
    const element = document.querySelector('jian-bao');
    const root = element.shadowRoot.querySelector('.root');
    const frame = document.createElement('iframe');
    frame.width = 1200;
    document.body.append(frame);
    frame.contentDocument.body.append(element);
    await new Promise((done) => setTimeout(done, 50));
    const style = frame.contentWindow.getComputedStyle(root);
    root.querySelector('[part~="search-input"]').value = '消防';
    root.querySelector('[part~="search-input"]').dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await new Promise((done) => setTimeout(done, 50));
    return [root === element.shadowRoot.querySelector('.root'), element.query, style.backgroundColor, root.querySelectorAll('[part~="result"]').length];
  });
  assert.deepEqual(moved, [true, '消防', 'rgb(251, 251, 248)', 1]);
}));

test('a file of the reader’s takes the place of a corpus that failed', () => locally(async (page) => {
  await put(page, '<jian-bao lang="zh-Hans"><script type="application/json">{</script></jian-bao>');
  await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('[{"uri": "a", "headlines": [{"value": "甲"}]}]') });
  await rows(page).first().waitFor();
  await settled(page);
  assert.equal(await total(page), 1);
}));

test('copying where the browser has no clipboard leaves the page as it is', () => onBadDay(async (page) => {
  await put(page, '<jian-bao lang="zh-Hans"></jian-bao>');
  await rows(page).getByRole('heading').first().locator('button, a').click();
  await page.evaluate(() => {
    window.changes = 0;
    new MutationObserver((list) => (window.changes += list.length)).observe(document, { childList: true, subtree: true });
    document.addEventListener('copy', () => (window.copied = document.querySelector('jian-bao').shadowRoot.activeElement.value));
  });
  await page.getByRole('button', { name: '复制引用' }).last().click();
  await page.getByRole('button', { name: '已复制' }).last().waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => window.changes), 0);
  assert.match(await page.evaluate(() => window.copied), /\[N\]/);
  assert.equal(await page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement.textContent), '已复制');
}, { init: () => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }) }));
