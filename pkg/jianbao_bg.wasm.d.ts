/* tslint:disable */
/* eslint-disable */
export const memory: WebAssembly.Memory;
export const __wbg_widget_free: (a: number, b: number) => void;
export const widget_destroy: (a: number) => void;
export const widget_fail: (a: number, b: number, c: number, d: number, e: number) => void;
export const widget_load: (a: number, b: number, c: number) => void;
export const widget_new: (a: any, b: any) => [number, number, number];
export const widget_set: (a: number, b: number, c: number, d: number, e: number) => void;
export const wasm_bindgen__convert__closures_____invoke__h6979f253827b2c0c: (a: number, b: number, c: any) => [number, number];
export const wasm_bindgen__convert__closures________invoke__h14f70635578fb8ee: (a: number, b: number, c: any) => void;
export const wasm_bindgen__convert__closures________invoke__h7434f7aa8bd32b63: (a: number, b: number, c: any) => void;
export const wasm_bindgen__convert__closures_____invoke__h9e43b7767998bae7: (a: number, b: number) => void;
export const __wbindgen_malloc: (a: number, b: number) => number;
export const __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
export const __wbindgen_exn_store: (a: number) => void;
export const __externref_table_alloc: () => number;
export const __wbindgen_externrefs: WebAssembly.Table;
export const __wbindgen_free: (a: number, b: number, c: number) => void;
export const __externref_drop_slice: (a: number, b: number) => void;
export const __wbindgen_destroy_closure: (a: number, b: number) => void;
export const __externref_table_dealloc: (a: number) => void;
export const __wbindgen_start: () => void;
