// Opens the page in Chromium for the end-to-end tests, and fails a test that a quiet, self-contained page would not fail:
// any message on the console, any error, any request that leaves the folder.
//
// `cargo xtask test` says where Playwright and the browser are, by JIANBAO_NODE_MODULES and JIANBAO_CHROMIUM.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const { JIANBAO_NODE_MODULES: modules, JIANBAO_CHROMIUM: executablePath } = process.env;
assert.ok(modules && executablePath, 'run these tests by `cargo xtask test`');
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
 * @param {{file?: string, context?: object}} options the file (`index.html`), and options of Playwright's browser context
 */
export async function openLocal(viewport, steps, { file = 'index.html', context = {} } = {}) {
  await open(pathToFileURL(path.join(root, file)).href, ['file:', 'blob:'], viewport, steps, context);
}

/** As `openLocal`, for a page that is served; requests may go to its own origin. */
export async function openServed(url, viewport, steps, { context = {} } = {}) {
  await open(url, [new URL(url).origin], viewport, steps, context);
}

async function open(url, allowed, viewport, steps, options) {
  const context = await browser.newContext({ viewport, ...options });
  const complaints = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`error: ${error.stack ?? error}`));
    page.on('crash', () => complaints.push('the page crashed'));
    context.on('request', (request) => {
      if (!allowed.some((start) => request.url().startsWith(start))) complaints.push(`request: ${request.url()}`);
    });
    context.on('requestfailed', (request) => complaints.push(`request failed: ${request.url()}`));
    await page.goto(url);
    await page.evaluate(() => document.querySelector('jian-bao')?.ready);
    await steps(page);
    // What a page does a moment later counts too.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
  } finally {
    await context.close();
  }
  assert.deepEqual(complaints, [], 'the page must be quiet and keep to itself');
}
