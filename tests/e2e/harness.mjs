// Opens the page in Chromium for the end-to-end tests, and fails a test that a quiet, self-contained page would not fail:
// any message on the console, any error, any request that leaves the folder.
//
// `cargo xtask test` says where Playwright and the browser are, by JIANBAO_NODE_MODULES and JIANBAO_CHROMIUM, and serves
// the project's folder at JIANBAO_ADDRESS, under the strict policy that the widget promises to work with. The program
// `jianbao` is at JIANBAO_PROGRAM. JIANBAO_SLOWED=4 makes every page four times slower, which shows a test that looks before
// it has waited.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const { JIANBAO_NODE_MODULES: modules, JIANBAO_CHROMIUM: executablePath, JIANBAO_ADDRESS: address, JIANBAO_SLOWED: slowed } = process.env;
assert.ok(modules && executablePath && address, 'run these tests by `cargo xtask test`');
const { chromium } = createRequire(path.join(modules, 'playwright-core', 'package.json'))('playwright-core');

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Sizes of a window: a desk's and a phone's. */
export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

let browser;

/** Starts the browser, once for a file of tests: `before(start)`. */
export async function start() {
  browser = await chromium.launch({ executablePath, args: FLAGS });
}

/** Ends it: `after(stop)`. */
export async function stop() {
  await browser?.close();
}

/**
 * Opens a file of the project from disk, as by a double-click, runs the steps, and then looks whether the page was quiet.
 *
 * @param {{width: number, height: number}} viewport
 * @param {(page: import('playwright-core').Page) => Promise<void>} steps
 * @param {object} options
 * @param {string} options.file the file, by its path in the project or from the root: `index.html` unless told
 * @param {object} options.context options of Playwright's browser context
 * @param {RegExp} options.expected complaints that the steps bring about on purpose; there must be one
 * @param {Function} options.init runs in the page before its own scripts
 */
export async function openLocal(viewport, steps, { file = 'index.html', ...options } = {}) {
  await open(pathToFileURL(path.resolve(root, file)).href, 'file:', viewport, steps, options);
}

/** As `openLocal`, for the same file over HTTP; requests may go to the page's own origin (`at`, unless told the project's). */
export async function openServed(viewport, steps, { file = 'index.html', at = address, ...options } = {}) {
  await open(new URL(file, at).href, at, viewport, steps, options);
}

/** How two pictures (PNG) differ: their sizes, how many pixels differ, and by how much at most (of 255, in one colour). */
export async function difference(...pictures) {
  const page = await browser.newPage();
  try {
    return await page.evaluate(async (pictures) => {
      const read = async (picture) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas.drawImage(image, 0, 0);
        return { size: `${image.width} × ${image.height}`, data: canvas.getImageData(0, 0, image.width, image.height).data };
      };
      const [one, other] = await Promise.all(pictures.map(read));
      let [pixels, most] = [0, 0];
      for (let at = 0; at < one.data.length; at += 4) {
        const by = Math.max(...[0, 1, 2, 3].map((colour) => Math.abs(one.data[at + colour] - other.data[at + colour])));
        pixels += Number(by > 0);
        most = Math.max(most, by);
      }
      return { sizes: [one.size, other.size], pixels, most };
    }, pictures.map((picture) => picture.toString('base64')));
  } finally {
    await page.close();
  }
}

async function open(url, allowed, viewport, steps, { context: more = {}, expected, init }) {
  const context = await browser.newContext({ viewport, ...more });
  const complaints = [];
  try {
    const page = await context.newPage();
    if (slowed) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: Number(slowed) });
    listen(context, page, allowed, (complaint) => complaints.push(complaint));
    if (init) await page.addInitScript(init);
    await page.goto(url);
    await page.evaluate(() => document.querySelector('jian-bao')?.ready);
    await settled(page);
    await steps(page);
    // What a page does a moment later counts too.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
  } finally {
    await context.close();
  }
  if (expected) assert.ok(complaints.some((complaint) => expected.test(complaint)), `nothing said ${expected}`);
  const rest = complaints.filter((complaint) => !expected?.test(complaint));
  assert.deepEqual(rest, [], 'the page must be quiet and keep to itself');
}

function listen(context, page, allowed, complain) {
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) complain(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complain(`error: ${error.stack ?? error}`));
  page.on('crash', () => complain('the page crashed'));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(allowed) && !url.startsWith('blob:')) complain(`request: ${url}`);
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // The browser gives up on the icon of a page that is left.
    if (why !== 'net::ERR_ABORTED' || !request.url().endsWith('/icon.svg')) complain(`request failed: ${request.url()} (${why})`);
  });
}

/**
 * Waits until all has been drawn that follows from what was done, for timeline, facets and suggestions come a moment after the
 * list: until nothing has changed in a widget for seven frames and 140 ms, or 320 where it has an address, which follows later.
 */
export const settled = (page) => page.evaluate(() => new Promise((done) => {
  const start = performance.now();
  let [frames, since] = [0, start];
  const again = () => { [frames, since] = [0, performance.now()]; };
  const roots = [...document.querySelectorAll('jian-bao')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const rest = document.querySelector('jian-bao[routing]') ? 320 : 140;
  const observer = new MutationObserver(again);
  for (const root of roots) {
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    root.addEventListener('scroll', again, { capture: true, passive: true });
  }
  const look = () => {
    frames += 1;
    const now = performance.now();
    if ((frames < 7 || now - since < rest) && now - start < 10_000) return requestAnimationFrame(look);
    observer.disconnect();
    for (const root of roots) root.removeEventListener('scroll', again, { capture: true });
    done(true);
  };
  requestAnimationFrame(look);
}));

/** Gives a page voices (`init`): what is said is kept, and ends when the test says so. */
export const voices = () => {
  const voice = (lang, localService) => ({ lang, localService, name: lang });
  class Speech extends EventTarget {
    said = [];
    cancelled = 0;
    getVoices = () => [voice('zh-CN', false), voice('zh-TW', true), voice('zh_CN', true), voice('fr-FR', true), voice('en-GB', true)];
    speak = (utterance) => { this.said.push(utterance); };
    cancel = () => { this.cancelled += 1; };
  }
  globalThis.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  Object.defineProperty(globalThis, 'speechSynthesis', { value: new Speech() });
};
