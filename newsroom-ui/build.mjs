// Bundles every src/entries/*.ts and what it imports, styles too, into dist: files named for what is in them, manifest.json with their names, and
// NOTICES.txt with the licences of what others wrote. “--watch” goes on as files change.
import { context, build } from 'esbuild';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const watching = process.argv.includes('--watch');

const entries = (await readdir(join(root, 'src/entries'))).filter((name) => name.endsWith('.ts'));

const options = {
  absWorkingDir: root,
  entryPoints: entries.map((name) => `src/entries/${name}`),
  entryNames: '[name]-[hash]',
  outdir: dist,
  bundle: true,
  minify: !watching,
  format: 'esm',
  target: ['es2022', 'chrome110', 'firefox115', 'safari16.4'],
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
  plugins: [{ name: 'manifest', setup: (builder) => builder.onEnd(keep) }],
};

async function keep({ errors, metafile, outputFiles }) {
  if (errors.length > 0) return;
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const manifest = {};
  for (const file of outputFiles) {
    const name = basename(file.path);
    const [, entry, kind] = /^(.+)-[A-Z0-9]{8}\.(js|css)$/.exec(name);
    (manifest[entry] ??= {})[kind === 'js' ? 'script' : 'style'] = name;
    await writeFile(join(dist, name), file.contents);
    console.log(`${name}  ${(file.contents.length / 1024).toFixed(1)} KB, ${(gzipSync(file.contents).length / 1024).toFixed(1)} KB gzip`);
  }

  await writeFile(join(dist, 'NOTICES.txt'), await notices(Object.keys(metafile.inputs)));
  // Last, since it is what says that the rest is there.
  await writeFile(join(dist, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The licence of each package that a bundle holds something of, as its authors wrote it. */
async function notices(inputs) {
  const packages = new Set(inputs.map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
  const parts = ['The scripts of the newsroom hold code of these packages.\n'];
  for (const folder of [...packages].sort()) {
    const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const file = (await readdir(join(root, folder))).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? await readFile(join(root, folder, file), 'utf8') : `Its licence is ${license}; it comes without its text.`;
    parts.push(`${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text.trim()}\n`);
  }

  return parts.join('\n');
}

if (watching) await (await context(options)).watch();
else await build(options);
