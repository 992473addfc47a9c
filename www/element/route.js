// What the reader sees, in the fragment of the page's address: `#jianbao=q=…,f=…`, or under the element's own id.
//
// A fragment is taken as parts joined by `&`. A widget reads and writes the part that begins with its key, and leaves the
// others as they are: they belong to the page, or to another widget. Values are percent-encoded, so `&`, `,` and `=` part
// them. A state as the element began with it has no part.

import { warn } from './warn.js';

const SHORT = { query: 'q', filters: 'f', sort: 's', view: 'v', zoom: 'z', page: 'p', open: 'o', card: 'c' };
const PAUSE = 250; // milliseconds: what is dragged is one entry of the history
const TYPING = 5000; // milliseconds: a query that is typed on is, too

/** @returns {Record<string, string> | null} the state under a key in the page's address */
export function read(key) {
  const part = parts().find((part) => part.startsWith(`${key}=`));
  if (part === undefined) return null;
  const state = {};
  for (const pair of part.slice(key.length + 1).split(',')) {
    const [short, value = ''] = pair.split('=');
    const name = Object.keys(SHORT).find((name) => SHORT[name] === short);
    if (name) state[name] = decoded(value);
  }
  return state;
}

/** The page's address with a state under a key; without it where the state is empty. */
export function address(key, state) {
  const pairs = Object.entries(SHORT).flatMap(([name, short]) =>
    state[name] ? [`${short}=${encodeURIComponent(state[name])}`] : [],
  );
  const others = parts().filter((part) => !part.startsWith(`${key}=`));
  const all = pairs.length ? [...others, `${key}=${pairs.join(',')}`] : others;
  const fragment = all.length ? `#${all.join('&')}` : '';
  return location.href.replace(/#.*$/, '') + fragment;
}

function parts() {
  return location.hash.slice(1).split('&').filter(Boolean);
}

// What a person has broken in the address is taken as it stands.
function decoded(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const text = (value) => String(value ?? '');

// One widget for each key: two that wrote under one would take turns in undoing what the other did.
const taken = new Set();

// The page's own part of the fragment.
function others() {
  return parts()
    .filter((part) => !taken.has(part.split('=')[0]))
    .join('&');
}

/** Keeps a widget and the page's address in step, until it is stopped. */
export class Route {
  #key;
  #initial; // the state that has no part in the address
  #bare = null; // the page's own fragment with which that state was seen
  #state; // what was last read or told
  #written; // what the address says
  #typed = 0; // when typing was last written, in milliseconds
  #timer = 0;
  #restoration = ''; // as the page had it when the widget last asked for another
  #widget;
  #root;
  #follow = () => this.#read();
  #drawn = new MutationObserver(() => this.#link());

  /**
   * @param {HTMLElement} element its id is the key in the address; without one it is `jianbao`
   * @param {Record<string, unknown>} initial the state that its attributes ask for
   * @param {import('../jianbao.js').Widget} widget
   */
  constructor(element, initial, widget) {
    this.#key = encodeURIComponent(element.id || 'jianbao');
    if (taken.has(this.#key)) {
      warn(`two elements with routing="hash" stand under ${this.#key} in the address: give each an id of its own`);
    }
    taken.add(this.#key);
    this.#initial = this.#state = this.#written = initial;
    this.#widget = widget;
    this.#root = element.shadowRoot;
    addEventListener('popstate', this.#follow);
    addEventListener('hashchange', this.#follow);
    this.#drawn.observe(this.#root, { childList: true, subtree: true, attributeFilter: ['data-id'] });
    if (read(this.#key)) this.#read();
    else this.#bare = others();
  }

  stop() {
    clearTimeout(this.#timer);
    taken.delete(this.#key);
    this.#drawn.disconnect();
    removeEventListener('popstate', this.#follow);
    removeEventListener('hashchange', this.#follow);
  }

  /** Is told of each state: an item that is opened or closed is written at once, the rest when the reader pauses. */
  tell(state) {
    const pause = text(state.open) === text(this.#state.open) ? PAUSE : 0;
    this.#state = state;
    this.#link();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), pause);
  }

  #href(other) {
    return address(this.#key, this.#short({ ...this.#state, ...other }));
  }

  // Gives each link its address, which holds all that the reader has set.
  #link() {
    for (const link of this.#root.querySelectorAll('a[data-id]')) {
      const href = this.#href({ open: this.#widget.uri(Number(link.dataset.id)) });
      if (link.href !== href) link.href = href;
    }
  }

  #write() {
    const url = this.#href();
    if (url === location.href) return;
    const onlyIn = (changed) =>
      Object.keys(SHORT).every((name) => name === changed || text(this.#state[name]) === text(this.#written[name]));
    const typing = onlyIn('query');
    // What is zoomed is seen from nearer or farther; Back leads to what was seen before it.
    const goesOn = onlyIn('zoom') || (typing && Date.now() - this.#typed < TYPING);
    const leaves = this.#leavesList();
    this.#typed = typing ? Date.now() : 0;
    this.#written = this.#state;
    try {
      if (goesOn) history.replaceState(history.state, '', url);
      else this.#push(url, leaves);
    } catch {
      // A page whose address may not be changed, such as one in a sandbox, goes on without.
    }
  }

  // Adds an entry to the history. Where the widget itself leads back to what the entry before it showed (`own`), the browser
  // must not: what it keeps is where the page was after the change, and it would scroll there when the list is back.
  #push(url, own) {
    const restoration = history.scrollRestoration;
    if (own) {
      this.#restoration = restoration;
      history.scrollRestoration = 'manual';
    }
    history.pushState(history.state, '', url);
    history.scrollRestoration = restoration;
  }

  // Whether a list gives way to an article or to another view. The widget leads back to its place by itself.
  #leavesList() {
    const [now, was] = [this.#state, this.#written];
    return was.view !== 'edition' && !was.open && (Boolean(now.open) || text(now.view) !== text(was.view));
  }

  // Without what the element began with. What it began with and is no more has to be said: as a blank.
  #short(state) {
    const changed = Object.keys(SHORT).filter((name) => text(state[name]) !== text(this.#initial[name]));
    return Object.fromEntries(changed.map((name) => [name, text(state[name]) || ' ']));
  }

  // Back, Forward, a link, or the page's own script.
  #read() {
    const state = read(this.#key);
    // Another fragment of the page's own, such as a link to a heading, is no reason to forget what the reader has set.
    if (!state && others() !== this.#bare) return;
    clearTimeout(this.#timer);
    const shown = { ...this.#initial };
    for (const name of Object.keys(state ?? {})) shown[name] = state[name].trim();
    this.#state = this.#written = shown;
    for (const name of Object.keys(SHORT)) this.#widget.set(name, text(shown[name]));
    this.#link();
    // What was said of this entry has had its effect; whoever comes back from another page finds it as the page has it.
    if (this.#restoration) setTimeout(() => { history.scrollRestoration = this.#restoration; }, PAUSE);
  }
}
