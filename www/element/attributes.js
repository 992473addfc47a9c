// What the element's attributes mean. A value that makes no sense is told to the page's author, and the widget goes on.

import { warn } from './warn.js';

/** All attributes that are followed. */
export const OBSERVED = [
  'src', 'lang', 'view', 'theme', 'query', 'filters', 'routing', 'heading-level', 'parts', 'compact',
];

// The first value of each is what an absent attribute means.
const VIEWS = ['list', 'timeline', 'edition'];
const THEMES = ['auto', 'light', 'dark'];
const ROUTINGS = ['none', 'hash'];
const LEVELS = ['2', '1', '3', '4', '5', '6'];
const PARTS = ['masthead', 'tools', 'search', 'examples', 'views', 'timeline', 'facets', 'sort', 'chips', 'footer'];

/**
 * Follows an attribute, but for `src` and `routing`, which need more than the widget.
 *
 * @param {HTMLElement} element
 * @param {string} name
 * @param {import('../jianbao.js').Widget} widget
 * @param {HTMLElement} inner the node around the widget
 */
export function follow(element, name, widget, inner) {
  const value = element.getAttribute(name) ?? undefined;
  switch (name) {
    case 'lang':
      if (value && !/^(zh|en)\b/i.test(value)) warn(`lang="${value}" is none of zh-Hans, zh-Hant, en: English is taken`);
      widget.set(name, language(element));
      break;
    case 'view':
      widget.set(name, oneOf(element, name, VIEWS));
      break;
    case 'theme': // the style sheet itself follows it
      oneOf(element, name, THEMES);
      break;
    case 'query':
      widget.set(name, value);
      break;
    case 'filters':
      for (const wrong of widget.set(name, value)?.split('\n') ?? []) warn(`filters: ${wrong}`);
      break;
    case 'heading-level':
      widget.set('heading', oneOf(element, name, LEVELS));
      break;
    case 'parts':
      inner.dataset.parts = parts(value).join(' ');
      break;
    case 'compact':
      inner.toggleAttribute('data-compact', value !== undefined);
  }
}

/** The language of the page where the element stands, across shadow roots; the browser's where no one says. */
export function language(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const said = node.closest('[lang]:not([lang=""])');
    if (said) return said.lang;
  }
  return navigator.language;
}

/** `none` or `hash`. */
export function routing(element) {
  return oneOf(element, 'routing', ROUTINGS);
}

/** The level of the widget's first heading, from 1 to 6. */
export function level(element) {
  const value = element.getAttribute('heading-level');
  return Number(LEVELS.includes(value) ? value : LEVELS[0]);
}

function oneOf(element, name, valid) {
  const value = element.getAttribute(name)?.trim().toLowerCase();
  if (!value || valid.includes(value)) return value || valid[0];
  warn(`${name}="${value}" is none of ${valid.join(', ')}: ${valid[0]} is taken`);
  return valid[0];
}

function parts(value = '') {
  const asked = value.split(/[\s,]+/).filter(Boolean);
  const known = asked.filter((part) => PARTS.includes(part));
  const unknown = asked.filter((part) => !PARTS.includes(part));
  if (unknown.length) warn(`parts: ${unknown.join(', ')} is none of ${PARTS.join(', ')}`);
  return known.length ? known : PARTS;
}
