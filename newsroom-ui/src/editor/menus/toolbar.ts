import type { Editor } from '@tiptap/core';
import { setBlockType } from '@tiptap/pm/commands';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import type { MarkType, NodeType } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, isInTable, mergeCells, splitCell, toggleHeaderRow } from '@tiptap/pm/tables';
import type { Desk } from '../desk.ts';
import { make } from '../dom.ts';
import { toggleList, toggleWrap } from '../inserting.ts';
import { moveBlock } from '../model/moving.ts';
import { toggle } from '../writing.ts';
import { icon, type IconName } from './icons.ts';

interface Tool {
  label: string;
  icon: IconName;
  keys?: string;
  run: (editor: Editor) => void;
  isOn?: (state: EditorState) => boolean;
  isOff?: (state: EditorState) => boolean;
}

const command = (made: Command): ((editor: Editor) => void) => ({ view }) => void made(view.state, view.dispatch, view);

const hasMark = (name: string) => ({ selection: { from, to, empty, $from }, doc, schema, storedMarks }: EditorState): boolean => {
  const mark = schema.marks[name] as MarkType;
  return empty ? Boolean(mark.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, mark);
};

const isIn = (name: string, level?: number) => ({ selection: { $from } }: EditorState): boolean => {
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type, attrs } = $from.node(depth);
    if (type.name === name && (level === undefined || attrs.level === level)) return true;
  }

  return false;
};

interface ToolbarOptions {
  openLink: () => void;
  openBlocks: () => void;
  addPicture: () => void;
}

/** The buttons above the text; on a phone, above the keyboard. One Tab leads to it, arrows lead along it, Escape back. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #tools: (readonly [Tool, HTMLButtonElement])[] = [];
  readonly #table: HTMLElement;
  #isWaiting = false;

  constructor(private readonly editor: Editor, { words }: Desk, { openLink, openBlocks, addPicture }: ToolbarOptions) {
    const heading = (level: number): Tool => ({
      label: words[`heading${level}` as 'heading2'],
      icon: `heading${level}` as IconName,
      keys: `Control+Alt+${level}`,
      isOn: isIn('heading', level),
      run: (editor) => command(setBlockType(editor.schema.nodes[isIn('heading', level)(editor.state) ? 'paragraph' : 'heading'] as NodeType, { level }))(editor),
    });
    this.#table = this.#group([
      { label: words.rowBefore, icon: 'rowBefore', run: command(addRowBefore) },
      { label: words.rowAfter, icon: 'rowAfter', run: command(addRowAfter) },
      { label: words.rowRemove, icon: 'rowRemove', run: command(deleteRow) },
      { label: words.columnBefore, icon: 'columnBefore', run: command(addColumnBefore) },
      { label: words.columnAfter, icon: 'columnAfter', run: command(addColumnAfter) },
      { label: words.columnRemove, icon: 'columnRemove', run: command(deleteColumn) },
      { label: words.headerRow, icon: 'headerRow', run: command(toggleHeaderRow) },
      { label: words.mergeCells, icon: 'merge', run: command(mergeCells), isOff: (state) => !mergeCells(state) },
      { label: words.splitCell, icon: 'split', run: command(splitCell), isOff: (state) => !splitCell(state) },
      { label: words.tableRemove, icon: 'remove', run: command(deleteTable) },
    ]);
    this.#table.setAttribute('role', 'group');
    this.#table.setAttribute('aria-label', words.tableTools);
    const groups = [
      this.#group([
        { label: words.insert, icon: 'plus', run: openBlocks },
        { label: words.figure, icon: 'picture', run: addPicture },
      ]),
      this.#group([
        { label: words.bold, icon: 'bold', keys: 'Control+B', run: command(toggle('bold')), isOn: hasMark('bold') },
        { label: words.italic, icon: 'italic', keys: 'Control+I', run: command(toggle('italic')), isOn: hasMark('italic') },
        { label: words.link, icon: 'link', keys: 'Control+K', run: openLink, isOn: hasMark('link') },
      ]),
      this.#group([
        heading(2),
        heading(3),
        { label: words.bulletList, icon: 'bullets', keys: 'Control+Shift+8', run: command(toggleList('bulletList')), isOn: isIn('bulletList') },
        { label: words.orderedList, icon: 'numbers', keys: 'Control+Shift+7', run: command(toggleList('orderedList')), isOn: isIn('orderedList') },
        { label: words.blockquote, icon: 'quote', run: command(toggleWrap('blockquote')), isOn: isIn('blockquote') },
      ]),
      this.#group([
        { label: words.moveUp, icon: 'up', keys: 'Alt+ArrowUp', run: command(moveBlock(-1)), isOff: (state) => !moveBlock(-1)(state) },
        { label: words.moveDown, icon: 'down', keys: 'Alt+ArrowDown', run: command(moveBlock(1)), isOff: (state) => !moveBlock(1)(state) },
        { label: words.undo, icon: 'undo', keys: 'Control+Z', run: command(undo), isOff: (state) => undoDepth(state) === 0 },
        { label: words.redo, icon: 'redo', keys: 'Control+Y', run: command(redo), isOff: (state) => redoDepth(state) === 0 },
      ]),
      this.#table,
    ];
    this.element = make('div', { className: 'toolbar', role: 'toolbar', ariaLabel: words.toolbar }, ...groups);
    this.element.addEventListener('keydown', (event) => this.#along(event));
    this.#show();
    this.#rove(this.#buttons()[0]);
  }

  enter(): void {
    this.#buttons().find((button) => button.tabIndex === 0)?.focus();
  }

  /** Shows what holds at the selection, once a frame at most. */
  update(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      if (!this.editor.isDestroyed) this.#show();
    });
  }

  #group(tools: Tool[]): HTMLElement {
    return make('div', { className: 'tools' }, ...tools.map((tool) => this.#button(tool)));
  }

  #button(tool: Tool): HTMLButtonElement {
    const made = make('button', { type: 'button', title: tool.label, ariaLabel: tool.label, tabIndex: -1 }, icon(tool.icon));
    if (tool.keys) made.setAttribute('aria-keyshortcuts', tool.keys);
    // The caret stays where it is.
    made.addEventListener('pointerdown', (event) => event.preventDefault());
    made.addEventListener('click', () => {
      if (made.ariaDisabled === 'true') return;
      const byKeyboard = document.activeElement === made;
      tool.run(this.editor);
      if (!byKeyboard && document.activeElement === document.body) this.editor.view.focus();
    });
    this.#tools.push([tool, made]);
    return made;
  }

  #buttons(): HTMLButtonElement[] {
    return this.#tools.map(([, button]) => button).sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)).filter((button) => !button.closest('[hidden]'));
  }

  #rove(to: HTMLButtonElement | undefined): void {
    if (!to) return;
    for (const [, button] of this.#tools) button.tabIndex = button === to ? 0 : -1;
  }

  #along(event: KeyboardEvent): void {
    const buttons = this.#buttons();
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const forth = this.element.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    const back = forth === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const next = event.key === forth ? at + 1 : event.key === back ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : null;
    if (event.key === 'Escape') this.editor.view.focus();
    else if (next !== null) {
      const to = buttons[(next + buttons.length) % buttons.length];
      this.#rove(to);
      to?.focus();
    } else return;
    event.preventDefault();
  }

  #show(): void {
    const { state } = this.editor;
    this.#table.hidden = !isInTable(state);
    for (const [tool, button] of this.#tools) {
      if (tool.isOn) button.ariaPressed = String(tool.isOn(state));
      if (tool.isOff && !button.closest('[hidden]')) button.ariaDisabled = String(tool.isOff(state));
    }

    if (!this.#buttons().some((button) => button.tabIndex === 0)) this.#rove(this.#buttons()[0]);
  }
}
