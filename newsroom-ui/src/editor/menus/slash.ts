import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import type { Desk } from '../desk.ts';
import { freshId, make } from '../dom.ts';
import { kinds, type Kind } from '../inserting.ts';
import { say } from '../words.ts';
import { layBelow } from './popup.ts';

interface Open {
  /** Where the slash stands. */
  from: number;
  query: string;
}

const key = new PluginKey<Open | null>('slash');
const longest = 24;

/** The menu of blocks that a slash opens: letters narrow it, arrows choose, Enter puts the block in, Escape closes it. */
export const slashMenu = (desk: Desk, frame: () => HTMLElement): Extension =>
  Extension.create({
    name: 'slash',
    // Ahead of the keys of writing, since Enter and the arrows are its own while it is open.
    priority: 200,
    addProseMirrorPlugins() {
      const menu = new Menu(this.editor, desk, frame);
      return [
        new Plugin<Open | null>({
          key,
          state: {
            init: () => null,
            apply: (tr, open, _before, state) => (tr.getMeta(key) === 'close' ? null : tr.docChanged || tr.selectionSet ? next(open && { ...open, from: tr.mapping.map(open.from) }, state, tr.docChanged) : open),
          },
          props: { handleKeyDown: (_view, event) => menu.handle(event), handleDOMEvents: { blur: () => menu.close() } },
          view: () => ({ update: () => menu.update(), destroy: () => menu.destroy() }),
        }),
      ];
    },
  });

function next(open: Open | null, state: EditorState, isTyped: boolean): Open | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== 'paragraph') return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - longest), $from.parentOffset, undefined, '\ufffc');
  const found = /(?:^|\s)\/([^\s/][^/]*|)$/.exec(before);
  if (!found) return null;
  const query = found[1] ?? '';
  const from = $from.pos - query.length - 1;
  return open?.from === from || (isTyped && query === '') ? { from, query } : null;
}

class Menu {
  #list: HTMLElement | null = null;
  #found: Kind[] = [];
  #chosen = 0;
  #query: string | null = null;
  readonly #all: Kind[];

  constructor(private readonly editor: Editor, private readonly desk: Desk, private readonly frame: () => HTMLElement) {
    this.#all = kinds(desk.words, desk);
  }

  get #open(): Open | null {
    return key.getState(this.editor.state) ?? null;
  }

  handle(event: KeyboardEvent): boolean {
    if (!this.#open || event.isComposing) return false;
    switch (event.key) {
      case 'ArrowDown': return this.#choose(this.#chosen + 1);
      case 'ArrowUp': return this.#choose(this.#chosen - 1);
      case 'Enter':
      case 'Tab': return this.#run();
      case 'Escape': return this.close();
      default: return false;
    }
  }

  close(): boolean {
    if (this.#open) this.editor.view.dispatch(this.editor.state.tr.setMeta(key, 'close'));
    return false;
  }

  update(): void {
    const open = this.#open;
    if (!open) return this.destroy();
    if (open.query === this.#query) return;
    this.#query = open.query;
    const wanted = open.query.toLocaleLowerCase();
    const rank = ({ label, name }: Kind): number => [label.toLocaleLowerCase().startsWith(wanted), name.toLowerCase().startsWith(wanted), label.toLocaleLowerCase().includes(wanted)].indexOf(true);
    this.#found = [0, 1, 2].flatMap((place) => this.#all.filter((kind) => rank(kind) === place));
    this.#chosen = 0;
    this.#show(open);
    const { words, announce } = this.desk;
    announce(this.#found.length > 0 ? say(words.blocksFound, { count: this.#found.length }) : words.blocksNone);
  }

  destroy(): void {
    this.#list?.remove();
    this.#list = null;
    this.#query = null;
    const { dom } = this.editor.view;
    dom.removeAttribute('aria-controls');
    dom.removeAttribute('aria-activedescendant');
  }

  #show(open: Open): void {
    this.#list ??= this.#made();
    const id = this.#list.id;
    this.#list.replaceChildren(...this.#found.map((kind, index) => this.#option(kind, `${id}-${index}`, index)));
    if (this.#found.length === 0) this.#list.append(make('p', { className: 'menu-none' }, this.desk.words.blocksNone));
    this.editor.view.dom.setAttribute('aria-controls', id);
    this.#mark();
    layBelow(this.#list, this.editor.view, open.from);
  }

  #made(): HTMLElement {
    const list = make('div', { className: 'menu', id: freshId('blocks'), role: 'listbox', ariaLabel: this.desk.words.blocks, tabIndex: 0 });
    // The caret stays where it is, also when the list is scrolled.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    return this.frame().appendChild(list);
  }

  #option({ label, hint }: Kind, id: string, index: number): HTMLElement {
    const option = make('div', { id, role: 'option', className: 'menu-option' }, make('b', {}, label), make('span', {}, hint));
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.#chosen = index;
      this.#run();
    });
    return option;
  }

  #choose(index: number): boolean {
    if (this.#found.length === 0) return false;
    this.#chosen = (index + this.#found.length) % this.#found.length;
    this.#mark();
    return true;
  }

  #mark(): void {
    [...(this.#list?.querySelectorAll('[role=option]') ?? [])].forEach((option, index) => {
      option.ariaSelected = String(index === this.#chosen);
      if (index !== this.#chosen) return;
      option.scrollIntoView({ block: 'nearest' });
      this.editor.view.dom.setAttribute('aria-activedescendant', option.id);
    });
  }

  #run(): boolean {
    const open = this.#open;
    const kind = this.#found[this.#chosen];
    if (!open || !kind) return false;
    const { view } = this.editor;
    view.dispatch(view.state.tr.delete(open.from, view.state.selection.from).setMeta(key, 'close'));
    kind.run(this.editor);
    this.desk.announce(say(this.desk.words.inserted, { block: kind.label }));
    return true;
  }
}
