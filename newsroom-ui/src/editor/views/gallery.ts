import type { NodeViewRendererProps } from '@tiptap/core';
import type { NodeView } from '@tiptap/pm/view';
import { button, make } from '../dom.ts';
import type { AtDesk } from '../desk.ts';
import { limits } from '../model/limits.ts';
import { say } from '../words.ts';
import { blockView } from './block.ts';

/** Several pictures, in an order that can be changed. */
export const galleryView = (props: NodeViewRendererProps, atDesk: AtDesk): NodeView =>
  blockView(props, atDesk, atDesk.desk.words.gallery, (place) => {
    const { words, pictures, uploads, host } = place.desk;
    const list = make('ol', { className: 'gallery-pictures' });
    const told = make('p', { className: 'slot-told' });
    let shown = '';

    const images = (): string[] => place.node().attrs.images as string[];
    const set = (next: string[]): void => place.set('images', next.slice(0, limits.galleryImages));

    const swap = (index: number, by: number): void => {
      const next = [...images()];
      const [moved] = next.splice(index, 1);
      if (moved === undefined) return;
      next.splice(index + by, 0, moved);
      set(next);
      list.children[index + by]?.querySelector<HTMLElement>(by < 0 ? '.earlier' : '.later')?.focus();
      place.desk.announce(say(words.picture, { number: index + by + 1, count: next.length }));
    };

    const item = (id: string, index: number, count: number): HTMLElement => {
      const label = say(words.picture, { number: index + 1, count });
      const picture = make('img', { alt: label, draggable: false });
      void pictures.find(id).then((found) => {
        if (found) Object.assign(picture, { src: found.url, alt: found.alt ?? label });
      });
      const earlier = button(words.earlier, () => swap(index, -1), { className: 'earlier', disabled: index === 0, ariaLabel: `${words.earlier}: ${label}` });
      const later = button(words.later, () => swap(index, 1), { className: 'later', disabled: index === count - 1, ariaLabel: `${words.later}: ${label}` });
      const remove = button(words.remove, () => set(images().filter((_, at) => at !== index)), { ariaLabel: `${words.remove}: ${label}` });
      return make('li', {}, picture, make('div', { className: 'gallery-tools' }, earlier, later, remove));
    };

    const send = (files: File[]): void => {
      for (const file of files) {
        const key = uploads.start(file, (picture) => {
          set([...images(), picture.id]);
          told.textContent = '';
        });
        uploads.listen(key, ({ name, share, failure }) => {
          told.textContent = failure === null ? say(words.uploading, { name, share: Math.round(share * 100) }) : say(words.uploadFailed, { name, reason: failure });
        });
      }
    };

    const add = button(words.addPictures, () => void place.desk.chooseFiles(true).then(send));
    const pick = button(words.library, () => void host().pick?.().then((picture) => {
      if (!picture) return;
      pictures.add(picture);
      set([...images(), picture.id]);
    }), { hidden: !host().pick });

    return {
      parts: [list, make('div', { className: 'slot-ways' }, add, pick, told)],
      fields: [],
      show: ({ attrs }) => {
        const next = (attrs.images as string[]).join();
        if (next === shown) return;
        shown = next;
        list.replaceChildren(...(attrs.images as string[]).map((id, index, all) => item(id, index, all.length)));
      },
    };
  });
