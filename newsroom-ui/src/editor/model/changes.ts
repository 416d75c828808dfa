import type { Transaction } from '@tiptap/pm/state';
import { ReplaceAroundStep, ReplaceStep, type Step } from '@tiptap/pm/transform';

export interface Range {
  from: number;
  to: number;
}

/** Whether a step only put letters into one line, took some out, or set marks and attributes: most do, and then no block has to be looked at. */
function isTyping(step: Step, before: Transaction['doc']): boolean {
  if (!(step instanceof ReplaceStep)) return !(step instanceof ReplaceAroundStep);
  for (let i = 0; i < step.slice.content.childCount; i++) if (!step.slice.content.child(i).isInline) return false;
  return before.resolve(step.from).sameParent(before.resolve(step.to));
}

export const isOnlyTyping = (transactions: readonly Transaction[]): boolean => transactions.every((tr) => tr.steps.every((step, i) => isTyping(step, tr.docs[i] ?? tr.doc)));

/** Where in the last document something is new, as one range; null where nothing is. */
export function changedRange(transactions: readonly Transaction[]): Range | null {
  let [from, to] = [Infinity, -Infinity];
  for (const { mapping } of transactions) {
    for (const map of mapping.maps) {
      [from, to] = from > to ? [from, to] : [map.map(from, -1), map.map(to, 1)];
      map.forEach((_oldFrom, _oldTo, newFrom, newTo) => ([from, to] = [Math.min(from, newFrom), Math.max(to, newTo)]));
    }
  }

  return from > to ? null : { from, to };
}
