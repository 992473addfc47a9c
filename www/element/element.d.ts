/** The custom element `<jian-bao>`: a newspaper archive. Importing this module defines it. */
export interface JianBaoElement extends HTMLElement {
  /** URL of a corpus; without it a child `<script type="application/json">`, else the bundled corpus. */
  src: string | null;
  /** `light`, `dark` or `auto`. */
  theme: string | null;
  /** What is searched for at first; setting it searches anew. */
  query: string | null;
  /** Settles when the first corpus has been handed to the widget; rejects where the widget itself cannot start. */
  readonly ready: Promise<void>;
  /** Shows another corpus: a URL, JSON text, a parsed corpus, bytes, or a file. */
  load(corpus: string | URL | object | BufferSource | Blob): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    'jian-bao': JianBaoElement;
  }
}
