// Measures the engines one after the other in headless Chromium, each in a browser of its own, and writes what was seen.
//
// `cargo xtask bench` calls it with a plan: `node run.mjs PLAN.json`. The plan says where things are, which engines and
// corpora, how many rounds, and after how many seconds an engine is given up. All numbers in what is written are raw:
// milliseconds and bytes. Percentiles and ratios are made by the task.

import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

import { make } from './pagefind-index.mjs';
import { press } from './press.mjs';
import { CLASSES, draw } from './queries.mjs';
import { serve } from './server.mjs';

const plan = JSON.parse(await readFile(process.argv[2], 'utf8'));
const { chromium } = createRequire(path.join(plan.tools, 'playwright-core', 'package.json'))('playwright-core');

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
/** How many queries' hits are compared one by one: of each class so many. */
const COMPARED = 10;
/** Who is sooner than this, in milliseconds, is asked to read again: in this page so many times, and in other browsers. */
const QUICK = 6_000;
const WARM = 3;

// Playwright ends its browsers at exit.
process.on('SIGTERM', () => process.exit(143));

const say = (text) => process.stderr.write(`${text}\n`);

/** Runs something in a fresh browser, and ends the browser when the time is up. */
async function inBrowser(seconds, work) {
  const browser = await chromium.launch({ executablePath: plan.chromium, args: FLAGS });
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`over ${seconds} s`)), seconds * 1_000);
  });
  try {
    return await Promise.race([work(browser), late]);
  } finally {
    clearTimeout(timer);
    const closed = browser.close();
    closed.catch(() => {});
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 5_000))]);
  }
}

/** What the largest of the browser's pages holds, in bytes, as the system counts it: now and at the peak. Only where there is `/proc`. */
async function resident(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  let [now, peak] = [0, 0];
  for (const { id, type } of processInfo) {
    if (type !== 'renderer') continue;
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    const field = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1_024;
    now = Math.max(now, field('VmRSS'));
    peak = Math.max(peak, field('VmHWM'));
  }
  return peak ? { now, peak } : undefined;
}

/** What a page keeps after its garbage is collected, in bytes, wasm memory included. Collecting also puts strings side by side. */
async function collect(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const wasm = await page.evaluate(() => bench.memory());
  return usedSize + Math.max(backingStorageSize, wasm);
}

async function open(browser, engine, corpus, address) {
  const page = await browser.newPage();
  const where = new URLSearchParams({ engine, corpus: `/corpora/${corpus.name}.json` });
  if (engine === 'pagefind') where.set('index', `/pagefind/${corpus.name}/`);
  page.on('pageerror', (error) => say(`  ${error}`));
  await page.goto(`${address}bench/page.html?${where}`);
  await page.waitForFunction(() => globalThis.bench);
  return page;
}

/** Everything about one engine on one corpus. */
async function measure(engine, corpus, drawn, address) {
  const seen = { engine, corpus: corpus.name };
  const first = drawn.queries[1].text;
  try {
    await inBrowser(plan.budget * 5, async (browser) => {
      // A browser that has not drawn a page yet has not all that every page needs.
      await (await browser.newPage()).goto(`${address}bench/blank.html`);
      const before = await resident(browser);
      const page = await open(browser, engine, corpus, address);
      seen.cold = [await within(plan.budget, () => page.evaluate((query) => bench.load(query), first), 'load')];
      const texts = drawn.queries.map(({ text }) => text);
      await page.evaluate(([texts, budget]) => bench.warm(texts, { limit: 20 }, budget), [texts, plan.asking * 1_000]);
      const after = await resident(browser);
      if (before && after) seen.peak = after.peak - before.now;
      seen.kept = await collect(page);
      await page.evaluate(() => bench.beside());
      await collect(page);
      await queries(page, seen, texts, drawn);
      if (seen.cold[0].list < QUICK) {
        seen.warm = await page.evaluate(([query, times]) => bench.again(query, times), [first, WARM]);
      }
    });
    for (let time = 1; time < plan.cold && seen.cold[0].list < QUICK; time++) {
      await inBrowser(plan.budget, async (browser) => {
        const page = await open(browser, engine, corpus, address);
        seen.cold.push(await page.evaluate((query) => bench.load(query), first));
      });
    }
  } catch (error) {
    seen.failed = String(error.message ?? error).split('\n')[0].slice(0, 200);
  }
  return seen;
}

async function within(seconds, work, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: over ${seconds} s`)), seconds * 1_000);
  });
  return Promise.race([work(), late]).finally(() => clearTimeout(timer));
}

async function queries(page, seen, texts, drawn) {
  const limits = { rounds: plan.rounds, budget: plan.asking * 1_000 };
  const measured = (texts, options) =>
    page.evaluate(([texts, options, limits]) => bench.measure(texts, options, limits), [texts, options, limits]);
  seen.plain = await measured(texts, { limit: 20 });
  if (plan.withFacets.includes(seen.engine)) seen.faceted = await measured(texts, { limit: 20, facets: true });
  seen.typed = await measured(drawn.typed, { limit: 20, facets: plan.withFacets.includes(seen.engine) });
  seen.none = await measured(drawn.none, { limit: 20 });
  const all = (texts, limit) => page.evaluate(([texts, limit, budget]) => bench.sets(texts, limit, budget), [texts, limit, plan.asking * 1_000]);
  const found = await all(texts.slice(0, COMPARED * CLASSES.length), 1_000_000);
  seen.sets = found.map((ids, at) => compared(ids, seen.engine, drawn.truth[at]));
  const known = drawn.known.map(({ text }) => text);
  seen.known = (await all(known, 10)).map((ids, at) => translated(ids, seen.engine).slice(0, 10).indexOf(drawn.known[at].item) + 1);
}

/** How many were found, how many of them rightly, and how many there are. */
function compared(ids, engine, truth) {
  const found = new Set(translated(ids, engine));
  const right = truth.filter((id) => found.has(id)).length;
  return { found: found.size, right, all: truth.length };
}

let numbers = new Map();
let fragments = new Map();

/** The numbers of items from what an engine calls them. */
function translated(ids, engine) {
  if (engine === 'jianbao') return ids.map((uri) => numbers.get(uri));
  if (engine === 'pagefind') return ids.map((id) => fragments.get(id));
  return ids;
}

/** Pagefind's index of a corpus: made once, kept for later runs on the same corpus. */
async function pagefindIndex(corpus, bytes) {
  const folder = path.join(plan.scratch, 'pagefind', corpus.name);
  const pagefind = await import(pathToFileURL(path.join(plan.modules, 'pagefind/lib/index.js')).href);
  await rm(folder, { recursive: true, force: true });
  const took = await make(bytes, folder, pagefind);
  fragments = new Map();
  for (const name of await readdir(path.join(folder, 'fragment'))) {
    const text = gunzipSync(await readFile(path.join(folder, 'fragment', name))).toString();
    const { url } = JSON.parse(text.slice('pagefind_dcd'.length));
    fragments.set(name.replace(/\.pf_fragment$/, ''), Number(url.slice(1)));
  }
  return took;
}

/** Each engine's module with its library in one script, as a page would have it. */
async function bundle() {
  const esbuild = path.join(plan.tools, '.bin', process.platform === 'win32' ? 'esbuild.cmd' : 'esbuild');
  const folder = path.join(plan.scratch, 'page');
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'engines'), { recursive: true });
  const from = import.meta.dirname;
  for (const name of ['page.html', 'blank.html', 'page.js', 'press.html']) await writeFile(path.join(folder, name), await readFile(path.join(from, name)));
  const engines = (await readdir(path.join(from, 'engines'))).filter((name) => name !== 'items.js').map((name) => path.join(from, 'engines', name));
  const options = ['--bundle', '--minify', '--format=esm', '--target=es2022', '--log-level=error', '--external:/pkg/*', `--outdir=${path.join(folder, 'engines')}`];
  const env = { ...process.env, NODE_PATH: plan.modules };
  await new Promise((resolve, reject) => {
    execFile(esbuild, [...engines, ...options], { env, shell: process.platform === 'win32' }, (error) => (error ? reject(error) : resolve()));
  });
  return folder;
}

const folder = await bundle();
const served = Object.fromEntries(plan.corpora.map(({ name, file }) => [`/corpora/${name}.json`, file]));
const server = await serve({ bench: folder, pkg: plan.pkg, pagefind: path.join(plan.scratch, 'pagefind') }, served);
const result = { corpora: [], seen: [], classes: CLASSES };
for (const corpus of plan.corpora) {
  const bytes = await readFile(corpus.file);
  const drawn = draw(bytes, plan.each);
  const items = JSON.parse(bytes).items;
  numbers = new Map(items.map(({ uri }, at) => [uri, at]));
  result.corpora.push({ name: corpus.name, items: items.length, bytes: bytes.length, classOf: drawn.queries.map((query) => query.class) });
  say(`${corpus.name}: ${items.length} items, ${(bytes.length / 1e6).toFixed(1)} MB, ${drawn.queries.length} queries`);
  for (const engine of corpus.engines) {
    const start = performance.now();
    // Who did not get through a smaller corpus is not asked to read a larger one.
    const smaller = result.seen.find((seen) => seen.engine === engine && seen.failed && seen.bytes < bytes.length);
    if (smaller) {
      result.seen.push({ engine, corpus: corpus.name, bytes: smaller.bytes, failed: 'not tried: it was given up on a smaller corpus' });
      continue;
    }
    let prepared;
    if (engine === 'pagefind') prepared = await pagefindIndex(corpus, bytes);
    const seen = { ...(await measure(engine, corpus, drawn, server.address)), prepared, bytes: bytes.length };
    if (engine === 'jianbao' && corpus.press) seen.press = await press(inBrowser, plan, server.address, corpus, drawn).catch((error) => say(`  key presses: ${error}`));
    result.seen.push(seen);
    say(`  ${engine}: ${seen.failed ?? 'done'} (${((performance.now() - start) / 1_000).toFixed(0)} s)`);
    await writeFile(plan.result, JSON.stringify(result));
  }
}
const browser = await chromium.launch({ executablePath: plan.chromium, args: FLAGS });
result.browser = browser.version();
await browser.close();
await writeFile(plan.result, JSON.stringify(result));
server.close();
process.exit(0);
