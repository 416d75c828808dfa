import type { NodeViewRendererProps } from '@tiptap/core';
import type { NodeView } from '@tiptap/pm/view';
import { button, make } from '../dom.ts';
import type { AtDesk } from '../desk.ts';
import type { Picture } from '../host.ts';
import { limits } from '../model/limits.ts';
import { say } from '../words.ts';
import { blockView } from './block.ts';
import { field } from './fields.ts';
import { pictureSlot } from './picture.ts';

type Side = 'before' | 'after';

/** Two pictures of one place, with the handle that readers will have. */
export const comparisonView = (props: NodeViewRendererProps, atDesk: AtDesk): NodeView =>
  blockView(props, atDesk, atDesk.desk.words.comparison, (place) => {
    const { words } = place.desk;
    const known: Record<Side, Picture | null> = { before: null, after: null };
    const uploads: Record<Side, string | null> = { before: null, after: null };
    const caption = field({ label: words.caption, longest: limits.caption, lines: true, change: (value) => place.set('caption', value) });
    const credit = field({ label: words.credit, longest: limits.label, change: (value) => place.set('credit', value) });
    const glass = sliding(words.before, words.after, words.handle, words.uncovered);

    const slot = (side: Side) =>
      pictureSlot(place, {
        label: words[side],
        taken: (picture) => {
          uploads[side] = null;
          place.set(side, picture.id);
        },
        started: (upload) => {
          uploads[side] = upload;
          show();
        },
        shown: (picture) => {
          known[side] = picture;
          glass.show(known.before, known.after);
        },
      });
    const slots = { before: slot('before'), after: slot('after') };
    const replace = (side: Side): HTMLButtonElement => button(`${words.replace}: ${words[side]}`, () => place.set(side, null), { className: 'tool' });
    const replaces = { before: replace('before'), after: replace('after') };

    const show = (): void => {
      const { attrs } = place.node();
      for (const side of ['before', 'after'] as const) {
        slots[side].show(attrs[side], uploads[side]);
        replaces[side].hidden = attrs[side] === null;
        if (attrs[side] === null) known[side] = null;
      }

      glass.show(known.before, known.after);
      caption.show(attrs.caption);
      credit.show(attrs.credit);
    };

    return {
      parts: [make('div', { className: 'comparison' }, slots.before.element, slots.after.element), glass.element],
      fields: [caption, credit],
      tools: [replaces.before, replaces.after],
      show,
      destroy: () => {
        slots.before.destroy();
        slots.after.destroy();
      },
    };
  });

interface Glass {
  element: HTMLElement;
  show(before: Picture | null, after: Picture | null): void;
}

/** Both pictures in one place, the later one cut at the handle: by mouse, finger or keyboard. */
function sliding(before: string, after: string, label: string, uncovered: string): Glass {
  const range = make('input', { type: 'range', min: '0', max: '100', value: '50', ariaLabel: label });
  const [under, over] = [make('img', { alt: '', draggable: false }), make('img', { alt: '', draggable: false, className: 'over' })];
  const element = make('div', { className: 'glass', hidden: true }, under, over, make('span', { className: 'glass-line', ariaHidden: 'true' }), range);
  const uncover = (): void => {
    element.style.setProperty('--at', `${range.value}%`);
    range.ariaValueText = `${say(uncovered, { before, share: range.value })}, ${say(uncovered, { before: after, share: 100 - range.valueAsNumber })}`;
  };
  const drag = (event: PointerEvent): void => {
    const box = element.getBoundingClientRect();
    const across = ((event.clientX - box.x) / box.width) * 100;
    range.value = String(element.matches(':dir(rtl)') ? 100 - across : across);
    uncover();
  };
  range.addEventListener('input', uncover);
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    range.focus({ preventScroll: true });
    drag(event);
    event.preventDefault();
  });
  element.addEventListener('pointermove', (event) => element.hasPointerCapture(event.pointerId) && drag(event));
  uncover();
  return {
    element,
    show: (first, second) => {
      element.hidden = !first || !second;
      element.parentElement?.classList.toggle('is-live', !element.hidden);
      if (!first || !second) return;
      if (under.src !== first.url) Object.assign(under, { src: first.url, width: first.width, height: first.height });
      if (over.src !== second.url) Object.assign(over, { src: second.url, width: second.width, height: second.height });
    },
  };
}
