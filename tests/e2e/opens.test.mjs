import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { DESK, PHONE, openLocal, start, stop } from './harness.mjs';

before(start);
after(stop);

for (const [name, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
  test(`the page opens from a file, quiet and without a request, on a ${name}`, () =>
    openLocal(viewport, async (page) => {
      assert.equal(await page.title(), '剪报');
      const shadow = await page.evaluate(() => document.querySelector('jian-bao').shadowRoot?.mode);
      assert.equal(shadow, 'open');
      assert.equal(await page.locator('jian-bao .root').count(), 1);
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= room, `the page is ${wide} px wide in a window of ${room} px`);
    }));
}

test('moving the element in the page does not mount it anew', () =>
  openLocal(DESK, async (page) => {
    const same = await page.evaluate(async () => {
      const element = document.querySelector('jian-bao');
      const before = element.shadowRoot.querySelector('.root');
      document.body.append(document.createElement('main'));
      document.querySelector('main').append(element);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return before !== null && before === element.shadowRoot.querySelector('.root');
    });
    assert.ok(same);
  }));

test('an element that is taken out and put in again later starts anew', () =>
  openLocal(DESK, async (page) => {
    const roots = await page.evaluate(async () => {
      const element = document.querySelector('jian-bao');
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      const without = element.shadowRoot.querySelectorAll('.root').length;
      document.body.append(element);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [without, element.shadowRoot.querySelectorAll('.root').length];
    });
    assert.deepEqual(roots, [0, 1]);
  }));
