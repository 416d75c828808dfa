// Bundles tests/*.test.ts and runs them with Node's own runner; “node test.mjs NAME” only those whose name holds NAME.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const out = join(root, 'obj/tests');
rmSync(out, { recursive: true, force: true });
const tests = readdirSync(join(root, 'tests')).filter((name) => name.endsWith('.test.ts'));
await build({
  absWorkingDir: root,
  entryPoints: tests.map((name) => `tests/${name}`),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  format: 'esm',
  logLevel: 'warning',
});

const filter = process.argv[2] ? ['--test-name-pattern', process.argv[2]] : [];
const files = tests.map((name) => join(out, name.replace(/ts$/, 'mjs')));
process.exit(spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', ...filter, ...files], { stdio: 'inherit', cwd: root }).status ?? 1);
