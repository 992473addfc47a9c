// Bad corpora: a clear sentence with the place and the remedy, what can be read is shown, and text never becomes markup.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, openLocal, settled, start, stop } from './harness.mjs';

before(start);
after(stop);

const load = (page, corpus) => page.evaluate(async text => {
  const element = document.querySelector('jian-bao');
  await element.load(text).catch(() => {});
}, typeof corpus === 'string' ? corpus : JSON.stringify(corpus));
const shown = async page => (await page.locator('[part~="root"]').innerText()).replace(/\s+/g, ' ');
const item = (uri, more = {}) => ({ uri, type: 'text', language: 'zh-Hans', headlines: [{ role: 'main', value: `标题${uri}` }],
  bodies: [{ role: 'main', contentType: 'text/plain', value: '正文一段。' }], eventDate: '2025-03-14', ...more });

test('what is not JSON is refused with line and column', () => openLocal(DESK, async page => {
  await load(page, '{"items": [\n  {"uri": oops}\n]}');
  const text = await shown(page);
  assert.match(text, /没能读取报库/);
  assert.match(text, /第 ?2 ?行/);
}));

test('an HTML page in place of a corpus is named as one', () => openLocal(DESK, async page => {
  await load(page, '<!doctype html><title>404</title>');
  assert.match(await shown(page), /得到的是网页，不是报库文件/);
}));

test('a file cut short says so', () => openLocal(DESK, async page => {
  await load(page, '{"title": "报", "items": [{"uri": "a", "headl');
  assert.match(await shown(page), /没能读取报库.*不完整/);
}));

test('a corpus of the wrong shape says what was expected where', () => openLocal(DESK, async page => {
  await load(page, { items: { a: 1 } });
  assert.match(await shown(page), /\/items/);
}));

test('an empty corpus says that there is nothing in it', () => openLocal(DESK, async page => {
  await load(page, { title: '空', items: [] });
  assert.match(await shown(page), /没能读取报库/);
}));

test('a bad item is left out with a word about it, and the rest can be read', () => openLocal(DESK, async page => {
  await load(page, { title: '报', items: [item('a'), { ...item('b'), headlines: 5 }, item('a'), item('c', { eventDate: '2025-13-40' })] });
  assert.equal(await page.getByRole('article').count(), 2);
  const text = await shown(page);
  assert.match(text, /3 ?处/);
}));

test('script in every text field stays text', () => openLocal(DESK, async page => {
  const evil = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">';
  await load(page, { title: evil, note: evil, items: [item('a', { slugline: evil, headlines: ['kicker', 'main', 'subhead', 'printed']
    .map(role => ({ role, value: evil })), bodies: [{ role: 'main', value: evil }], descriptions: [{ role: 'summary', value: evil }],
    by: evil, located: evil, dateline: evil, printSection: evil, printPage: evil, printEdition: evil, people: [{ name: evil, jobTitle: evil }],
    organisations: [{ name: evil }], places: [{ name: evil }], subjects: [{ name: evil }], figures: [{ value: 1, unit: evil, label: evil }],
    infoSources: [{ role: 'publisher', name: evil }], associations: [{ uri: 'p', name: evil, type: 'picture', descriptions: [{ role: 'caption', value: evil }] }] })] });
  await page.getByRole('combobox', { name: '检索' }).fill('script');
  await page.getByRole('article').getByRole('button').first().click();
  await settled(page);
  assert.ok((await page.locator('[part~="body"]').innerText()).includes('<script>'));
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.evaluate(() => document.querySelector('jian-bao').shadowRoot.querySelectorAll('script, img').length), 0);
}));

test('50 MB are read, and a search in them answers', () => openLocal(DESK, async page => {
  const body = '甲乙丙丁戊己庚辛壬癸'.repeat(330);
  await page.evaluate(async body => {
    const items = Array.from({ length: 5000 }, (_, index) => ({ uri: `urn:${index}`, headlines: [{ role: 'main', value: `第${index}篇` }],
      bodies: [{ role: 'main', value: body + index }], eventDate: new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10) }));
    await document.querySelector('jian-bao').load(JSON.stringify({ title: '大库', items }));
  }, body);
  await page.getByRole('status').filter({ hasText: '5,000' }).waitFor({ timeout: 60_000 });
  await page.getByRole('combobox', { name: '检索' }).fill('第4321篇');
  await page.getByRole('status').filter({ hasText: /命中\s*1\s*篇/ }).waitFor({ timeout: 60_000 });
}));
