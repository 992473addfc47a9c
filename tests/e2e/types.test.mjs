// The package's types are those of what it does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('a sample of all that the package offers has the types that it says', () => {
  const compiler = path.join(process.env.JIANBAO_NODE_MODULES ?? '.', 'typescript', 'bin', 'tsc');
  const sample = fileURLToPath(new URL('types/sample.ts', import.meta.url));
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'esnext,dom,dom.iterable'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, ...options, sample], { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});
