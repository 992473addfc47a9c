/* tslint:disable */
/* eslint-disable */

/**
 * One archive in a page.
 */
export class Widget {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Takes the widget out of its shadow root.
     */
    destroy(): void;
    /**
     * Shows that no corpus came: of the kind `http` with status and address as detail, or `network` with the address.
     * Sends `jianbao-error`.
     */
    fail(kind: string, detail: string): void;
    /**
     * Reads a corpus (JSON in UTF-8) and shows it. Sends `jianbao-ready` from the element, with the number of items and
     * of problems, or `jianbao-error` with one English sentence.
     */
    load(bytes: Uint8Array): void;
    /**
     * Mounts a widget into an open shadow root. It shows that it is reading until [`load`](Self::load) or
     * [`fail`](Self::fail) is called.
     *
     * `options` may hold `lang` (BCP 47), `query`, and `retry`, a function that gets the corpus again after a failure.
     *
     * # Errors
     * Where the browser lacks constructable style sheets.
     */
    constructor(root: ShadowRoot, options: any);
    /**
     * Follows an attribute of the element: `lang` or `query`. The style sheet itself follows `theme`.
     */
    set(name: string, value?: string | null): void;
}

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_widget_free: (a: number, b: number) => void;
    readonly widget_destroy: (a: number) => void;
    readonly widget_fail: (a: number, b: number, c: number, d: number, e: number) => void;
    readonly widget_load: (a: number, b: number, c: number) => void;
    readonly widget_new: (a: any, b: any) => [number, number, number];
    readonly widget_set: (a: number, b: number, c: number, d: number, e: number) => void;
    readonly wasm_bindgen__convert__closures_____invoke__h6979f253827b2c0c: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen__convert__closures________invoke__h14f70635578fb8ee: (a: number, b: number, c: any) => void;
    readonly wasm_bindgen__convert__closures________invoke__h7434f7aa8bd32b63: (a: number, b: number, c: any) => void;
    readonly wasm_bindgen__convert__closures_____invoke__h9e43b7767998bae7: (a: number, b: number) => void;
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
