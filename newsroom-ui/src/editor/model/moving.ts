import { Fragment } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type Command } from '@tiptap/pm/state';

/** Moves the block of the selection one place up or down, within what holds it, or with what holds it where it is first or last there. */
export const moveBlock = (by: -1 | 1): Command => (state, dispatch) => {
  const { $from, $to, from, to } = state.selection;
  const innermost = state.selection instanceof NodeSelection ? $from.depth : $from.sharedDepth(to) - ($from.sameParent($to) ? 1 : 0);
  for (let depth = Math.max(0, innermost); depth >= 0; depth--) {
    const parent = $from.node(depth);
    const [first, last] = [$from.index(depth), $to.indexAfter(depth)];
    const [start, end] = by < 0 ? [first - 1, last] : [first, last + 1];
    if (parent.isTextblock || start < 0 || end > parent.childCount) continue;
    const children = parent.children.slice(start, end);
    const swapped = Fragment.from(by < 0 ? [...children.slice(1), ...children.slice(0, 1)] : [...children.slice(-1), ...children.slice(0, -1)]);
    if (!parent.canReplace(start, end, swapped)) continue;
    if (dispatch) {
      const at = $from.posAtIndex(start, depth);
      const distance = by < 0 ? -parent.child(start).nodeSize : parent.child(end - 1).nodeSize;
      const tr = state.tr.replaceWith(at, at + swapped.size, swapped);
      const selection = state.selection;
      tr.setSelection(selection instanceof NodeSelection ? NodeSelection.create(tr.doc, from + distance) : TextSelection.create(tr.doc, selection.anchor + distance, selection.head + distance));
      dispatch(tr.scrollIntoView());
    }

    return true;
  }

  return false;
};
