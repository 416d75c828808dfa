import type { Editor } from '@tiptap/core';
import type { MarkType } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Desk } from '../desk.ts';
import { button, freshId, make } from '../dom.ts';
import type { FoundStory } from '../host.ts';
import { limits } from '../model/limits.ts';
import { tidyLink } from '../model/links.ts';
import { say } from '../words.ts';
import { layBelow } from './popup.ts';

const pause = 200;

/** The box in which a link is set: an address, or words of a headline of ours, which finds stories. */
export class LinkBox {
  #box: HTMLElement | null = null;

  constructor(private readonly editor: Editor, private readonly desk: Desk, private readonly frame: () => HTMLElement) {}

  open(): void {
    this.#box?.remove();
    const { words } = this.desk;
    const range = this.#range();
    const href = this.#hrefAt(range.from, range.to);
    const [input, list, note] = [make('input', { type: 'text', id: freshId('link'), dir: 'auto', autocomplete: 'off', maxLength: limits.address, value: href ?? '' }), make('div', { id: freshId('stories'), role: 'listbox', ariaLabel: words.linkTo, hidden: true }), make('p', { className: 'note is-wrong', role: 'alert', hidden: true })];
    input.role = 'combobox';
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.ariaExpanded = 'false';
    let found: FoundStory[] = [];
    let chosen = -1;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const mark = (): void => {
      [...list.children].forEach((option, index) => (option.ariaSelected = String(index === chosen)));
      if (chosen >= 0) input.setAttribute('aria-activedescendant', `${list.id}-${chosen}`);
      else input.removeAttribute('aria-activedescendant');
    };
    const show = (stories: FoundStory[]): void => {
      const kept = found[chosen]?.url;
      found = stories;
      chosen = stories.findIndex(({ url }) => url === kept);
      list.replaceChildren(
        ...stories.map(({ headline, url }, index) => {
          const option = make('div', { id: `${list.id}-${index}`, role: 'option', className: 'menu-option' }, make('b', { dir: 'auto' }, headline), make('span', { dir: 'ltr' }, url));
          option.addEventListener('pointerdown', (event) => {
            event.preventDefault();
            this.#apply(range, url, headline);
          });
          return option;
        }),
      );
      list.hidden = stories.length === 0;
      input.ariaExpanded = String(stories.length > 0);
      mark();
      if (stories.length > 0) this.desk.announce(say(words.storiesFound, { count: stories.length }));
    };
    const apply = (): void => {
      const story = found[chosen];
      if (story) return this.#apply(range, story.url, story.headline);
      const address = tidyLink(input.value);
      if (address) return this.#apply(range, address, address);
      note.textContent = words.linkWrong;
      note.hidden = false;
      input.focus();
    };

    input.addEventListener('input', () => {
      note.hidden = true;
      clearTimeout(timer);
      const query = input.value.trim();
      if (query.length < 2 || tidyLink(query)) return show([]);
      timer = setTimeout(() => {
        void this.desk.host().searchStories(query).then((stories) => input.value.trim() === query && show(stories)).catch(() => show([]));
      }, pause);
    });

    const tools = make('div', { className: 'link-tools' }, button(words.linkApply, apply), ...(href === null ? [] : [button(words.linkRemove, () => this.#apply(range, null, ''))]), button(words.cancel, () => this.close()));
    const box = make('div', { className: 'menu link-box', role: 'dialog', ariaLabel: words.link }, make('label', { htmlFor: input.id }, words.linkTo), input, note, list, tools);
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && event.target === input && !event.isComposing) apply();
      else if (event.key === 'ArrowDown' && found.length > 0) chosen = (chosen + 1) % found.length;
      else if (event.key === 'ArrowUp' && found.length > 0) chosen = (chosen <= 0 ? found.length : chosen) - 1;
      else return;
      mark();
      event.preventDefault();
    });
    box.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !box.contains(relatedTarget)) this.close(false);
    });
    this.#box = this.frame().appendChild(box);
    layBelow(box, this.editor.view, range.from);
    input.focus();
    input.select();
  }

  close(isBack = true): void {
    this.#box?.remove();
    this.#box = null;
    if (isBack) this.editor.view.focus();
  }

  // The browser tells of a selection after the key that made it; who types fast has pressed the next one by then.
  #hear(): void {
    const { view, state } = this.editor;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {};
    if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode) || !(state.selection instanceof TextSelection)) return;
    const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset!), view.posAtDOM(focusNode, focusOffset!)];
    if (anchor !== state.selection.anchor || head !== state.selection.head) view.dispatch(state.tr.setSelection(TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))));
  }

  /** What is selected, or the link that the caret stands in. */
  #range(): { from: number; to: number } {
    this.#hear();
    const { from, to, $from, empty } = this.editor.state.selection;
    const link = this.editor.schema.marks.link as MarkType;
    const mark = empty ? link.isInSet($from.marks()) : undefined;
    if (!mark) return { from, to };
    let [start, end, at] = [from, to, $from.start()];
    $from.parent.forEach((node) => {
      if (mark.isInSet(node.marks) && at <= from && at + node.nodeSize >= from) [start, end] = [at, at + node.nodeSize];
      at += node.nodeSize;
    });
    return { from: start, to: end };
  }

  #hrefAt(from: number, to: number): string | null {
    let href: string | null = null;
    this.editor.state.doc.nodesBetween(from, to, (node) => {
      href ??= (this.editor.schema.marks.link as MarkType).isInSet(node.marks)?.attrs.href ?? null;
    });
    return href;
  }

  #apply({ from, to }: { from: number; to: number }, href: string | null, text: string): void {
    const { tr, schema } = this.editor.state;
    const link = schema.marks.link as MarkType;
    if (href === null) tr.removeMark(from, to, link);
    else if (from === to) tr.insert(from, schema.text(text, [link.create({ href })]));
    else tr.addMark(from, to, link.create({ href }));
    const end = from === to && href !== null ? from + text.length : to;
    this.editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).removeStoredMark(link).scrollIntoView());
    this.close();
  }
}
