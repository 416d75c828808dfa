import { Extension, type Editor } from '@tiptap/core';
import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark } from '@tiptap/pm/commands';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history, redo, undo } from '@tiptap/pm/history';
import { InputRule, inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from '@tiptap/pm/inputrules';
import { keymap } from '@tiptap/pm/keymap';
import type { MarkType, NodeType, Schema } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list';
import { TextSelection, type Command } from '@tiptap/pm/state';
import { goToNextCell, tableEditing } from '@tiptap/pm/tables';
import { putIn, toggleList } from './inserting.ts';
import { tidyLink } from './model/links.ts';
import { moveBlock } from './model/moving.ts';
import { enterBlock } from './views/block.ts';
import type { Desk } from './desk.ts';

interface WritingOptions {
  desk: Desk;
  openLink: () => void;
  enterToolbar: () => void;
}

/** Keys, Markdown as it is typed, undoing. */
export const writing = (options: WritingOptions): Extension =>
  Extension.create({
    name: 'writing',
    addProseMirrorPlugins() {
      const { schema } = this.editor;
      return [keymap(keys(this.editor, options)), inputRules({ rules: markdown(schema) }), keymap(baseKeymap), history(), gapCursor(), dropCursor({ class: 'drop-cursor', width: 3, color: false }), tableEditing()];
    },
  });

const type = (schema: Schema, name: string): NodeType => schema.nodes[name] as NodeType;

function keys(editor: Editor, { desk, openLink, enterToolbar }: WritingOptions): Record<string, Command> {
  const { schema } = editor;
  const item = type(schema, 'listItem');
  const text = (name: string, attrs = {}): Command => setBlockType(type(schema, name), attrs);
  const moving = (by: -1 | 1): Command => (state, dispatch) => {
    const moved = moveBlock(by)(state, dispatch);
    if (moved) desk.announce(desk.words.moved);
    // Nothing else should happen at the end of the story.
    return true;
  };
  const act = (run: () => void): Command => () => {
    run();
    return true;
  };
  return {
    'Mod-z': undo,
    'Shift-Mod-z': redo,
    'Mod-y': redo,
    'Mod-k': act(openLink),
    'Mod-Alt-0': text('paragraph'),
    'Mod-Alt-2': text('heading', { level: 2 }),
    'Mod-Alt-3': text('heading', { level: 3 }),
    'Mod-Alt-4': text('heading', { level: 4 }),
    'Mod-Shift-7': toggleList('orderedList'),
    'Mod-Shift-8': toggleList('bulletList'),
    'Mod-[': chainCommands(liftListItem(item), lift),
    'Shift-Enter': breakLine,
    'Mod-Enter': chainCommands(exitCode, breakLine),
    'Alt-ArrowUp': moving(-1),
    'Alt-ArrowDown': moving(1),
    'Alt-F10': act(enterToolbar),
    Enter: chainCommands(() => enterBlock({ editor, desk }), ruleOfHyphens, splitListItem(item)),
    Tab: chainCommands(sinkListItem(item), goToNextCell(1)),
    'Shift-Tab': chainCommands(liftListItem(item), goToNextCell(-1)),
    Backspace: chainCommands(undoInputRule, plainAtStart),
  };
}

const breakLine: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(type(state.schema, 'hardBreak').create(), false).scrollIntoView());
  return true;
};

/** Three hyphens and Enter are a line; not before, since they also begin a gate. */
const ruleOfHyphens: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== 'paragraph' || !/^(---|\*\*\*|___)$/.test($from.parent.textContent)) return false;
  dispatch?.(putIn(state.tr.delete($from.start(), $from.end()), type(state.schema, 'horizontalRule').create()));
  return true;
};

/** At the start of a heading or a pull quote, Backspace makes it plain text. */
const plainAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || !(state.selection instanceof TextSelection) || $from.parentOffset > 0 || $from.parent.type.name === 'paragraph') return false;
  return setBlockType(type(state.schema, 'paragraph'))(state, dispatch);
};

function markdown(schema: Schema): InputRule[] {
  return [
    textblockTypeInputRule(/^(#{2,4})\s$/, type(schema, 'heading'), (match) => ({ level: match[1]?.length ?? 2 })),
    wrappingInputRule(/^[-+*]\s$/, type(schema, 'bulletList')),
    wrappingInputRule(/^(\d{1,6})[.)]\s$/, type(schema, 'orderedList'), (match) => ({ start: Number(match[1]) }), (match, list) => list.childCount + (list.attrs.start as number) === Number(match[1])),
    wrappingInputRule(/^>\s$/, type(schema, 'blockquote')),
    new InputRule(/^---gate---$/, (state, _match, start, end) => putIn(state.tr.delete(start, end), type(schema, 'gate').create())),
    marked(/(?:^|[^*])(\*\*([^*\s](?:[^*]*[^*\s])?)\*\*)$/, schema.marks.bold as MarkType),
    marked(/(?:^|[^*\p{L}\p{N}])(\*([^*\s](?:[^*]*[^*\s])?)\*)$/u, schema.marks.italic as MarkType),
    marked(/(?:^|[^_\p{L}\p{N}])(_([^_\s](?:[^_]*[^_\s])?)_)$/u, schema.marks.italic as MarkType),
    new InputRule(/\[([^\]]+)\]\(([^()\s]+)\)$/, (state, match, start, end) => {
      const href = tidyLink(match[2] ?? '');
      if (!href) return null;
      const link = (schema.marks.link as MarkType).create({ href });
      return state.tr.replaceWith(start, end, schema.text(match[1] ?? '', [link])).removeStoredMark(link.type);
    }),
  ];
}

/** Signs around words that set a mark; what is typed last isn't in the document yet. */
const marked = (pattern: RegExp, mark: MarkType): InputRule =>
  new InputRule(pattern, (state, match, _start, end) => {
    const [, whole = '', words = ''] = match;
    const signs = (whole.length - words.length) / 2;
    const from = end - (whole.length - 1);
    const tr = state.tr.delete(end - (signs - 1), end).delete(from, from + signs);
    return tr.addMark(from, from + words.length, mark.create()).removeStoredMark(mark);
  });

/** Turns a mark on or off; where nothing is selected, for what is typed next. */
export const toggle = (mark: 'bold' | 'italic'): Command => (state, dispatch) => toggleMark(state.schema.marks[mark] as MarkType)(state, dispatch);
