import type { EditorView } from '@tiptap/pm/view';

/** Lays something that is shown for a moment below a place in the text, within what it stands in. */
export function layBelow(popup: HTMLElement, view: EditorView, pos: number): void {
  const frame = (popup.offsetParent ?? document.body).getBoundingClientRect();
  const at = view.coordsAtPos(pos);
  const isRtl = getComputedStyle(popup).direction === 'rtl';
  const left = (isRtl ? at.left - popup.offsetWidth : at.left) - frame.left;
  const below = at.bottom + 6;
  const fits = below + popup.offsetHeight <= window.innerHeight || at.top - popup.offsetHeight < 0;
  popup.style.left = `${Math.max(0, Math.min(left, frame.width - popup.offsetWidth))}px`;
  popup.style.top = `${(fits ? below : at.top - popup.offsetHeight - 6) - frame.top}px`;
}
