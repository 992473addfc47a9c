import type { Results, SearchOptions } from './jianbao.js';

/** The custom element `<jian-bao>`: a newspaper archive. Importing this module defines it. */
export interface JianBaoElement extends HTMLElement {
  /** Addresses of corpora, parted by blanks; without it a child `<script type="application/json">`, else the bundled corpus. */
  src: string | null;
  /** `list`, `timeline` or `edition`; follows the reader. Setting it sets the attribute, and shows the archive so. */
  get view(): string;
  set view(value: string | null);
  /** `light`, `dark` or `auto`. */
  theme: string | null;
  /** What is searched for; follows the reader. Setting it sets the attribute, and searches anew. */
  get query(): string;
  set query(value: string | null);
  /** Conditions, as `section:台商区; date:2025-03`; follows the reader. Setting it sets the attribute, and searches anew. */
  get filters(): string;
  set filters(value: string | string[] | null);
  /** `none`, or `hash`: what the reader has set stands in the page's address. */
  routing: string | null;
  /** The level of the first heading, from 1 to 6. */
  get headingLevel(): number;
  set headingLevel(value: number | null);
  /** Which parts are shown, parted by blanks: all unless told. */
  parts: string | null;
  /** For a narrow column: less furniture, a capped height, a scroll of its own. */
  compact: boolean;
  /** Settles when the corpus asked for, or why there is none, is shown; rejects where the widget itself cannot start. */
  readonly ready: Promise<void>;
  /** Searches, as soon as there is a corpus. Rejects where an option is wrong, or there is nothing to search. */
  search(text: string, options?: SearchOptions): Promise<Results>;
  /** Shows another corpus: a URL, JSON text, a parsed corpus, bytes, or a file. Settles when it, or why not, is shown. */
  load(corpus: string | URL | object | BufferSource | Blob): Promise<void>;
  /** Opens an item; whether it was opened. */
  open(uri: string): Promise<boolean>;
  /** Closes the item that is open. */
  close(): Promise<void>;
}

/** The element's events. All bubble, also out of shadow roots. */
export interface JianBaoEventMap {
  /** A corpus can be read; `problems` says what had to be left out of it, a sentence each. */
  'jianbao-ready': CustomEvent<{ items: number; problems: string[] }>;
  /** The reader, or the page, has searched. */
  'jianbao-results': CustomEvent<Results>;
  /** An item is about to be opened; `preventDefault()` keeps it closed. */
  'jianbao-open': CustomEvent<{ uri: string }>;
  /** An item has been closed. */
  'jianbao-close': CustomEvent<{ uri: string }>;
  /** Nothing can be read: one English sentence with the place and the remedy. */
  'jianbao-error': CustomEvent<{ message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'jian-bao': JianBaoElement;
  }
  interface HTMLElementEventMap extends JianBaoEventMap {}
}
