// What a page's author should know, and a reader need not: each sentence once.

const said = new Set();

/** @param {string} sentence */
export function warn(sentence) {
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(`jian-bao: ${sentence}`);
}

/**
 * An attribute's value, if it is one of those that it may have; else the first of these, and a warning.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string[]} valid the first one is what an absent attribute means
 */
export function oneOf(element, name, valid) {
  const value = element.getAttribute(name)?.trim().toLowerCase();
  if (!value || valid.includes(value)) return value || valid[0];
  warn(`${name}="${value}" is none of ${valid.join(', ')}: ${valid[0]} is taken`);
  return valid[0];
}
