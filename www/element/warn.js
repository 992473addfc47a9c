// What a page's author should know, and a reader need not: each sentence once.

const said = new Set();

/** @param {string} sentence */
export function warn(sentence) {
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(`jian-bao: ${sentence}`);
}
