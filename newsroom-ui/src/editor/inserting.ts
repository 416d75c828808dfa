import type { Editor } from '@tiptap/core';
import { lift, setBlockType, wrapIn } from '@tiptap/pm/commands';
import type { Node, NodeType, Schema } from '@tiptap/pm/model';
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list';
import { NodeSelection, Selection, TextSelection, type Command, type Transaction } from '@tiptap/pm/state';
import type { Desk } from './desk.ts';
import { enterBlock } from './views/block.ts';
import type { Words } from './words.ts';

/** A kind of block that can be put in. */
export interface Kind {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  run(editor: Editor): void;
}

const type = (schema: Schema, name: string): NodeType => schema.nodes[name] as NodeType;

/** Puts a block in at the selection: in place of an empty line, otherwise behind the line, as near as it may stand. */
export function putIn(tr: Transaction, node: Node): Transaction {
  const { $from } = tr.selection;
  const depth = tr.selection instanceof NodeSelection ? $from.depth + 1 : $from.depth;
  const isEmpty = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
  if (isEmpty && $from.depth > 0 && $from.node(-1).canReplaceWith($from.index(-1), $from.index(-1) + 1, node.type)) {
    return arrive(tr.replaceWith($from.before(), $from.after(), node), tr.mapping.map($from.before(), -1));
  }

  for (let at = Math.max(1, depth); at >= 1; at--) {
    const parent = $from.node(at - 1);
    const index = at > $from.depth ? $from.indexAfter(at - 1) : $from.indexAfter(at - 1);
    if (!parent.canReplaceWith(index, index, node.type)) continue;
    const pos = $from.posAtIndex(index, at - 1);
    return arrive(tr.insert(pos, node), pos);
  }

  return tr;
}

/** Goes to where one goes on writing: into the block, or behind it. */
function arrive(tr: Transaction, pos: number): Transaction {
  const node = tr.doc.nodeAt(pos);
  if (!node) return tr;
  if (!node.isAtom) return tr.setSelection(Selection.near(tr.doc.resolve(pos + 1))).scrollIntoView();
  const after = pos + node.nodeSize;
  if (!tr.doc.resolve(after).nodeAfter) tr.insert(after, type(tr.doc.type.schema, 'paragraph').create());
  const hasFields = node.type.name !== 'horizontalRule' && node.type.name !== 'gate';
  return tr.setSelection(hasFields ? NodeSelection.create(tr.doc, pos) : Selection.near(tr.doc.resolve(after))).scrollIntoView();
}

/** Makes a list of the lines of the selection, or lines of the list. */
export const toggleList = (name: 'bulletList' | 'orderedList'): Command => (state, dispatch) => {
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to);
  const list = range && range.depth >= 1 && $from.node(range.depth).type.name === 'listItem' ? range.depth - 1 : range && $from.node(range.depth).type.isInGroup('list') ? range.depth : null;
  if (list === null) return wrapInList(type(state.schema, name))(state, dispatch);
  if ($from.node(list).type.name === name) return liftListItem(type(state.schema, 'listItem'))(state, dispatch);
  dispatch?.(state.tr.setNodeMarkup($from.before(list), type(state.schema, name), { id: $from.node(list).attrs.id }));
  return true;
};

/** Sets the selection in a quotation or a box, or takes it out of one. */
export const toggleWrap = (name: 'blockquote' | 'factbox'): Command => (state, dispatch) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === name) return lift(state, dispatch);
  return wrapIn(type(state.schema, name))(state, dispatch);
};

/** What the menu of blocks offers. */
export function kinds(words: Words, desk: Desk): Kind[] {
  const does = (name: keyof Words & string, run: (editor: Editor) => void): Kind => ({ name, label: words[name], hint: words[`${name}Hint` as keyof Words], run });
  const command = (name: keyof Words & string, made: (schema: Schema) => Command): Kind => does(name, ({ view, schema }) => void made(schema)(view.state, view.dispatch, view));
  const text = (name: keyof Words & string, node: string, attrs = {}): Kind => command(name, (schema) => setBlockType(type(schema, node), attrs));
  const thing = (name: keyof Words & string, make = (schema: Schema): Node => type(schema, name).createAndFill() as Node): Kind =>
    does(name, (editor) => {
      editor.view.dispatch(putIn(editor.state.tr, make(editor.schema)));
      enterBlock({ editor, desk });
    });
  return [
    text('paragraph', 'paragraph'),
    text('heading2', 'heading', { level: 2 }),
    text('heading3', 'heading', { level: 3 }),
    text('heading4', 'heading', { level: 4 }),
    thing('figure'),
    thing('gallery'),
    thing('comparison'),
    command('bulletList', () => toggleList('bulletList')),
    command('orderedList', () => toggleList('orderedList')),
    command('blockquote', () => toggleWrap('blockquote')),
    text('pullQuote', 'pullQuote'),
    command('factbox', () => toggleWrap('factbox')),
    thing('table', emptyTable),
    thing('embed'),
    thing('timeline'),
    thing('whatWeKnow'),
    thing('gate'),
    thing('horizontalRule'),
  ];
}

function emptyTable(schema: Schema): Node {
  const row = (cell: string): Node => type(schema, 'tableRow').create(null, Array.from({ length: 3 }, () => type(schema, cell).createAndFill() as Node));
  return type(schema, 'table').create(null, [row('tableHeader'), row('tableCell'), row('tableCell')]);
}

/** An empty line to put a block in: the one of the caret, or a new one behind it. */
export function emptyLine(editor: Editor): void {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name === 'paragraph' && $from.parent.content.size === 0) return;
  const { tr, schema } = editor.state;
  const after = $from.depth === 0 ? editor.state.selection.to : $from.after(1);
  tr.insert(after, type(schema, 'paragraph').create());
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
}
