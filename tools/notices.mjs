// Writes what the program holds of others, and under which licences: node tools/notices.mjs FOLDER-OF-THE-PROGRAM FOLDER-OF-NUGET-PACKAGES
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [program, nuget] = process.argv.slice(2);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const line = '-'.repeat(72);

/** The packages whose files lie in the program, by broadsheet.deps.json. */
function packages() {
  const { libraries, targets } = JSON.parse(readFileSync(join(program, 'broadsheet.deps.json'), 'utf8'));
  const used = new Set(Object.values(targets).flatMap((target) => Object.entries(target).filter(([, { runtime, native, runtimeTargets }]) => runtime ?? native ?? runtimeTargets).map(([name]) => name)));
  return Object.entries(libraries).filter(([name, { type }]) => (type === 'package' || type === 'runtimepack') && used.has(name)).map(([name]) => name.replace(/^runtimepack\./, '').split('/')).sort();
}

function notice([name, version]) {
  const folder = join(nuget, name.toLowerCase(), version);
  const nuspec = readFileSync(join(folder, `${name.toLowerCase()}.nuspec`), 'utf8');
  const said = (tag) => new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`).exec(nuspec)?.[1].trim();
  const named = /<license type="file">([^<]+)</.exec(nuspec)?.[1].replaceAll('\\', '/');
  const expression = /<license type="expression">([^<]+)</.exec(nuspec)?.[1];
  const texts = [...new Set([named, ...readdirSync(folder).filter((file) => /^(licen[cs]e|notice|third.?party)[^/]*\.(txt|md)$|^(licen[cs]e|notice)$/i.test(file))])].filter((file) => file && statSync(join(folder, file), { throwIfNoEntry: false })?.isFile());
  const head = `${line}\n${name} ${version}${expression ? ` (${expression})` : ''}\n${[said('copyright'), said('authors') && `By ${said('authors')}`, said('projectUrl')].filter(Boolean).join('\n')}\n`;
  return { expression: texts.length > 0 ? undefined : expression, address: said('licenseUrl'), text: [head, ...texts.map((file) => once(readFileSync(join(folder, file), 'utf8').trim(), `${name} ${version}`))].join('\n') };
}

const given = new Map();

/** Many packages come with the same long text; it stands there once. */
function once(text, name) {
  if (given.has(text)) return `As ${given.get(text)}, above.`;
  given.set(text, name);
  return text;
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const bsd = `Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;

const postgres = `Permission to use, copy, modify, and distribute this software and its documentation for any purpose, without fee, and without a written agreement is hereby granted, provided that the above copyright notice and this paragraph and the following two paragraphs appear in all copies.

IN NO EVENT SHALL THE COPYRIGHT HOLDER BE LIABLE TO ANY PARTY FOR DIRECT, INDIRECT, SPECIAL, INCIDENTAL, OR CONSEQUENTIAL DAMAGES, INCLUDING LOST PROFITS, ARISING OUT OF THE USE OF THIS SOFTWARE AND ITS DOCUMENTATION, EVEN IF THE COPYRIGHT HOLDER HAS BEEN ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

THE COPYRIGHT HOLDER SPECIFICALLY DISCLAIMS ANY WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE. THE SOFTWARE PROVIDED HEREUNDER IS ON AN "AS IS" BASIS, AND THE COPYRIGHT HOLDER HAS NO OBLIGATIONS TO PROVIDE MAINTENANCE, SUPPORT, UPDATES, ENHANCEMENTS, OR MODIFICATIONS.`;

/** The whole text of a licence that packages only name. TypeScript, which the scripts are checked with, comes with that of Apache. */
const whole = {
  MIT: () => mit,
  'BSD-2-Clause': () => bsd,
  PostgreSQL: () => postgres,
  'Apache-2.0': () => readFileSync(join(root, 'newsroom-ui/node_modules/typescript/LICENSE'), 'utf8').trim(),
};

const notices = packages().map(notice);
const named = [...new Set(notices.map(({ expression }) => expression).filter(Boolean))].sort();
const parts = [
  'Broadsheet holds these packages of others.\n',
  ...notices.map(({ text, address, expression }) => (expression || !address || text.length > 400 ? text : `${text}\n${address}`)),
  ...named.map((name) => `${line}\nThe licence ${name}, of the packages above that only name it\n\n${whole[name]?.() ?? `https://spdx.org/licenses/${name}.html`}`),
  `${line}\n${readFileSync(join(program, 'newsroom/NOTICES.txt'), 'utf8').trim()}`,
  `${line}\nFonts lie beside their licences, in Themes and Images/Fonts.\n`,
];
writeFileSync(join(program, 'THIRD-PARTY-NOTICES.txt'), `${parts.join('\n\n')}\n`);
