// A large corpus: reading it never keeps the page from painting or taking input, and the reader sees how far it is and can
// stop it. The sentences are the test's own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, openLocal, start, stop } from './harness.mjs';

before(start);
after(stop);

const ITEMS = 30_000;

// What the browser calls a long task, in milliseconds. Where the machine is busy, a known piece of work takes longer than on
// a slow desk machine that is not, and so may a task. The drawing of the first list, which ends the loading, is no part of
// reading, and is not counted.
const LONG = 50;
const KNOWN_WORK = 12;

// Makes the corpus in the page, so that nothing of that counts; `window.load` gives it to the element.
const prepare = page => page.evaluate(async ({ items, long }) => {
  const body = ['河边的步道修好了，早晚都有人散步。', '新的公交线路开通，老人乘车更方便。', '果园办起采摘节，游客比去年多。'];
  const item = number => ({ uri: `urn:${number}`, headlines: [{ role: 'main', value: `第${number}篇` }],
    bodies: [{ role: 'main', value: body.join(body[number % 3]) + number }],
    eventDate: new Date(Date.UTC(1990, 0, 1 + number % 12_000)).toISOString().slice(0, 10),
    subjects: [{ name: ['交通', '农业', '城建'][number % 3] }], people: [{ name: `甲${number % 500}` }] });
  const bytes = new TextEncoder().encode(JSON.stringify({ title: '大库', items: Array.from({ length: items }, (_, number) => item(number)) }));
  window.size = bytes.length;
  window.tasks = [];
  new PerformanceObserver(list => window.tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  window.load = async () => {
    const element = document.querySelector('jian-bao');
    const seen = new Set();
    let [frames, isOver] = [0, false];
    const frame = () => {
      frames += 1;
      seen.add(element.shadowRoot.querySelector('[part~="loading"]')?.innerText.replace(/\s+/g, ' '));
      if (!isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    let drawn = Infinity;
    const watch = new MutationObserver(() => {
      const root = element.shadowRoot;
      if (drawn === Infinity && seen.size > 1 && !root.querySelector('[part~="loading"]')) drawn = performance.now();
    });
    watch.observe(element.shadowRoot, { childList: true, subtree: true });
    await element.load(bytes);
    isOver = true;
    await new Promise(resolve => setTimeout(resolve, 300));
    return { frames, seen: [...seen].filter(Boolean),
      // Durations come in whole milliseconds.
      long: window.tasks.filter(task => task.startTime + task.duration + 2 < drawn).map(task => task.duration).filter(time => time > long) };
  };
  await new Promise(resolve => setTimeout(resolve, 500));
  window.tasks.length = 0;
}, { items: ITEMS, long: LONG });

// How many times slower this machine is at its worst at the moment than one on which the known work takes its time; 1 where
// it is not.
const slowness = page => page.evaluate(known => {
  const text = '漳州的新桥通车了。'.repeat(2_000);
  const times = Array.from({ length: 25 }, () => {
    const start = performance.now();
    let sum = 0;
    for (let turn = 0; turn < 40; turn += 1) for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) | 0;
    return performance.now() - start + (sum === 7 ? 1 : 0);
  });
  return Math.max(1, Math.max(...times) / known);
}, KNOWN_WORK);

test('thirty thousand items are read without one long task, in numbers that grow', () => openLocal(DESK, async page => {
  await prepare(page);
  const before = await slowness(page);
  const { frames, seen, long } = await page.evaluate(() => window.load());
  const slow = Math.max(before, await slowness(page));
  await page.getByRole('status').filter({ hasText: '30,000' }).waitFor();
  assert.ok(long.every(task => task <= LONG * slow), `tasks of ${long.join(', ')} ms, the machine being ${slow.toFixed(1)} times too slow`);
  assert.ok(frames > 5, `${frames} frames`);
  const items = seen.map(text => /([\d,]+) 篇/.exec(text)?.[1].replaceAll(',', '')).filter(Boolean).map(Number);
  assert.ok(new Set(items).size > 1 && items.every((count, at) => at === 0 || count >= items[at - 1]), seen.join(' | '));
  assert.ok(seen.every(text => / \d+% [\d,]+ \/ [\d,]+ 字节 .*读取数据文件 [\d,]+ 字节 建立检索索引 [\d,]+ 篇 统计人物与地点/.test(text)), seen.join(' | '));
}));

test('a reader who stops searches what has been read, and is told how much that is', () => openLocal(DESK, async page => {
  await prepare(page);
  await page.evaluate(() => {
    const root = document.querySelector('jian-bao').shadowRoot;
    const frame = () => {
      const items = /[1-9]\d* 篇/.test(root.querySelector('.steps')?.innerText ?? '');
      const button = root.querySelector('[part~="loading"] button');
      if (items && button) button.click();
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return window.load();
  });
  const said = await page.locator('[part~="notice"]').innerText();
  const [, items, read, total] = /已读 ([\d,]+) 篇，读到这里停下（([\d,]+) \/ ([\d,]+) 字节）/.exec(said).map(text => Number(text.replaceAll(',', '')));
  assert.ok(items > 0 && items < ITEMS && read > 0 && read < total, said);
  assert.equal(total, await page.evaluate(() => window.size));
  await page.getByRole('combobox', { name: '检索' }).fill('河边的步道');
  await page.getByRole('status').filter({ hasText: `命中 ${items.toLocaleString('en')} 篇` }).waitFor();
  await page.evaluate(() => document.querySelector('jian-bao').load([{ uri: 'a', headlines: [{ value: '新的一库' }] }]));
  assert.equal(await page.locator('[part~="notice"]').count(), 0);
}));

test('a corpus asked for later is shown, whatever was being read', () => openLocal(DESK, async page => {
  await prepare(page);
  const ready = await page.evaluate(async () => {
    const element = document.querySelector('jian-bao');
    const ready = [];
    element.addEventListener('jianbao-ready', event => ready.push(event.detail.items));
    const first = window.load();
    await new Promise(resolve => setTimeout(resolve, 150));
    await element.load([{ uri: 'a', headlines: [{ value: '新的一库' }] }]);
    await first;
    await new Promise(resolve => setTimeout(resolve, 500));
    return ready;
  });
  assert.deepEqual(ready, [1]);
  assert.equal(await page.getByRole('article').count(), 1);
}));

test('what the bundled corpus needs is not drawn as loading', () => openLocal(DESK, async page => {
  const seen = await page.evaluate(async () => {
    const element = document.querySelector('jian-bao');
    const seen = [];
    const watch = new MutationObserver(() => seen.push(Boolean(element.shadowRoot.querySelector('[part~="loading"]'))));
    watch.observe(element.shadowRoot, { childList: true, subtree: true });
    await element.load([{ uri: 'a', headlines: [{ value: '一篇' }] }]);
    await new Promise(resolve => setTimeout(resolve, 100));
    return seen;
  });
  assert.ok(seen.length > 0 && !seen.includes(true));
}));
