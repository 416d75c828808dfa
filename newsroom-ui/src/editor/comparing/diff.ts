import type { Body, BodyNode } from '../model/body.ts';
import { textOf } from '../measure.ts';

export type RunKind = 'same' | 'removed' | 'added';

export interface Run {
  kind: RunKind;
  text: string;
}

export interface BlockChange {
  kind: 'same' | 'changed' | 'added' | 'removed';
  /** What the block is in the version that has it, the later one where both do. */
  type: string;
  runs: Run[];
}

interface Passage {
  id: string | null;
  type: string;
  text: string;
  /** All of it but its ids, to tell whether anything is different. */
  look: string;
}

/** Cells of the table of words with words that are filled in at most; texts that are longer and share no ends are set beside each other whole. */
const effort = 4_000_000;

/** What changed from one version of a body to another, block by block and word by word. A block that moved is removed in one place and added in the other. */
export function diffDocuments(before: Body, after: Body): BlockChange[] {
  const [old, young] = [before.content.map(passage), after.content.map(passage)];
  const changes: BlockChange[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...pairs(old, young), [old.length, young.length] as const]) {
    changes.push(...between(old.slice(i, a), young.slice(j, b)));
    const [one, other] = [old[a], young[b]];
    if (one && other) changes.push(pair(one, other));
    [i, j] = [a + 1, b + 1];
  }

  return changes;
}

/** What changed from one text to another. */
export function diffWords(before: string, after: string): Run[] {
  const [a, b] = [pieces(before), pieces(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const middle: Run[] = left.length * right.length > effort ? [run('removed', left), run('added', right)] : longest(left, right);
  return joined([run('same', a.slice(0, start)), ...middle, run('same', a.slice(a.length - end))]);
}

const run = (kind: RunKind, words: string[]): Run => ({ kind, text: words.join('') });

/** Words, the blanks between them, signs; characters of scripts that set no blanks. */
const pieces = (text: string): string[] => text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*|\s+|./gsu) ?? [];

/** The longest that both have in one order, and what stands between. */
function longest(a: string[], b: string[]): Run[] {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }

  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ kind: 'same', text: a[i] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) runs.push({ kind: 'removed', text: a[i++] ?? '' });
    else runs.push({ kind: 'added', text: b[j++] ?? '' });
  }

  return runs;
}

/** Runs of a kind in one; blanks between two changes belong to them, what was removed stands before what was added. */
function joined(runs: Run[]): Run[] {
  const out: Run[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  const solid = runs.filter(({ text }) => text !== '');
  solid.forEach(({ kind, text }, index) => {
    const isBetween = kind === 'same' && text.trim() === '' && (removed !== '' || added !== '') && (solid[index + 1]?.kind ?? 'same') !== 'same';
    if (kind === 'removed' || isBetween) removed += text;
    if (kind === 'added' || isBetween) added += text;
    if (kind !== 'same' || isBetween) return;
    flush();
    const last = out.at(-1);
    if (last?.kind === 'same') last.text += text;
    else out.push({ kind, text });
  });
  flush();
  return out;
}

function passage(node: BodyNode): Passage {
  const id = node.attrs?.id;
  return { id: typeof id === 'string' ? id : null, type: node.type, text: textOf(node), look: JSON.stringify(node, (key, value: unknown) => (key === 'id' ? undefined : value)) };
}

/** Blocks that are the same one in both, as many as keep their order. */
function pairs(old: Passage[], young: Passage[]): (readonly [number, number])[] {
  const places = new Map(young.flatMap(({ id }, index) => (id === null ? [] : [[id, index] as const])));
  const looks = new Map<string, number[]>();
  young.forEach(({ id, look }, index) => {
    if (id === null || !old.some((one) => one.id === id)) looks.set(look, [...(looks.get(look) ?? []), index]);
  });
  const candidates = old.flatMap(({ id, look }, index) => {
    const place = (id === null ? undefined : places.get(id)) ?? looks.get(look)?.shift();
    return place === undefined ? [] : [[index, place] as const];
  });
  return increasing(candidates);
}

function increasing(candidates: (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  candidates.forEach(([, place], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((candidates[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }

    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const chain: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) chain.unshift(candidates[at] as readonly [number, number]);
  return chain;
}

/** Between two pairs: what is alike is one that changed, the rest is gone or new. */
function between(old: Passage[], young: Passage[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let from = 0;
  for (const one of old) {
    const found = young.findIndex((other, index) => index >= from && likeness(one, other) > 0.5);
    if (found < 0) changes.push({ kind: 'removed', type: one.type, runs: [{ kind: 'removed', text: one.text }] });
    else {
      changes.push(...young.slice(from, found).map(fresh), pair(one, young[found] as Passage));
      from = found + 1;
    }
  }

  return [...changes, ...young.slice(from).map(fresh)];
}

const fresh = ({ type, text }: Passage): BlockChange => ({ kind: 'added', type, runs: [{ kind: 'added', text }] });

/** The share of words that both have. */
function likeness(a: Passage, b: Passage): number {
  if (a.text === '' || b.text === '') return 0;
  const [one, other] = [new Set(pieces(a.text).filter((piece) => piece.trim() !== '')), new Set(pieces(b.text).filter((piece) => piece.trim() !== ''))];
  let both = 0;
  for (const piece of one) if (other.has(piece)) both++;
  return both / Math.max(one.size, other.size, 1);
}

const pair = (before: Passage, after: Passage): BlockChange =>
  before.look === after.look ? { kind: 'same', type: after.type, runs: [{ kind: 'same', text: after.text }] } : { kind: 'changed', type: after.type, runs: diffWords(before.text, after.text) };
