import type { Body } from '../model/body.ts';
import { make } from '../dom.ts';
import type { Words } from '../words.ts';
import { diffDocuments, type BlockChange, type Run } from './diff.ts';

/** What changed, to be read: each change also says in words which it is. Blocks far from any change are left out. */
export function shownDiff(before: Body, after: Body, words: Words): HTMLElement {
  const changes = diffDocuments(before, after);
  if (changes.every(({ kind }) => kind === 'same')) return make('p', { className: 'diff' }, words.nothingChanged);
  const near = changes.map((_, index) => changes.slice(Math.max(0, index - 1), index + 2).some(({ kind }) => kind !== 'same'));
  const shown = changes.flatMap((change, index) => (near[index] ? [block(change, words)] : near[index - 1] ? [make('p', { className: 'diff-gap' }, '…')] : []));
  return make('div', { className: 'diff' }, ...shown);
}

const block = ({ kind, type, runs }: BlockChange, words: Words): HTMLElement =>
  make('div', { className: 'diff-block', dir: 'auto', data: { kind, type } }, ...runs.map((run) => element(run, words)), ...(runs.every(({ text }) => text.trim() === '') ? [make('em', {}, words[type as 'figure'] ?? type)] : []));

function element({ kind, text }: Run, words: Words): Node {
  if (kind === 'same') return document.createTextNode(text);
  const said = make('span', { className: 'unseen' }, `${kind === 'added' ? words.added : words.removed}: `);
  return make(kind === 'added' ? 'ins' : 'del', {}, said, text);
}
