// The walk of docs/ACCESSIBILITY.md, by keys alone: after each step the browser's accessibility tree says what the document says.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { DESK, openLocal, root, start, stop } from './harness.mjs';

before(start);
after(stop);

const text = fs.readFileSync(path.join(root, 'docs', 'ACCESSIBILITY.md'), 'utf8');

/** The rows of the table whose head is this, each a list of its cells. */
function table(head) {
  const lines = text.split('\n');
  const cells = (line) => line.split('|').slice(1, -1).map((cell) => cell.trim());
  const at = lines.findIndex((line) => line.startsWith('|') && cells(line).join() === head.join());
  assert.ok(at >= 0, `no table of ${head}`);
  const end = lines.findIndex((line, place) => place > at && !line.startsWith('|'));
  return lines.slice(at + 2, end).map(cells);
}

const WALK = table(['to', 'key', 'role', 'name', 'state', 'spoken']);
const NAMES = table(['role', '简体', '繁體', 'English']);
const HEADINGS = table(['level', 'heading']);
const LANGUAGES = { 简体: 'zh-Hans', 繁體: 'zh-Hant', English: 'en' };
const KEYS = { '→': 'ArrowRight', '←': 'ArrowLeft', '↓': 'ArrowDown', '↑': 'ArrowUp', Esc: 'Escape' };
/** Longer than the pause after which the count is spoken, and shorter than what is copied is said to be. */
const REST = 750;
/** A count, an outcome: what is spoken is never longer, in characters. */
const SPOKEN = 40;

/** The tree of a page: the whole of it, and the node that has the focus. */
async function accessibility(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const plain = ({ nodeId, childIds = [], ignored, backendDOMNodeId: element, role, name, value, properties = [] }) => ({
    ...Object.fromEntries(properties.map((property) => [property.name, property.value.relatedNodes ?? property.value.value])),
    nodeId, childIds, ignored, element, role: role?.value, name: name?.value ?? '', value: value?.value,
  });
  const one = async (which) => plain((await session.send('Accessibility.getPartialAXTree', { ...which, fetchRelatives: false })).nodes[0]);
  const all = async () => (await session.send('Accessibility.getFullAXTree')).nodes.map(plain);
  const focused = async () => {
    const expression = "document.querySelector('jian-bao').shadowRoot.activeElement ?? document.body";
    const { result } = await session.send('Runtime.evaluate', { expression });
    const node = await one({ objectId: result.objectId });
    // Chromium's protocol leaves the words for a slider's value out.
    const valueText = await page.evaluate(() => document.querySelector('jian-bao').shadowRoot.activeElement?.getAttribute('aria-valuetext'));
    const [active] = node.activedescendant ?? [];
    return { ...node, valueText, active: active && (await one({ backendNodeId: active.backendDOMNodeId })) };
  };
  return { all, focused };
}

/** A name without its spaces: Chromium makes one of each place at which a headline may be broken. */
const bare = (name) => name.replaceAll(' ', '');

/** What is announced of a node beside its role and name. */
function state({ expanded, checked, pressed, selected, level, keyshortcuts, value, valueText, active, role }) {
  const either = (is, yes, no) => (is === undefined ? [] : [`${is}` === 'true' ? yes : no]);
  return [
    ...(role === 'heading' ? [`level ${level}`] : []),
    ...either(expanded, 'expanded', 'collapsed'),
    ...either(checked, 'checked', 'not checked'),
    ...either(pressed, 'pressed', 'not pressed'),
    ...either(selected, 'selected', 'not selected'),
    ...(keyshortcuts ? [`shortcut ${keyshortcuts}`] : []),
    ...(valueText ?? value ? [`value ${valueText ?? value}`] : []),
    ...(active ? [`${active.role} ${active.name}`, ...either(active.selected, 'selected', 'not selected')] : []),
  ].join(', ');
}

/** The text of each live region, by its element. */
function regions(nodes) {
  const by = new Map(nodes.map((node) => [node.nodeId, node]));
  const words = (node) => (node.role === 'StaticText' ? node.name : node.childIds.map((id) => (by.has(id) ? words(by.get(id)) : '')).join(''));
  return new Map(nodes.filter(({ live, ignored }) => !ignored && ['polite', 'assertive'].includes(live)).map((node) => [node.element, words(node)]));
}

/** What a change of the live regions has a screen reader say: a region that comes with its words is silent. */
const spoken = (before, after) =>
  [...after].filter(([element, words]) => words && before.has(element) && before.get(element) !== words).map(([, words]) => words).join(' ');

/** Presses what a cell says: `Tab ×3`, `→`, or types `“…”`. */
async function press(page, cell) {
  const [, typed] = /^“(.*)”$/.exec(cell) ?? [];
  if (typed) return page.keyboard.type(typed);
  const [, key, count = 1] = /^`(.+?)(?: ×(\d+))?`$/.exec(cell) ?? assert.fail(`no key: ${cell}`);
  for (let at = 0; at < count; at += 1) await page.keyboard.press(KEYS[key] ?? key);
}

const clipboard = () => Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } });

test(`the walk of ${WALK.length} steps is as the document has it`, () => openLocal(DESK, async (page) => {
  const tree = await accessibility(page);
  let told = regions(await tree.all());
  const went = [];
  for (const [to, key] of WALK) {
    await press(page, key);
    // Where the focus only goes on, nothing is to be said later.
    await page.waitForTimeout(key.includes('Tab') ? 60 : REST);
    const [node, now] = [await tree.focused(), regions(await tree.all())];
    assert.ok([...now.values()].every((words) => words.length <= SPOKEN), `too much is spoken: ${[...now.values()]}`);
    went.push([to, key, node.role, bare(node.name), state(node), spoken(told, now)]);
    told = now;
  }
  assert.deepEqual(went, WALK.map(([to, key, role, name, ...rest]) => [to, key, role, bare(name), ...rest]));
}, { init: clipboard }));

for (const [at, [name, lang]] of Object.entries(LANGUAGES).entries()) {
  test(`${lang}: what is promised has its role and its name`, () => openLocal(DESK, async (page) => {
    await page.evaluate((lang) => document.querySelector('jian-bao').setAttribute('lang', lang), lang);
    await page.waitForTimeout(REST);
    const nodes = (await (await accessibility(page)).all()).filter(({ ignored }) => !ignored);
    for (const row of NAMES) {
      const [role, wanted] = [row[0], row[at + 1]];
      const has = nodes.filter((node) => node.role === role && node.name === wanted);
      assert.equal(has.length, 1, `${name}: ${role} ${wanted}`);
    }
  }));
}

test('the headings are as the document has them', () => openLocal(DESK, async (page) => {
  await page.waitForTimeout(REST);
  const nodes = (await (await accessibility(page)).all()).filter(({ ignored, role }) => !ignored && role === 'heading');
  assert.deepEqual(nodes.slice(0, HEADINGS.length).map(({ level, name }) => [`${level}`, bare(name)]), HEADINGS.map(([level, name]) => [level, bare(name)]));
}));
