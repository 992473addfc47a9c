// The custom element, without a word on where the widget's program and the bundled corpus come from: `element.js` fetches
// both, `standalone.js` carries both. It is JavaScript because wasm-bindgen cannot extend HTMLElement.

import { fetched, given, Missing } from './load.js';
import { Route } from './route.js';
import { follow, language, level, OBSERVED, routing } from './attributes.js';
import { withResolvers } from './settle.js';
import { warn } from './warn.js';

const SAYS = {
  en: 'The archive’s program could not be loaded.',
  'zh-Hans': '没能载入报库的程序。',
  'zh-Hant': '沒能載入報庫的程式。',
};
const PROGRESS = 100; // milliseconds between two numbers that the reader sees
const STALLED = 1000; // milliseconds after which they are told again, though nothing has come

/**
 * Defines `<jian-bao>`, unless the page has it already: the first definition stays.
 *
 * @param {() => Promise<typeof import('../jianbao.js').Widget>} start loads the widget's program
 * @param {() => URL | Promise<Uint8Array>} bundled the bundled corpus, or where it is
 */
export function defineElement(start, bundled) {
  if (customElements.get('jian-bao')) {
    warn('the element is already defined on this page; the first definition stays');
    return;
  }
  let program;
  const started = () => (program ??= start());

  /** A newspaper archive. `README.md` describes its attributes, properties, methods and events. */
  class JianBao extends HTMLElement {
    static observedAttributes = OBSERVED;

    #widget = null; // the mounted widget
    #mounting = null; // the promise of it; set from the first connection on, so that moving the element mounts nothing anew
    #inner = null; // the first node that is drawn
    #connected = withResolvers();
    #turn = 0; // counts the corpora asked for: the latest one wins, whichever arrives first
    #abort = null; // stops the fetching of the latest one
    #ready = withResolvers();
    #state = null; // what the reader has set
    #route = null;
    #prevented = false; // whether the page's script has kept an item closed
    #children = new MutationObserver(() => this.#scripted());

    constructor() {
      super();
      // A failure is shown and sent as an event; it is no unhandled rejection to a page that does not ask.
      this.#ready.promise.catch(() => {});
    }

    get ready() {
      return this.#ready.promise;
    }

    get query() {
      return this.#state?.query ?? this.getAttribute('query') ?? '';
    }

    set query(value) {
      reflect(this, 'query', value);
    }

    get filters() {
      return this.#state?.filters ?? this.getAttribute('filters') ?? '';
    }

    set filters(value) {
      reflect(this, 'filters', Array.isArray(value) ? value.join('; ') : value);
    }

    get view() {
      return this.#state?.view ?? this.getAttribute('view') ?? 'list';
    }

    set view(value) {
      reflect(this, 'view', value);
    }

    get headingLevel() {
      return level(this);
    }

    set headingLevel(value) {
      reflect(this, 'heading-level', value);
    }

    get compact() {
      return this.hasAttribute('compact');
    }

    set compact(value) {
      this.toggleAttribute('compact', Boolean(value));
    }

    async load(corpus) {
      await this.#show((...how) => [given(corpus, this.baseURI, ...how)]);
    }

    async search(text, options) {
      await this.ready;
      return this.#widget.search(text, options);
    }

    async open(uri) {
      await this.ready;
      this.#prevented = false;
      const wrong = this.#widget.set('open', String(uri));
      if (wrong) warn(wrong);
      return !wrong && !this.#prevented;
    }

    async close() {
      await this.ready;
      this.#widget.set('open');
    }

    connectedCallback() {
      if (this.#mounting) return;
      for (const name of UPGRADED) this.#upgrade(name);
      this.#mounting = this.#mount();
      this.#mounting.catch((error) => this.#failed(error));
      this.#connected.resolve();
      // One microtask later: a page that calls load() right after adding the element asks for that corpus only.
      queueMicrotask(() => {
        if (this.#turn === 0) this.#showOwn();
      });
      this.#children.observe(this, { childList: true });
    }

    // Moving an element disconnects and connects it in one go. Only one that stays away gives its memory back.
    disconnectedCallback() {
      setTimeout(() => {
        if (this.isConnected || !this.#widget) return;
        clearTimeout(this.#stalled);
        this.#abort?.abort();
        this.#route?.stop();
        this.#children.disconnect();
        this.#widget.destroy();
        this.#widget = this.#mounting = this.#route = this.#state = null;
        this.#connected = withResolvers();
        this.#turn = 0;
        this.#renew();
      });
    }

    // A style sheet that a script has made stays with the document that it was made for.
    adoptedCallback(_, page) {
      const root = this.shadowRoot;
      if (!root || !this.#sheet || !page.defaultView) return;
      const sheet = new page.defaultView.CSSStyleSheet();
      sheet.replaceSync([...this.#sheet.cssRules].map((rule) => rule.cssText).join('\n'));
      root.adoptedStyleSheets = [sheet];
    }

    #sheet = null;

    attributeChangedCallback(name, before, after) {
      if (!this.#widget) return; // read when it mounts
      if (name !== 'src') this.#take(name);
      else if (before !== after) this.#showOwn();
    }

    async #mount() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      // What stands in the element is seen until there is something to show in its place.
      root.replaceChildren(document.createElement('slot'));
      const Widget = await started();
      this.#widget = new Widget(root, (name, detail) => this.#told(name, detail));
      this.#sheet = root.adoptedStyleSheets[0];
      this.#inner = root.lastElementChild;
      this.#inner.hidden = this.#hasFallback();
      if (!this.#inner.hidden) this.#uncover();
      for (const name of OBSERVED) if (name !== 'src') this.#take(name);
      return this.#widget;
    }

    #hasFallback() {
      const seen = (node) => (node.nodeType === Node.TEXT_NODE ? node.data.trim() : !/^(script|template|style)$/i.test(node.nodeName));
      return [...this.childNodes].some((node) => node.nodeType !== Node.COMMENT_NODE && seen(node));
    }

    #uncover() {
      this.shadowRoot.querySelector('slot')?.remove();
      this.#inner.hidden = false;
    }

    #take(name) {
      if (name === 'routing') this.#follow();
      else follow(this, name, this.#widget, this.#inner);
    }

    #follow() {
      this.#route?.stop();
      // Before there is an archive no address can be followed; see `jianbao-ready`.
      const follows = routing(this) === 'hash' && this.#state?.isReady;
      this.#route = follows ? new Route(this, this.#state, this.#widget) : null;
      this.#widget.set('links', follows ? 'hash' : '');
    }

    /** What the widget tells; `false` keeps an item closed. */
    #told(name, detail) {
      if (name === 'retry') return void this.#showOwn();
      if (name === 'file') return void this.load(detail);
      if (name === 'state') {
        this.#state = { ...detail, isReady: this.#state?.isReady };
        return void this.#route?.tell(this.#state);
      }
      const settles = name === 'jianbao-ready' || name === 'jianbao-error';
      if (settles) this.#uncover();
      const event = new CustomEvent(name, { bubbles: true, composed: true, detail, cancelable: name === 'jianbao-open' });
      if (name === 'jianbao-results') this.#found(event);
      const passes = this.dispatchEvent(event);
      if (!passes) this.#prevented = true;
      if (name === 'jianbao-ready' && !this.#state.isReady) {
        this.#state.isReady = true;
        this.#follow();
      }
      if (settles) this.#ready.resolve();
      return passes;
    }

    // What was found is written out only for a script that reads it: on a key press nothing should be done for nobody.
    #found(event) {
      const { query, filters, sort, lang } = this.#state;
      const widget = this.#widget;
      let detail;
      const get = () => (detail ??= widget.search(query, { filters, sort, lang }));
      Object.defineProperty(event, 'detail', { get });
    }

    #showOwn() {
      this.#show((...how) => this.#own(how)).catch(() => {});
    }

    /**
     * @param {(progress: Function, signal: AbortSignal) => Promise<Promise<object>[]> | Promise<object>[]} get starts the
     * getting of the corpus' files
     */
    async #show(get) {
      const turn = (this.#coming = ++this.#turn);
      this.#abort?.abort();
      this.#abort = new AbortController();
      this.#widget?.renew();
      if (turn > 1) this.#renew();
      await this.#receive(turn, get);
      await this.ready;
    }

    // By itself, so that nothing holds the bytes any more once they have been read.
    async #receive(turn, get) {
      // Fetched while the program is loading.
      const coming = Promise.resolve(get(this.#progress(turn), this.#abort.signal)).then((files) => Promise.all(files));
      coming.catch(() => {}); // aborted: another corpus takes its place
      await this.#connected.promise;
      const widget = await this.#mounting;
      if (turn === this.#turn) {
        const files = await coming.catch(() => null);
        if (files && turn === this.#turn && widget === this.#widget) this.#hand(files);
      }
    }

    // The promise for the next corpus, unless the one before is still to come.
    #renew() {
      const { promise, isSettled } = this.#ready;
      if (!isSettled) return;
      this.#ready = withResolvers();
      promise.catch(() => {});
      this.#ready.promise.catch(() => {});
    }

    #hand(files) {
      this.#coming = 0;
      for (const file of files) {
        if (file instanceof Missing) this.#widget.miss(file.kind, file.detail);
        else this.#widget.add(file.name, file.bytes, file.total, file.address);
      }
      this.#widget.show();
    }

    #coming = 0; // the corpus whose files are on their way, by its turn
    #stalled = 0; // the timer that tells that nothing comes

    // Adds up what has come of all files, and shows it now and then; also that nothing comes, after which no time is foretold.
    #progress(turn) {
      let [read, total, at] = [0, 0, performance.now()];
      const tell = () => {
        // A copy of what comes may be counted when all is there.
        if (turn !== this.#coming) return;
        clearTimeout(this.#stalled);
        at = performance.now();
        this.#widget?.progress(read, total >= read && total ? total : undefined);
        this.#stalled = setTimeout(tell, STALLED);
      };
      return (more, all) => {
        read += more;
        total += all;
        if (performance.now() - at >= PROGRESS) tell();
      };
    }

    // The corpora of `src`, else the one inside the element, else the bundled one.
    async #own(how) {
      const names = this.getAttribute('src')?.split(/\s+/).filter(Boolean) ?? [];
      if (names.length) return names.map((name) => fetched(name, this.baseURI, ...how));
      await parsed();
      const inline = (this.#read = this.#script());
      if (inline) return [given(inline.textContent.trim(), this.baseURI, ...how)];
      const corpus = await bundled();
      if (corpus instanceof URL) return [fetched('corpus.json', corpus, ...how)];
      // One that a script carries has no place from which pictures could come.
      return [{ ...(await given(corpus)), address: 'about:blank' }];
    }

    #script() {
      return this.querySelector(':scope > script[type="application/json"]');
    }

    #read = null; // the script that was last there

    // A corpus that is put into the element later takes the place of what is shown.
    #scripted() {
      const script = this.#script();
      if (script && script !== this.#read && this.#turn && !this.getAttribute('src') && document.readyState !== 'loading') this.#showOwn();
      this.#read = script;
    }

    #failed(error) {
      const lang = language(this);
      const key = /^zh-(tw|hk|mo|hant)/i.test(lang) ? 'zh-Hant' : /^zh/i.test(lang) ? 'zh-Hans' : 'en';
      this.shadowRoot?.replaceChildren(SAYS[key]);
      console.error('jian-bao:', error);
      const detail = { message: `The archive’s program could not be loaded: ${error}` };
      this.dispatchEvent(new CustomEvent('jianbao-error', { bubbles: true, composed: true, detail }));
      this.#ready.reject(error);
    }

    // A property set before the element was defined hides the accessor of the class.
    #upgrade(name) {
      if (!Object.hasOwn(this, name)) return;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  // Properties that are their attribute.
  for (const name of ['src', 'theme', 'routing', 'parts']) {
    Object.defineProperty(JianBao.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(name);
      },
      set(value) {
        reflect(this, name, value);
      },
    });
  }
  customElements.define('jian-bao', JianBao);
}

const UPGRADED = ['src', 'view', 'theme', 'query', 'filters', 'routing', 'headingLevel', 'parts', 'compact'];

function reflect(element, name, value) {
  if (value == null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

// While the parser is inside the element, its children are not there yet.
function parsed() {
  if (document.readyState !== 'loading') return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}
