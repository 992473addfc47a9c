// Traces frames of the widget while its list is scrolled and its timeline is brushed, for `cargo xtask bench --frames`:
// `node frames.mjs PLAN.json`. The layout that shifts from the first paint on is added up by the browser itself.

import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { serve } from './server.mjs';
import { CATEGORIES, frames } from './trace.mjs';

const plan = JSON.parse(await readFile(process.argv[2], 'utf8'));
const { chromium } = createRequire(path.join(plan.tools, 'playwright-core', 'package.json'))('playwright-core');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const SIZES = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
/** How long a frame is waited for, in milliseconds. */
const FRAME = 16;
/** How long it takes until all that follows from a step is drawn, in milliseconds. */
const REST = 600;

const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Scrolls down by a gesture of so many pixels a second, then up half as far. */
const scrolled = (speed) => async (page, session) => {
  const { width, height } = page.viewportSize();
  const gesture = (distance) =>
    session.send('Input.synthesizeScrollGesture', { x: width / 2, y: height / 2, yDistance: distance, speed, gestureSourceType: 'mouse', preventFling: true });
  await gesture(-3 * speed);
  await gesture(1.5 * speed);
};
/** Jumps to places all over the list, as by dragging the scroll bar. */
const jumped = async (page) => {
  for (const part of [0.5, 0.1, 0.9, 0.3, 0.7, 0.2, 0.95, 0.05]) {
    await page.evaluate((part) => scrollTo(0, document.documentElement.scrollHeight * part), part);
    await wait(100);
  }
};
/** Drags the end of the range to and fro over the timeline, then the whole range. */
const brushed = async (page) => {
  const [from, to] = await Promise.all([0, 1].map((at) => page.getByRole('slider').nth(at).boundingBox()));
  const [y, left, right] = [from.y + from.height / 2, from.x + from.width / 2, to.x + to.width / 2];
  const drag = async (path) => {
    await page.mouse.move(path[0], y);
    await page.mouse.down();
    for (const x of path.slice(1)) {
      await page.mouse.move(x, y);
      await wait(FRAME);
    }
    await page.mouse.up();
  };
  const way = (one, other, steps) => Array.from({ length: steps + 1 }, (_, at) => one + ((other - one) * at) / steps);
  const middle = (left + right) / 2;
  await drag(way(right, middle, 60));
  await drag(way(left, (left + middle) / 2, 60));
};

const query = (text) => (page) => page.getByRole('combobox').first().fill(text);
const whole = () => {};
const STEPS = [
  ['scroll', 'desk', 'the list of all items, scrolled by 2,000 pixels a second', whole, scrolled(2_000)],
  ['fast', 'desk', 'the same, by 8,000', whole, scrolled(8_000)],
  ['jump', 'desk', 'the same, by jumps to anywhere', whole, jumped],
  ['query', 'desk', 'the list of a query, the best first', query('中国'), scrolled(2_000)],
  ['phone', 'phone', 'the list of all items on a phone', whole, scrolled(2_000)],
  ['brush', 'desk', 'the range over the list, brushed', whole, brushed],
  ['view', 'desk', 'the range in the timeline view, brushed', (page) => page.getByRole('tab').nth(1).click(), brushed],
  ['narrow', 'desk', 'the range of a query, brushed', query('中国'), brushed],
];

/** Adds up what shifts, from the first paint on; shifts by which the browser sees an answer to the reader are told apart. */
const watched = () => {
  globalThis.shifts = { shifted: 0, asked: 0, what: [] };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      globalThis.shifts[hadRecentInput ? 'asked' : 'shifted'] += value;
      globalThis.shifts.what.push(...sources.map(({ node }) => node?.className?.baseVal ?? node?.className ?? node?.nodeName ?? '?'));
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

const corpus = JSON.parse(await readFile(plan.corpus, 'utf8')).items.length;
const server = await serve({ bench: import.meta.dirname, pkg: plan.pkg }, { '/corpora/frames.json': plan.corpus });
const browser = await chromium.launch({ executablePath: plan.chromium, args: FLAGS });
const seen = [];
for (const [name, size, what, reach, steps] of STEPS.filter(([name]) => !plan.only || plan.only === name)) {
  const context = await browser.newContext({ viewport: SIZES[size] });
  const page = await context.newPage();
  await page.addInitScript(watched);
  await page.goto(`${server.address}bench/press.html?corpus=/corpora/frames.json`);
  await page.waitForFunction(() => globalThis.widget, undefined, { timeout: 120_000 });
  await wait(REST);
  const opening = await page.evaluate(() => globalThis.shifts);
  await reach(page);
  await wait(REST);
  await page.evaluate(() => { globalThis.shifts = { shifted: 0, asked: 0, what: [] }; });
  const session = await context.newCDPSession(page);
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate(() => performance.mark('begin'));
  await steps(page, session);
  await wait(REST);
  await page.evaluate(() => performance.mark('end'));
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  if (plan.keep) await writeFile(`${plan.result}.${name}.trace`, JSON.stringify({ traceEvents }));
  seen.push({ name, what, frames: frames(traceEvents), opening, shifts: await page.evaluate(() => globalThis.shifts) });
  await context.close();
}
await writeFile(plan.result, JSON.stringify({ items: corpus, browser: browser.version(), steps: seen }));
await browser.close();
server.close();
process.exit(0);
