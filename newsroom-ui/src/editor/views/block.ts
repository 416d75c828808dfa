import type { NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import { button, make } from '../dom.ts';
import type { AtDesk } from '../desk.ts';
import type { Field } from './fields.ts';

/** Where a view stands, and what it can do to its block. */
export interface Place extends AtDesk {
  node(): Node;
  set(attribute: string, value: unknown): void;
  remove(): void;
  /** Puts the caret behind the block. */
  leave(): void;
}

/** What a kind of block shows besides its frame. */
export interface Inside {
  /** Stands before the fields: a picture, say. */
  parts: HTMLElement[];
  fields: Field[];
  /** More buttons beside “Remove”. */
  tools?: HTMLElement[];
  /** Where the block's text is edited, if it has any. */
  contentDOM?: HTMLElement;
  show(node: Node): void;
  destroy?(): void;
}

/**
 * The frame of a block: its name, its buttons, its fields. The block is reached with the arrow keys; Enter goes into its first field, Escape comes back, Enter in a field goes on behind
 * the block.
 */
export function blockView(props: NodeViewRendererProps, atDesk: AtDesk, label: string, build: (place: Place) => Inside): NodeView {
  const { editor, desk } = atDesk;
  let node = props.node;

  const position = (): number => (props.getPos as () => number | undefined)() ?? -1;
  const place: Place = {
    ...atDesk,
    node: () => node,
    set: (attribute, value) => {
      const pos = position();
      if (pos >= 0) editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, attribute, value));
    },
    remove: () => {
      const pos = position();
      const tr = editor.state.tr.delete(pos, pos + node.nodeSize);
      editor.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)))).scrollIntoView());
      editor.view.focus();
    },
    leave: () => {
      const after = position() + node.nodeSize;
      const { tr, schema } = editor.state;
      const next = tr.doc.resolve(after).nodeAfter;
      if (!next?.isTextblock) tr.insert(after, schema.node('paragraph'));
      editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
      editor.view.focus();
    },
  };

  const inside = build(place);
  const remove = button(desk.words.remove, place.remove, { className: 'tool' });
  const head = make('div', { className: 'block-head', contentEditable: 'false' }, make('span', { className: 'block-name' }, label), ...(inside.tools ?? []), remove);
  const fields = make('div', { className: 'fields', contentEditable: 'false' }, ...inside.fields.map((field) => field.element));
  const parts = make('div', { className: 'block-parts', contentEditable: 'false' }, ...inside.parts);
  const dom = make('div', { className: 'block', data: { kind: node.type.name } }, head, ...(inside.parts.length > 0 ? [parts] : []), ...(inside.contentDOM ? [inside.contentDOM] : []), fields);
  dom.setAttribute('role', 'group');
  dom.setAttribute('aria-label', label);
  const flush = (): void => inside.fields.forEach((field) => field.flush());
  desk.flush.add(flush);
  inside.show(node);

  dom.addEventListener('keydown', (event) => {
    if (inside.contentDOM?.contains(event.target as HTMLElement)) return;
    const isField = inside.fields.some((field) => field.control === event.target);
    if (event.key === 'Escape') {
      flush();
      const pos = position();
      editor.view.dispatch(editor.state.tr.setSelection(node.isAtom ? NodeSelection.create(editor.state.doc, pos) : Selection.near(editor.state.doc.resolve(pos + 1))));
      editor.view.focus();
    } else if (event.key === 'Enter' && isField && !event.shiftKey && !event.isComposing) {
      flush();
      place.leave();
    } else {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
  });

  return {
    dom,
    ...(inside.contentDOM ? { contentDOM: inside.contentDOM } : {}),
    update: (next) => {
      if (next.type !== node.type) return false;
      node = next;
      inside.show(node);
      return true;
    },
    selectNode: () => dom.classList.add('is-selected'),
    deselectNode: () => dom.classList.remove('is-selected'),
    // What happens in fields and on buttons is theirs; what is dragged is the block, by anything but those.
    stopEvent: (event) => {
      const target = event.target as HTMLElement;
      const isInside = !inside.contentDOM?.contains(target) && target.closest?.('input, textarea, select, button, .glass') !== null;
      return isInside && !(event.type === 'drop' || (event.type === 'dragstart' && target === dom));
    },
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !inside.contentDOM?.contains(mutation.target),
    destroy: () => {
      desk.flush.delete(flush);
      inside.destroy?.();
    },
  };
}

/** Goes into the first field or button of the block that is selected. */
export function enterBlock({ editor }: AtDesk): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return false;
  const dom = editor.view.nodeDOM(selection.from);
  const target = dom instanceof HTMLElement ? (dom.querySelector<HTMLElement>('.block-parts button, .block-parts input') ?? dom.querySelector<HTMLElement>('.fields input, .fields textarea, .fields select')) : null;
  target?.focus();
  return target !== null;
}
