// Prints what edits by chance leave, a body a line: node documents.mjs HOW-MANY FIRST-SEED
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['tests/support/documents.ts'],
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
});

process.exit(spawnSync(process.execPath, ['--input-type=module', '-', ...process.argv.slice(2)], { input: outputFiles[0].contents, stdio: ['pipe', 'inherit', 'inherit'] }).status ?? 1);
