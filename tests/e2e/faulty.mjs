// A server of the project's folder that also answers as servers do on a bad day: by the last word of the address.

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

import { root } from './harness.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** A small corpus: `count` items whose uris begin with `name`. */
export function corpus(name, count = 2) {
  const items = Array.from({ length: count }, (_, at) => ({
    uri: `${name}:${at}`, language: 'zh-Hans', headlines: [{ role: 'main', value: `${name}第${at}篇` }],
    bodies: [{ role: 'main', value: '正文一段。' }], eventDate: `2025-03-${String(at % 28 + 1).padStart(2, '0')}`,
  }));
  return JSON.stringify({ title: `${name}报`, language: 'zh-Hans', items });
}

const BAD_DAYS = {
  // More is promised than comes.
  '/cut.json': (answer) => {
    const text = Buffer.from(corpus('cut', 40));
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
    // What a page has not yet read when the line breaks, the browser gives it no more.
    answer.write(text.subarray(0, text.length / 2), () => setTimeout(() => answer.destroy(), 1_000));
  },
  '/page.json': (answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>登录</title>'),
  '/moved.json': (answer) => answer.writeHead(302, { location: '/good.json' }).end(),
  '/good.json': (answer) => answer.writeHead(200, { 'content-type': 'application/json' }).end(corpus('good')),
  '/other.json': (answer) => answer.writeHead(200, { 'content-type': 'application/json' }).end(corpus('other', 3)),
  '/slow.json': async (answer) => {
    const text = Buffer.from(corpus('slow', 400));
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
    for (let at = 0; at < text.length && !answer.destroyed; at += text.length / 8) {
      answer.write(text.subarray(at, Math.min(at + text.length / 8, text.length)));
      await new Promise((done) => setTimeout(done, 150));
    }
    answer.end();
  },
  // Half of it comes at a steady pace, and then nothing.
  '/stalled.json': async (answer) => {
    const text = Buffer.from(corpus('stalled', 400));
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
    for (let part = 0; part < 20 && !answer.destroyed; part += 1) {
      answer.write(text.subarray((text.length * part) / 40, (text.length * (part + 1)) / 40));
      await new Promise((done) => setTimeout(done, 100));
    }
  },
};

/** Starts it on a free port; `{ address, close }`. */
export async function faulty() {
  const server = http.createServer((request, answer) => {
    const name = new URL(request.url, 'http://host').pathname;
    if (BAD_DAYS[name]) return BAD_DAYS[name](answer);
    const file = path.join(root, path.normalize(name));
    if (!fs.existsSync(file) || !fs.statSync(file).isFile()) return answer.writeHead(404).end('not found');
    answer.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(fs.readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const close = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}
