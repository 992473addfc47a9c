// The custom element, without a word on where the widget's program and the bundled corpus come from: `element.js` fetches
// both, `standalone.js` carries both. It is JavaScript because wasm-bindgen cannot extend HTMLElement.

const SAYS = {
  en: 'The archive’s program could not be loaded.',
  'zh-Hans': '没能载入报库的程序。',
  'zh-Hant': '沒能載入報庫的程式。',
};

/**
 * Defines `<jian-bao>`, unless the page has it already: the first definition stays.
 *
 * @param {() => Promise<typeof import('./jianbao.js').Widget>} start loads the widget's program
 * @param {() => Promise<Uint8Array>} bundled gives the bundled corpus
 */
export function defineElement(start, bundled) {
  if (customElements.get('jian-bao')) {
    console.warn('jian-bao is already defined on this page; the first definition stays.');
    return;
  }
  let program;
  const started = () => (program ??= start());

  /**
   * A newspaper archive.
   *
   * @attr src - URL of a corpus; without it a child `<script type="application/json">`, else the bundled corpus
   * @attr lang - the interface's language; without it the page's, else the browser's
   * @attr theme - `light`, `dark` or `auto`
   * @attr query - what is searched for at first; setting it searches anew
   */
  class JianBao extends HTMLElement {
    static observedAttributes = ['src', 'lang', 'theme', 'query'];

    #widget = null; // the mounted widget
    #mounting = null; // the promise of it; set from the first connection on, so that moving the element mounts nothing anew
    #turn = 0; // counts the corpora asked for: the latest one wins, whichever arrives first
    #ready = withResolvers();

    constructor() {
      super();
      // A failure is shown and sent as an event; it is no unhandled rejection to a page that does not ask.
      this.#ready.promise.catch(() => {});
    }

    /** Settles when the first corpus has been handed to the widget; rejects where the widget itself cannot start. */
    get ready() {
      return this.#ready.promise;
    }

    /**
     * Shows another corpus. What cannot be read is shown in the widget, and sent as `jianbao-error`.
     *
     * @param {string|URL|object|BufferSource|Blob} corpus a URL, JSON text, a parsed corpus, bytes, or a file
     * @returns {Promise<void>} settles when the corpus is shown, or another was asked for meanwhile
     */
    async load(corpus) {
      await this.#show(() => bytesOf(corpus));
    }

    connectedCallback() {
      if (this.#mounting) return;
      for (const name of ['src', 'theme', 'query']) this.#upgrade(name);
      this.#mounting = this.#mount();
      this.#mounting.catch((error) => this.#failed(error));
      // One microtask later: a page that calls load() right after adding the element asks for that corpus only.
      queueMicrotask(() => {
        if (this.#turn === 0) this.#show(() => this.#own()).catch(() => {});
      });
    }

    // Moving an element disconnects and connects it in one go. Only one that stays away gives its memory back.
    disconnectedCallback() {
      setTimeout(() => {
        if (this.isConnected || !this.#widget) return;
        this.#widget.destroy();
        this.#widget = this.#mounting = null;
        this.#turn = 0;
      });
    }

    attributeChangedCallback(name, before, after) {
      if (!this.#widget) return; // read when it mounts
      if (name !== 'src') this.#widget.set(name, name === 'lang' ? this.#language() : after);
      else if (before !== after) this.#show(() => this.#own()).catch(() => {});
    }

    async #mount() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      const Widget = await started();
      root.replaceChildren();
      const retry = () => this.#show(() => this.#own()).catch(() => {});
      this.#widget = new Widget(root, { lang: this.#language(), query: this.getAttribute('query'), retry });
      return this.#widget;
    }

    async #show(get) {
      const turn = ++this.#turn;
      // Fetched while the program is loading. `got` never rejects: what fails is told to the widget, once there is one.
      const got = get().catch((error) => (error instanceof Unread ? error : new Unread('network', String(error))));
      const widget = await (this.#mounting ?? this.#connected());
      const corpus = await got;
      if (turn !== this.#turn || widget !== this.#widget) return;
      if (corpus instanceof Unread) widget.fail(corpus.kind, corpus.message);
      else widget.load(corpus);
      this.#ready.resolve();
    }

    // A corpus given before the element is in the page waits for that.
    async #connected() {
      while (!this.#mounting) await new Promise((resolve) => requestAnimationFrame(resolve));
      return this.#mounting;
    }

    async #own() {
      const src = this.getAttribute('src');
      if (src) return fetched(new URL(src, this.baseURI));
      await parsed();
      const inline = this.querySelector(':scope > script[type="application/json"]');
      return inline ? bytesOf(inline.textContent.trim()) : bundled();
    }

    #language() {
      for (let node = this; node; node = node.getRootNode().host) {
        const said = node.closest('[lang]:not([lang=""])');
        if (said) return said.lang;
      }
      return navigator.language;
    }

    #failed(error) {
      const lang = this.#language();
      const key = /^zh-(tw|hk|mo|hant)/i.test(lang) ? 'zh-Hant' : /^zh/i.test(lang) ? 'zh-Hans' : 'en';
      this.shadowRoot?.replaceChildren(SAYS[key]);
      console.error('jian-bao:', error);
      const detail = { kind: 'program', detail: String(error) };
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

  for (const name of ['src', 'theme', 'query']) {
    Object.defineProperty(JianBao.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(name);
      },
      set(value) {
        if (value == null) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
  customElements.define('jian-bao', JianBao);
}

// Why no bytes came: `http` (the server's answer) or `network`.
class Unread extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/** @returns {Promise<Uint8Array>} the bytes of a URL; rejects with the reason as the widget's `fail` takes it */
export async function fetched(url) {
  let answer;
  try {
    answer = await fetch(url);
  } catch {
    throw new Unread('network', String(url));
  }
  if (!answer.ok) throw new Unread('http', `${answer.status} ${url}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function bytesOf(corpus) {
  if (corpus instanceof Uint8Array) return corpus;
  if (corpus instanceof ArrayBuffer) return new Uint8Array(corpus);
  if (ArrayBuffer.isView(corpus)) return new Uint8Array(corpus.buffer, corpus.byteOffset, corpus.byteLength);
  if (corpus instanceof Blob) return new Uint8Array(await corpus.arrayBuffer());
  if (corpus instanceof URL) return fetched(corpus);
  if (typeof corpus !== 'string') return new TextEncoder().encode(JSON.stringify(corpus));
  // No URL begins like JSON, or like the HTML that a server sends in its place.
  return /^\s*[[{<]/.test(corpus) ? new TextEncoder().encode(corpus) : fetched(new URL(corpus, document.baseURI));
}

// While the parser is inside the element, its children are not there yet.
function parsed() {
  if (document.readyState !== 'loading') return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
