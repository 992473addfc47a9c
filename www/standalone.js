// Defines <jian-bao> from a classic script that carries everything, so that it also works from file://, where a page
// can fetch nothing. The bundler puts the two binary files into it.

import init, { Widget } from './jianbao.js';
import program from './jianbao_bg.wasm';
import corpus from './corpus.json';
import { defineElement } from './element/class.js';

defineElement(
  async () => {
    await init({ module_or_path: program });
    return Widget;
  },
  () => corpus,
);
