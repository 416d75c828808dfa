import { Extension } from '@tiptap/core';
import { Fragment, type Node } from '@tiptap/pm/model';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import { newId } from './attributes.ts';
import { changedRange, isOnlyTyping, type Range } from './changes.ts';
import { limits } from './limits.ts';

/**
 * What the schema can't say and the server asks for: no factbox in a factbox and no table in a table, one gate, no block too deep, no id twice. What breaks a rule is unwrapped, never
 * lost. Only the blocks that a change touched are looked at.
 */
export const rules = Extension.create<{ random: () => number }>({
  name: 'rules',
  addOptions: () => ({ random: Math.random }),
  addProseMirrorPlugins() {
    return [keepRules(this.options.random)];
  },
});

export const keepRules = (random: () => number): Plugin =>
  new Plugin({
    filterTransaction: (tr, state) => !tr.docChanged || isOnlyTyping([tr]) || isTakeable(tr, state),
    appendTransaction: (transactions, _before, state) => {
      const changes = transactions.filter((tr) => tr.docChanged);
      return changes.length === 0 || isOnlyTyping(changes) ? null : settled(changes, state, random);
    },
  });

/** Whether every block has what it needs after a change (ProseMirror doesn't see to it where a piece cut anywhere is put in), and the limits hold. */
function isTakeable(tr: Transaction, state: EditorState): boolean {
  const growth = tr.doc.content.size - state.doc.content.size;
  if (growth > 100 && !isWithin(tr.doc)) return false;
  const range = changedRange([tr]);
  let takeable = tr.doc.type.validContent(tr.doc.content);
  if (range) {
    tr.doc.nodesBetween(range.from, Math.min(range.to, tr.doc.content.size), (node) => {
      takeable &&= node.type.validContent(node.content) && (node.type.name !== 'table' || growth <= 0 || isSmallEnough(node));
      return takeable && !node.isTextblock;
    });
  }

  return takeable;
}

function isWithin(doc: Node): boolean {
  let [count, characters] = [0, 0];
  doc.descendants((node) => {
    count++;
    characters += node.text?.length ?? 0;
  });
  return count <= limits.nodes && characters <= limits.characters;
}

function isSmallEnough(table: Node): boolean {
  if (table.childCount > limits.tableRows) return false;
  for (let i = 0; i < table.childCount; i++) {
    let columns = 0;
    table.child(i).forEach((cell) => (columns += cell.attrs.colspan as number));
    if (columns > limits.tableColumns) return false;
  }

  return true;
}

function settled(changes: readonly Transaction[], state: EditorState, random: () => number): Transaction | null {
  const range = changedRange(changes);
  if (!range) return null;
  const tr = state.tr;
  while (unwrapFirst(tr, within(tr, range)));
  keepOneGate(tr, within(tr, range));
  giveIds(tr, within(tr, range), random);
  return tr.docChanged ? tr : null;
}

const within = (tr: Transaction, { from, to }: Range): Range => ({ from: tr.mapping.map(from, -1), to: Math.min(tr.mapping.map(to, 1), tr.doc.content.size) });

/** Unwraps the first block that may not stand where it stands. */
function unwrapFirst(tr: Transaction, { from, to }: Range): boolean {
  const [first, last] = [tr.doc.resolve(from).index(0), tr.doc.resolve(to).indexAfter(0)];
  let at = 0;
  for (let i = 0; i < Math.min(last + 1, tr.doc.childCount); i++) {
    const found = i < first ? null : offender(tr.doc.child(i), at, 1, new Set());
    if (found) {
      tr.replaceWith(found.pos, found.pos + found.node.nodeSize, Fragment.from(found.instead));
      return true;
    }

    at += tr.doc.child(i).nodeSize;
  }

  return false;
}

interface Offender {
  pos: number;
  node: Node;
  instead: Node[];
}

function offender(node: Node, pos: number, depth: number, around: ReadonlySet<string>): Offender | null {
  const name = node.type.name;
  if (around.has(name)) return { pos, node, instead: name === 'factbox' ? [...node.children] : unheld(node) };
  if (node.isLeaf || node.isTextblock) return null;
  if (node.type.isInGroup('block') && depth + step(node) > limits.depth) return { pos, node, instead: unheld(node) };
  const inside = name === 'factbox' || name === 'table' ? new Set([...around, name]) : around;
  let at = pos + 1;
  for (const child of node.children) {
    const found = offender(child, at, depth + 1, inside);
    if (found) return found;
    at += child.nodeSize;
  }

  return null;
}

/** How many levels lie between a block and the blocks in it. */
const step = (node: Node): number => (node.type.name === 'table' ? 3 : node.type.isInGroup('list') ? 2 : 1);

/** The texts and things in a block, without what holds them. */
function unheld(node: Node): Node[] {
  const found = leaves(node);
  return found.length > 0 ? found : [node.type.schema.node('paragraph')];
}

const leaves = (node: Node): Node[] => (node.isTextblock || node.isLeaf ? [node] : node.children.flatMap(leaves));

/** A gate that is put in takes the place of the one before. */
function keepOneGate(tr: Transaction, range: Range): void {
  const gates: Range[] = [];
  tr.doc.forEach((node, pos) => {
    if (node.type.name === 'gate') gates.push({ from: pos, to: pos + node.nodeSize });
  });
  if (gates.length < 2) return;
  const newest = gates.find((gate) => gate.from < range.to && gate.to > range.from) ?? gates[0];
  for (const gate of gates.reverse()) if (gate !== newest) tr.delete(gate.from, gate.to);
}

/** Of two blocks with one id the one that was there keeps it. */
function giveIds(tr: Transaction, { from, to }: Range, random: () => number): void {
  const [taken, fresh] = [new Set<string>(), [] as { pos: number; id: string | null }[]];
  tr.doc.descendants((node, pos) => {
    if ('id' in node.attrs) {
      const id = node.attrs.id as string | null;
      const isTouched = pos < to && pos + node.nodeSize > from;
      if (isTouched) fresh.push({ pos, id });
      else if (id !== null) taken.add(id);
    }

    return !node.isTextblock;
  });
  for (const { pos, id } of fresh) {
    const mine = id !== null && !taken.has(id) ? id : unused(taken, random);
    taken.add(mine);
    if (mine !== id) tr.setNodeAttribute(pos, 'id', mine);
  }
}

function unused(taken: ReadonlySet<string>, random: () => number): string {
  let id = newId(random);
  while (taken.has(id)) id = newId(random);
  return id;
}
