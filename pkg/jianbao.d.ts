/* tslint:disable */
/* eslint-disable */
/** The facets. */
export type FacetName = 'section' | 'subject' | 'person' | 'organisation' | 'place' | 'page' | 'newspaper';

/** What is asked beside the query's text. An option that is not known or makes no sense throws a `TypeError`. */
export interface SearchOptions {
    /** How many hits at most: 20 unless told. */
    limit?: number | null;
    /** How many hits are passed over first. */
    offset?: number | null;
    /** `relevance` unless told; ties: newest first. */
    sort?: 'relevance' | 'newest' | 'oldest' | null;
    /** Conditions in one line, `section:台商区; -subject:消防; date:2025-03`, or a list of such texts. */
    filters?: string | string[] | null;
    /** First day: 2025, 2025-03 or 2025-03-14. */
    from?: string | null;
    /** Last day, inclusive, written likewise. */
    to?: string | null;
    /** Whether items with a fuzzy date are taken in: true unless told. */
    approximate?: boolean | null;
    /** Which facets are counted: all unless told. */
    facets?: boolean | FacetName[] | null;
    /** Whether items are counted over time: true unless told. */
    histogram?: boolean | null;
    /** The language of headlines and snippets (BCP 47): the corpus' own unless told. */
    lang?: string | null;
}

/** A text with the places where the query matches. */
export interface MarkedText {
    text: string;
    /** `[start, end)` in UTF-16 units, so that `text.slice(start, end)` is what was found; ascending and apart. */
    marks: [number, number][];
    /** BCP 47. */
    language: string;
}

export interface Hit {
    uri: string;
    /** 0 where there are no words to rank by. */
    score: number;
    /** EDTF, as the corpus has it. */
    date: string | null;
    /** `possible` where a date was asked for and the item's is fuzzy. */
    dateMatch: 'certain' | 'possible';
    headline: MarkedText;
    /** The passage that shows why it was found. */
    snippet: MarkedText;
}

export interface FacetValue {
    value: string;
    /** How many items would be found with it: a facet's own choices do not narrow its own counts. */
    count: number;
    selected: boolean;
    excluded: boolean;
}

/** Items over time. The range asked for does not narrow it. */
export interface Histogram {
    unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
    /** Bins that hold an item of the archive: their first day, how many items were found, how many are held. */
    bins: { start: string; count: number; held: number }[];
    /** Found items whose fuzzy span is wider than a bin. */
    approximate: { from: string; to: string; count: number }[];
    /** Found items without a date. */
    undated: number;
}

/** The answer to a query. */
export interface Results {
    query: string;
    /** The query as it was understood, in the query language. */
    understood: string;
    total: number;
    /** How many of them surely lie in the date range. */
    certain: number;
    tookMs: number;
    hits: Hit[];
    /** Facets that were not asked for are not there. */
    facets: { [facet in FacetName]?: FacetValue[] };
    /** `null` where it was not asked for. */
    histogram: Histogram | null;
}



/**
 * A corpus read into memory, ready to be searched.
 */
export class Archive {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Reads a corpus (JSON in UTF-8). Bad items are left out, and told by `problems`. The bytes are not copied: items are
     * read from them again when they are found, so they should not be changed.
     *
     * # Errors
     * An `Error` where nothing can be read, with the place and the remedy; a `TypeError` where these are no bytes.
     */
    static fromBytes(bytes: Uint8Array | ArrayBuffer): Archive;
    /**
     * Searches. Every text is a query.
     *
     * # Errors
     * A `TypeError` that names the option that is wrong, and what it should be.
     */
    search(text: string, options?: SearchOptions): Results;
    /**
     * How many items it holds.
     */
    readonly length: number;
    /**
     * What had to be left out, each in one sentence.
     */
    readonly problems: string[];
}

/**
 * One archive in a page.
 */
export class Widget {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Takes a file of the corpus that is to be shown: its name, where it has one, and its bytes. For one that broke off,
     * `total` says how many bytes it should have, where that is known, and 0 where it is not.
     * Pictures are asked for only from where `address` is, without one from where the page is.
     */
    add(name: string, bytes: Uint8Array, total?: number | null, address?: string | null): void;
    /**
     * Takes the widget out of its shadow root.
     */
    destroy(): void;
    /**
     * Takes note that a file of the corpus did not come: of the kind `http` with status and address as detail; with the
     * address alone `network`, `elsewhere` (another site, which may not allow it) or `address` (it is none).
     */
    miss(kind: string, detail: string): void;
    /**
     * Mounts a widget into an open shadow root. It shows that it is reading until [`show`](Self::show) is called.
     *
     * `tell(name, detail)` is called with `jianbao-ready`, `jianbao-error`, `jianbao-results`, `jianbao-open` (`false` keeps
     * the item closed) and `jianbao-close`, to be sent as events (what was found the element asks for, where a script reads it); with `state` when the reader has set something; with
     * `retry` and `file` when the reader asks for the corpus again or gives one.
     *
     * # Errors
     * Where the browser lacks constructable style sheets.
     */
    constructor(root: ShadowRoot, tell: Function);
    /**
     * Shows how many bytes of the corpus have come, and of how many where that is known.
     */
    progress(read: number, total?: number | null): void;
    /**
     * Takes note that another corpus is on its way: what is being read will not be shown.
     */
    renew(): void;
    /**
     * Searches what is shown.
     *
     * # Errors
     * A `TypeError` where an option is wrong, an `Error` where there is nothing to search.
     */
    search(text: any, options: any): any;
    /**
     * Sets what an attribute of the element or an address says: `lang` (BCP 47), `heading` (1 to 6), `links` (whether
     * items have addresses), `query`, `filters`,
     * `sort`, `view` (`list`, `timeline`, `edition`), `zoom` with the days that the view of time shows (`2011-03..2012-06`),
     * `page` with the uri of an item on it,
     * `card` (`about`, or a facet and its value: `person:谢宏坤`), or `open` with a uri. What is absent is set back. Gives a line for each part of a value that makes no
     * sense, and is left out.
     */
    set(name: string, value?: string | null): string | undefined;
    /**
     * Reads the files taken, and shows them as one archive. Of a large one the reader sees how far reading is, and can stop
     * it: then what has been read is shown.
     */
    show(): void;
    /**
     * The uri of an item, by the number that stands in the `data-id` of what opens it; empty where there is none.
     */
    uri(id: number): string;
}

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_archive_free: (a: number, b: number) => void;
    readonly __wbg_widget_free: (a: number, b: number) => void;
    readonly archive_fromBytes: (a: any) => [number, number, number];
    readonly archive_length: (a: number) => number;
    readonly archive_problems: (a: number) => any;
    readonly archive_search: (a: number, b: any, c: any) => [number, number, number];
    readonly widget_add: (a: number, b: number, c: number, d: any, e: number, f: number, g: number) => void;
    readonly widget_destroy: (a: number) => void;
    readonly widget_miss: (a: number, b: number, c: number, d: number, e: number) => void;
    readonly widget_new: (a: any, b: any) => [number, number, number];
    readonly widget_progress: (a: number, b: number, c: number) => void;
    readonly widget_renew: (a: number) => void;
    readonly widget_search: (a: number, b: any, c: any) => [number, number, number];
    readonly widget_set: (a: number, b: number, c: number, d: number, e: number) => [number, number];
    readonly widget_show: (a: number) => void;
    readonly widget_uri: (a: number, b: number) => [number, number];
    readonly wasm_bindgen__convert__closures_____invoke__h586e99a52791bd36: (a: number, b: number, c: any, d: any) => void;
    readonly wasm_bindgen__convert__closures_____invoke__h6979f253827b2c0c: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen__convert__closures________invoke__h3a947cd1251d77b5: (a: number, b: number, c: any) => void;
    readonly wasm_bindgen__convert__closures________invoke__h4cf2dd054bf88670: (a: number, b: number, c: any) => void;
    readonly wasm_bindgen__convert__closures_____invoke__h66ceecc71a961564: (a: number, b: number, c: any) => void;
    readonly wasm_bindgen__convert__closures_____invoke__h9fb76ad28e70998c: (a: number, b: number, c: any) => void;
    readonly wasm_bindgen__convert__closures_____invoke__h9feaecb9090d0c29: (a: number, b: number) => void;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __externref_drop_slice: (a: number, b: number) => void;
    readonly __wbindgen_destroy_closure: (a: number, b: number) => void;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
