// Traces key presses in the widget, typed and composed, for `cargo xtask bench --keys`: `node keys.mjs PLAN.json`.
//
// Queries of six classes are typed into the field as a reader's browser gets them: one character after the other, and then
// as an input method gives them, letters that are composed and characters that are committed, by the browser's protocol.

import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { classes } from './queries.mjs';
import { serve } from './server.mjs';
import { CATEGORIES, presses } from './trace.mjs';

const plan = JSON.parse(await readFile(process.argv[2], 'utf8'));
const { chromium } = createRequire(path.join(plan.tools, 'playwright-core', 'package.json'))('playwright-core');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** How long a press is waited for, in milliseconds; nothing is asked of the page meanwhile, so that nothing else is traced. */
const WAIT = 200;
/** How many queries of each class are typed, and composed. */
const EACH = 3;
/** An input method is given two letters for each character. */
const LETTERS = 'nihaomaqingwenyixia';

const wait = () => new Promise((resolve) => setTimeout(resolve, WAIT));

/** Does some presses in an empty field under a trace; gives the figures of each, with its kind. */
async function traced(browser, page, session, steps) {
  await page.getByRole('combobox').first().fill('');
  await wait();
  await browser.startTracing(page, { categories: CATEGORIES });
  for (const { command, parameters } of steps) {
    await session.send(command, parameters);
    await wait();
  }
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const seen = presses(traceEvents, WAIT);
  if (seen.length !== steps.length) throw new Error(`${steps.length} presses, and ${seen.length} in the trace`);
  return seen.map((press, at) => ({ kind: steps[at].kind, ...press }));
}

const insert = (kind, text) => ({ kind, command: 'Input.insertText', parameters: { text } });
const compose = (text) => ({ kind: 'composing', command: 'Input.imeSetComposition', parameters: { text, selectionStart: text.length, selectionEnd: text.length } });

/** A query character by character. */
const typed = (text) => Array.from(text, (char) => insert('typed', char));
/** A query word by word, each composed of letters and then committed. */
const composed = (text) => text.split(/(?<= )/).flatMap((word) => {
  const letters = LETTERS.slice(0, 2 * word.trim().length);
  return [...Array.from(letters, (_, at) => compose(letters.slice(0, at + 1))), insert('committed', word)];
});

const bytes = await readFile(plan.corpus);
const folders = { bench: import.meta.dirname, pkg: plan.pkg };
const server = await serve(folders, { '/corpora/keys.json': plan.corpus });
const browser = await chromium.launch({ executablePath: plan.chromium, args: FLAGS });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(`${server.address}bench/press.html?corpus=/corpora/keys.json`);
await page.waitForFunction(() => globalThis.widget, undefined, { timeout: 120_000 });
await page.evaluate(() => addEventListener('input', () => performance.mark('press'), { capture: true }));
const session = await page.context().newCDPSession(page);
const seen = [];
for (const [number, queries] of classes(bytes, EACH).entries()) {
  for (const text of queries) {
    for (const steps of [typed(text), composed(text)]) {
      seen.push(...(await traced(browser, page, session, steps)).map((press) => ({ class: number, ...press })));
    }
  }
}
await writeFile(plan.result, JSON.stringify({ items: JSON.parse(bytes).items.length, browser: browser.version(), presses: seen }));
await browser.close();
server.close();
process.exit(0);
