import type { NodeViewRendererProps } from '@tiptap/core';
import type { NodeView } from '@tiptap/pm/view';
import { button, freshId, make } from '../dom.ts';
import type { AtDesk } from '../desk.ts';
import type { Picture } from '../host.ts';
import { limits } from '../model/limits.ts';
import { say } from '../words.ts';
import { blockView } from './block.ts';
import { field } from './fields.ts';
import { pictureSlot } from './picture.ts';

/** One picture, with caption, credit and size. */
export const figureView = (props: NodeViewRendererProps, atDesk: AtDesk): NodeView =>
  blockView(props, atDesk, atDesk.desk.words.figure, (place) => {
    const { words } = place.desk;
    let own: Picture | null = null;
    const caption = field({ label: words.caption, longest: limits.caption, lines: true, change: (value) => place.set('caption', value) });
    const credit = field({ label: words.credit, longest: limits.label, change: (value) => place.set('credit', value) });
    const size = make('select', { id: freshId('size') }, ...(['column', 'wide', 'full'] as const).map((value) => make('option', { value }, words[value])));
    size.addEventListener('change', () => place.set('size', size.value));
    const slot = pictureSlot(place, {
      taken: (picture) => putIn(place, picture),
      started: (upload) => (upload === null && place.node().attrs.image === null ? place.remove() : place.set('upload', upload)),
      shown: (picture) => {
        own = picture;
        sayWhoseItIs(place.node().attrs.credit);
      },
    });
    const replace = button(words.replace, () => {
      place.set('image', null);
      place.set('upload', null);
    }, { className: 'tool' });

    const sayWhoseItIs = (given: string | null): void => {
      credit.note(given || !own ? null : own.credit ? say(words.creditOwn, { credit: own.credit }) : words.creditMissing, !given && own !== null && !own.credit);
      caption.note(place.node().attrs.caption || !own?.caption ? null : say(words.captionOwn, { caption: own.caption }));
    };

    return {
      parts: [slot.element],
      fields: [caption, credit],
      tools: [make('label', { className: 'tool-label', htmlFor: size.id }, words.size), size, replace],
      show: ({ attrs }) => {
        if (attrs.image === null) own = null;
        slot.show(attrs.image, attrs.upload);
        caption.show(attrs.caption);
        credit.show(attrs.credit);
        size.value = attrs.size;
        replace.hidden = attrs.image === null;
        sayWhoseItIs(attrs.credit);
      },
      destroy: slot.destroy,
    };
  });

/** A picture that arrived can't be undone into one that is on its way. */
function putIn({ editor, node, desk }: Parameters<Parameters<typeof blockView>[3]>[0], picture: Picture): void {
  const { image, upload } = node().attrs as { image: string | null; upload: string | null };
  editor.state.doc.descendants((one, pos) => {
    if (one !== node()) return !one.isTextblock;
    const tr = editor.state.tr.setNodeAttribute(pos, 'image', picture.id).setNodeAttribute(pos, 'upload', null);
    editor.view.dispatch(upload === null && image !== null ? tr : tr.setMeta('addToHistory', false));
    desk.announce(say(desk.words.uploaded, { name: desk.words.figure }));
    return false;
  });
}
