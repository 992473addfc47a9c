// Key presses in the widget itself: how long the page's main thread works for one, and whether the next frame shows the
// result.

/** How long a press is waited for, in milliseconds; nothing is asked of the page meanwhile, so that nothing else is measured. */
const WAIT = 150;

/**
 * Types the queries, character by character. Gives for each press the time of the processor that the main thread took, in
 * milliseconds, and of it the parts for scripts, and for style and layout.
 */
export async function press(inBrowser, plan, address, corpus, drawn) {
  const presses = [];
  const frames = [];
  await inBrowser(plan.budget * 5, async (browser) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${address}bench/press.html?corpus=/corpora/${corpus.name}.json`);
    await page.waitForFunction(() => globalThis.widget);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const worked = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name) => metrics.find((metric) => metric.name === name).value * 1_000;
      return [of('ThreadTime'), of('ScriptDuration'), of('RecalcStyleDuration') + of('LayoutDuration')];
    };
    const input = page.getByRole('combobox').first();
    for (const text of drawn.typed) {
      // A query that does not go on from the last begins anew; clearing the field is no press.
      if (text.length === 1) {
        frames.push(...(await page.evaluate(() => globalThis.frames)));
        await input.fill('');
        await page.waitForTimeout(WAIT);
        await page.evaluate(() => (globalThis.frames = []));
      }
      const before = await worked();
      await page.keyboard.insertText(text.at(-1));
      await new Promise((resolve) => setTimeout(resolve, WAIT));
      presses.push((await worked()).map((after, at) => after - before[at]));
    }
    frames.push(...(await page.evaluate(() => globalThis.frames)));
  });
  return { presses, next: frames.filter(Boolean).length, of: frames.length };
}
