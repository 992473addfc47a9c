// What the widget prints, for the end-to-end tests: caught on its way to the printer, and laid out as a PDF.
// JIANBAO_PAPER names a folder in which the PDFs are kept, to be looked at.

import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';

/** What a frame prints is told to the page around it. */
export const printer = () => {
  globalThis.print = () => {
    const styles = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n');
    globalThis.top.printed = { framed: globalThis !== globalThis.top, html: document.documentElement.outerHTML, styles, title: document.title };
    dispatchEvent(new Event('afterprint'));
  };
};

/** The sheets of paper on which what was printed comes out, as a PDF. */
export async function paper(page, format) {
  const { framed, html, styles } = await page.evaluate(() => globalThis.printed);
  assert.equal(framed, true, 'a frame of its own is printed');
  const other = await page.context().newPage();
  await other.setContent(html.replace('<head>', `<!doctype html><head><style>${styles}</style>`));
  await other.emulateMedia({ media: 'print' });
  const text = await other.locator('body').innerText();
  const pdf = await other.pdf({ format, preferCSSPageSize: false });
  if (process.env.JIANBAO_PAPER) await fs.writeFile(path.join(process.env.JIANBAO_PAPER, `${format}-${Date.now()}.pdf`), pdf);
  await other.close();
  return { text, sheets: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length };
}
