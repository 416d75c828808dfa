import { button, make } from '../dom.ts';
import type { Picture } from '../host.ts';
import { say } from '../words.ts';
import type { Place } from './block.ts';

export interface PictureSlot {
  readonly element: HTMLElement;
  /** Shows a picture by its id, or what is on its way, or how to get one. */
  show(image: string | null, upload: string | null): void;
  destroy(): void;
}

interface SlotOptions {
  /** What the slot is for, where a block has several. */
  label?: string;
  taken: (picture: Picture) => void;
  started: (upload: string | null) => void;
  shown?: (picture: Picture | null) => void;
}

/** A place for one picture: chosen as a file or from the library, on its way, or there. */
export function pictureSlot({ desk, editor }: Place, { label, taken, started, shown }: SlotOptions): PictureSlot {
  const { words, uploads, pictures } = desk;
  const element = make('div', { className: 'slot' });
  let current: string | null | undefined;
  let stop = (): void => undefined;

  const send = (file: File): void => started(uploads.start(file, taken));

  const choose = async (): Promise<void> => {
    const [file] = await desk.chooseFiles(false);
    if (file) send(file);
  };

  const pick = async (): Promise<void> => {
    const picture = await desk.host().pick?.();
    if (!picture) return;
    pictures.add(picture);
    taken(picture);
  };

  const ways = (...lead: (Node | string)[]): HTMLElement =>
    make('p', { className: 'slot-ways' }, ...lead, button(label ? `${label}: ${words.choose}` : words.choose, () => void choose()), ...(desk.host().pick ? [button(label ? `${label}: ${words.library}` : words.library, () => void pick())] : []));

  const showUpload = (key: string): void => {
    const upload = uploads.find(key);
    if (!upload) return;
    const name = upload.name;
    const bar = make('progress', { max: 1, value: 0, ariaLabel: name });
    const told = make('span', { className: 'slot-told' });
    const again = button(words.retry, () => uploads.retry(key), { hidden: true });
    const cancel = button(words.cancel, () => {
      uploads.cancel(key);
      started(null);
      editor.view.focus();
    });
    element.replaceChildren(make('img', { src: upload.preview, alt: '', className: 'is-coming' }), make('div', { className: 'slot-progress' }, told, bar, again, cancel));
    const update = (): void => {
      bar.value = upload.share;
      bar.hidden = upload.failure !== null;
      again.hidden = upload.failure === null;
      told.textContent = upload.failure === null ? say(words.uploading, { name, share: Math.round(upload.share * 100) }) : say(words.uploadFailed, { name, reason: upload.failure });
      if (upload.failure !== null) desk.announce(told.textContent);
    };
    update();
    stop = uploads.listen(key, update);
  };

  const showImage = async (image: string): Promise<void> => {
    const picture = await pictures.find(image);
    if (current !== image) return;
    shown?.(picture);
    element.replaceChildren(
      picture ? make('img', { src: picture.url, alt: picture.alt ?? '', width: picture.width, height: picture.height, draggable: false }) : make('p', { className: 'slot-ways' }, words.pictureGone),
    );
  };

  element.addEventListener('drop', (event) => {
    const file = [...(event.dataTransfer?.files ?? [])][0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    send(file);
  });
  element.addEventListener('dragover', (event) => event.preventDefault());

  return {
    element,
    show: (image, upload) => {
      const next = uploads.find(upload) ? upload : image;
      if (next === current) return;
      stop();
      stop = () => undefined;
      current = next;
      if (next !== null && next === upload) showUpload(next);
      else if (next !== null) void showImage(next);
      else element.replaceChildren(ways(label ? `${label}: ` : `${words.noPicture} `));
    },
    destroy: () => stop(),
  };
}
