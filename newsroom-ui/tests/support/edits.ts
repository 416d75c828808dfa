import { getSchema } from '@tiptap/core';
import { baseKeymap, chainCommands, createParagraphNear, joinBackward, joinForward, lift, liftEmptyBlock, newlineInCode, selectNodeBackward, selectParentNode, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands';
import { history, redo, undo } from '@tiptap/pm/history';
import { Fragment, Slice, type Node, type NodeType, type Schema } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { EditorState, NodeSelection, Selection, TextSelection, type Command, type Transaction } from '@tiptap/pm/state';
import { CellSelection, addColumnAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, mergeCells, splitCell, tableEditing, toggleHeaderRow } from '@tiptap/pm/tables';
import { dropPoint } from '@tiptap/pm/transform';
import { marks } from '../../src/editor/model/marks.ts';
import { moveBlock } from '../../src/editor/model/moving.ts';
import { nodes } from '../../src/editor/model/nodes.ts';
import { keepRules } from '../../src/editor/model/rules.ts';
import type { Chance } from './chance.ts';

export const schema: Schema = getSchema([...nodes, ...marks]);

/** The state of an editor that nobody sees, with the editor's rules. */
export function emptyState(chance: Chance): EditorState {
  return EditorState.create({ schema, plugins: [keepRules(chance.next), history(), tableEditing()] });
}

const words = ['dam', 'gate', 'Osmere', '  ', 'naïve', '水坝', 'سد', '\u00a0', '“quoted”', '😀', '\ud83d', '\u0007', 'tab\there', '\u200f', '&<>', 'e\u0301'];

const text = (chance: Chance): string => Array.from({ length: 1 + chance.below(4) }, () => chance.of(words)).join(' ');

const label = (chance: Chance): string | null => (chance.maybe(0.3) ? null : chance.maybe(0.05) ? '😀'.repeat(1200) : text(chance));

const image = (chance: Chance): string | null => (chance.maybe(0.1) ? null : chance.uuid());

const addresses = ['https://example.org/a?b=1', 'HTTPS://Example.ORG', 'https://user@host.example:8443/%C3%A9/ü?q=ä#ö', 'http://[::1]/a b', 'https://example.org/../x', 'javascript:alert(1)', '//elsewhere', '', 'example.org'];

function attributes(type: NodeType, chance: Chance): Record<string, unknown> {
  switch (type.name) {
    case 'heading': return { level: 2 + chance.below(3) };
    case 'orderedList': return { start: chance.of([0, 1, 1, 7]) };
    case 'pullQuote': return { attribution: label(chance) };
    case 'factbox': return { title: label(chance) };
    case 'figure': return { image: image(chance), caption: label(chance), credit: label(chance), size: chance.of(['column', 'wide', 'full']), upload: chance.maybe(0.2) ? 'x' : null };
    case 'gallery': return { images: Array.from({ length: chance.below(4) }, () => chance.uuid()) };
    case 'comparison': return { before: image(chance), after: image(chance), caption: label(chance), credit: label(chance) };
    case 'embed': return { url: chance.of(addresses), caption: label(chance) };
    case 'timeline': return { topic: chance.maybe(0.5) ? label(chance) : null, question: chance.maybe(0.5) ? label(chance) : null };
    case 'whatWeKnow': return { question: label(chance) };
    case 'background': return { background: image(chance), version: 1 + chance.below(5) };
    default: return {};
  }
}

/** A block of any kind, with what it needs inside; also such as no rule allows where it will stand. */
export function someBlock(chance: Chance, depth = 0): Node {
  const simple = ['paragraph', 'heading', 'pullQuote', 'figure', 'gallery', 'comparison', 'embed', 'timeline', 'whatWeKnow', 'background', 'horizontalRule'];
  const type = schema.nodes[depth > 4 ? 'paragraph' : chance.of([...simple, 'bulletList', 'orderedList', 'blockquote', 'factbox', 'table', 'blockquote', 'factbox'])] as NodeType;
  const inside = (): Node[] => Array.from({ length: 1 + chance.below(3) }, () => someBlock(chance, depth + 1));
  const ids = { id: chance.maybe(0.5) ? null : chance.of(['same', 'b2', 'b3', chance.uuid()]) };
  const attrs = { ...attributes(type, chance), ...ids };
  switch (type.name) {
    case 'bulletList':
    case 'orderedList': return type.create(attrs, Array.from({ length: 1 + chance.below(3) }, () => schema.node('listItem', null, [schema.node('paragraph', null, line(chance)), ...(chance.maybe(0.3) ? inside() : [])])));
    case 'blockquote':
    case 'factbox': return type.create(attrs, inside());
    case 'table': {
      const columns = 1 + chance.below(3);
      return type.create(attrs, Array.from({ length: 1 + chance.below(3) }, (_, row) =>
        schema.node('tableRow', null, Array.from({ length: columns }, () => schema.node(row === 0 ? 'tableHeader' : 'tableCell', null, chance.maybe(0.2) ? inside() : [schema.node('paragraph', null, line(chance))])))));
    }

    default: return type.create(attrs, type.isTextblock ? line(chance) : []);
  }
}

function line(chance: Chance): Node[] {
  return Array.from({ length: chance.below(4) }, () => {
    const carried = [
      ...(chance.maybe(0.2) ? [schema.mark('bold')] : []),
      ...(chance.maybe(0.2) ? [schema.mark('italic')] : []),
      ...(chance.maybe(0.2) ? [schema.mark('link', { href: chance.of(['https://example.org/', '/world/a', '#b', 'javascript:x']), title: label(chance) })] : []),
      ...(chance.maybe(0.1) ? [schema.mark('statement', { ids: chance.maybe(0.1) ? [] : ['s1', 's_2'], role: chance.of(['content', 'cue']) })] : []),
    ];
    const sorted = carried.reduce<readonly (typeof carried)[number][]>((set, mark) => mark.addToSet(set), []);
    return chance.maybe(0.1) ? schema.node('hardBreak', null, [], sorted) : schema.text(text(chance), sorted);
  });
}

/** What an edit does to a state; null where it does nothing. */
type Edit = (state: EditorState, chance: Chance) => Transaction | null;

const command = (make: (chance: Chance) => Command): Edit => (state, chance) => {
  let done: Transaction | null = null;
  make(chance)(state, (tr) => (done = tr));
  return done;
};

const type = (name: string): NodeType => schema.nodes[name] as NodeType;
const item = type('listItem');

const somewhere = (state: EditorState, chance: Chance): number => chance.below(state.doc.content.size + 1);

const near = (state: EditorState, pos: number): Selection => Selection.near(state.doc.resolve(pos));

const select: Edit = (state, chance) => {
  const [a, b] = [somewhere(state, chance), somewhere(state, chance)];
  const at = near(state, a);
  if (chance.maybe(0.3)) {
    const node = state.doc.nodeAt(a);
    if (node && NodeSelection.isSelectable(node)) return state.tr.setSelection(NodeSelection.create(state.doc, a));
  }

  const head = chance.maybe(0.5) ? at : near(state, Math.min(state.doc.content.size, chance.maybe(0.7) ? a + chance.below(30) : b));
  return state.tr.setSelection(at instanceof TextSelection && head instanceof TextSelection ? TextSelection.between(at.$head, head.$head) : at);
};

const cells: Edit = (state, chance) => {
  const found: number[] = [];
  state.doc.descendants((node, pos) => void (node.type.name.startsWith('table') && ['tableCell', 'tableHeader'].includes(node.type.name) && found.push(pos)));
  if (found.length === 0) return null;
  const at = chance.of(found);
  const table = state.doc.resolve(at).start(-1);
  const same = found.filter((pos) => state.doc.resolve(pos).depth >= 2 && state.doc.resolve(pos).start(-1) === table);
  return state.tr.setSelection(CellSelection.create(state.doc, at, chance.of(same)) as unknown as Selection);
};

const paste: Edit = (state, chance) => {
  const blocks = Fragment.from(Array.from({ length: 1 + chance.below(3) }, () => someBlock(chance)));
  const slice = chance.maybe(0.5) ? Slice.maxOpen(blocks) : new Slice(blocks, 0, 0);
  return state.tr.replaceSelection(slice);
};

const copy: Edit = (state, chance) => {
  const [a, b] = [somewhere(state, chance), somewhere(state, chance)].sort((x, y) => x - y) as [number, number];
  const at = near(state, somewhere(state, chance));
  return state.tr.setSelection(at).replaceSelection(state.doc.slice(a, b));
};

const drag: Edit = (state, chance) => {
  const { from, to } = state.selection;
  const slice = state.selection.content();
  const target = dropPoint(state.doc, somewhere(state, chance), slice);
  if (target === null || (target > from && target < to)) return null;
  const tr = state.tr.deleteSelection();
  return tr.replaceRange(tr.mapping.map(target), tr.mapping.map(target), slice);
};

const insert: Edit = (state, chance) => {
  const gate = chance.maybe(0.2);
  return state.tr.replaceSelectionWith(gate ? schema.node('gate') : someBlock(chance));
};

const edits: readonly (readonly [number, Edit])[] = [
  [8, select],
  [10, (state, chance) => state.tr.insertText(text(chance))],
  [4, (state) => state.tr.deleteSelection()],
  [3, (state, chance) => state.tr.setSelection(near(state, 0)).delete(...([somewhere(state, chance), somewhere(state, chance)].sort((a, b) => a - b) as [number, number]))],
  [5, command(() => chainCommands(splitListItem(item), newlineInCode, createParagraphNear, liftEmptyBlock, splitBlock))],
  [4, command(() => baseKeymap.Backspace as Command)],
  [3, command(() => baseKeymap.Delete as Command)],
  [2, command((chance) => chance.of([joinBackward, joinForward, selectNodeBackward, selectParentNode]))],
  [4, paste],
  [3, copy],
  [3, drag],
  [4, insert],
  [3, command((chance) => chance.of([undo, redo, undo]))],
  [3, command((chance) => wrapIn(type(chance.of(['blockquote', 'factbox']))))],
  [3, command((chance) => wrapInList(type(chance.of(['bulletList', 'orderedList']))))],
  [3, command((chance) => chance.of([lift, liftListItem(item), sinkListItem(item)]))],
  [3, command((chance) => setBlockType(type(chance.of(['paragraph', 'heading', 'pullQuote'])), { level: 2 + chance.below(3) }))],
  [2, command((chance) => toggleMark(chance.maybe(0.5) ? schema.marks.bold! : schema.marks.italic!))],
  [2, command(() => toggleMark(schema.marks.link!, { href: 'https://example.org/x' }))],
  [4, command((chance) => moveBlock(chance.maybe(0.5) ? 1 : -1))],
  [2, cells],
  [3, command((chance) => chance.of([addColumnAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, mergeCells, splitCell, toggleHeaderRow] as unknown as Command[]))],
];

const weighed = edits.flatMap(([weight, edit]) => Array.from({ length: weight }, () => edit));

/** ProseMirror throws at some that make no sense; nothing happens then, there as in a browser. */
function attempt(edit: Edit, state: EditorState, chance: Chance): Transaction | null {
  try {
    const tr = edit(state, chance);
    return tr?.selection ? tr : null;
  } catch (error) {
    if (error instanceof RangeError || (error as Error).name === 'TransformError') return null;
    throw error;
  }
}

const after = (state: EditorState, tr: Transaction | null): EditorState => (tr ? state.apply(tr) : state);

/** What one after another of many edits by chance leaves. */
export function edited(chance: Chance, steps: number): EditorState {
  const empty = emptyState(chance);
  let state = after(empty, empty.tr.replaceWith(0, 2, Array.from({ length: 1 + chance.below(4) }, () => someBlock(chance))));
  for (let i = 0; i < steps; i++) state = after(state, attempt(chance.of(weighed), state, chance));
  return state;
}
