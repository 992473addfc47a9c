// Defines <jian-bao>: the widget's program and the bundled corpus are fetched from beside this module.

import init, { Widget } from './jianbao.js';
import { defineElement } from './element/class.js';

defineElement(
  async () => {
    await init({ module_or_path: new URL('jianbao_bg.wasm', import.meta.url) });
    return Widget;
  },
  () => new URL('corpus.json', import.meta.url),
);
