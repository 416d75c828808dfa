import { Extension, type Editor } from '@tiptap/core';
import { toggleMark } from '@tiptap/pm/commands';
import { Fragment, Slice, type MarkType, type NodeType } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import type { Desk } from '../desk.ts';
import type { Picture } from '../host.ts';
import { putIn } from '../inserting.ts';
import { tidyLink } from '../model/links.ts';
import { isPicture } from '../uploads.ts';
import { say } from '../words.ts';
import { clean } from './clean.ts';

/** What is pasted or dropped: text comes in clean, pictures are sent to the library. */
export const pasting = (desk: Desk): Extension =>
  Extension.create({
    name: 'pasting',
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          props: {
            transformPastedHTML: (html) => (/ data-pm-slice=/.test(html) ? html : cleaned(html, editor, desk)),
            handlePaste: (_view, event) => pasteFiles(event, editor, desk) || pasteAddress(event, editor),
            handleDrop: (view, event) => {
              const files = [...(event.dataTransfer?.files ?? [])].filter(isPicture);
              if (files.length === 0) return false;
              const pos = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
              addPictures(editor, desk, files, pos);
              event.preventDefault();
              return true;
            },
          },
        }),
      ];
    },
  });

function cleaned(html: string, editor: Editor, desk: Desk): string {
  const result = clean(html, (text) => new DOMParser().parseFromString(text, 'text/html'), (data) => keep(data, editor, desk));
  if (result.picturesLeft > 0) desk.announce(say(desk.words.picturesLeft, { count: result.picturesLeft }));
  return result.html;
}

/** Sends a picture that came as text. */
function keep(data: string, editor: Editor, desk: Desk): string | null {
  const found = /^data:(image\/[a-z]+);base64,(.*)$/is.exec(data);
  if (!found?.[1] || !found[2]) return null;
  try {
    const bytes = Uint8Array.from(atob(found[2].replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
    const file = new File([bytes], `image.${found[1].slice('image/'.length)}`, { type: found[1] });
    return isPicture(file) ? send(file, editor, desk) : null;
  } catch {
    // It says that it is a picture in letters, and isn't.
    return null;
  }
}

function send(file: File, editor: Editor, desk: Desk): string {
  const key: string = desk.uploads.start(file, (picture) => arrived(editor, desk, key, picture));
  return key;
}

/** Puts the picture that arrived where its place was kept. It can't be undone into one that is on its way. */
function arrived(editor: Editor, desk: Desk, key: string, picture: Picture): void {
  const tr = editor.state.tr.setMeta('addToHistory', false);
  tr.doc.descendants((node, pos) => {
    if (node.attrs.upload === key) tr.setNodeAttribute(pos, 'image', picture.id).setNodeAttribute(pos, 'upload', null);
    return !node.isTextblock;
  });
  if (!tr.docChanged) return;
  editor.view.dispatch(tr);
  desk.announce(say(desk.words.uploaded, { name: desk.words.figure }));
}

/** Puts a picture in for each file, at a place or at the selection, and sends them. */
export function addPictures(editor: Editor, desk: Desk, files: readonly File[], pos?: number): void {
  for (const file of files) {
    const figure = (editor.schema.nodes.figure as NodeType).create({ upload: send(file, editor, desk) });
    const { tr } = editor.state;
    const at = pos === undefined ? null : dropPoint(tr.doc, Math.min(pos, tr.doc.content.size), new Slice(Fragment.from(figure), 0, 0));
    editor.view.dispatch(at === null ? putIn(tr, figure) : tr.insert(at, figure));
  }
}

function pasteFiles(event: ClipboardEvent, editor: Editor, desk: Desk): boolean {
  const files = [...(event.clipboardData?.files ?? [])].filter(isPicture);
  // Office programs put a picture of the text beside the text.
  const hasText = event.clipboardData?.types.includes('text/html') && !/^\s*(<meta[^>]*>)?\s*<img\b[^>]*>\s*$/i.test(event.clipboardData.getData('text/html').replace(/<\/?(html|body)>|<!--(Start|End)Fragment-->/g, ''));
  if (files.length === 0 || hasText) return false;
  addPictures(editor, desk, files);
  return true;
}

/** An address pasted over words links them. */
function pasteAddress(event: ClipboardEvent, editor: Editor): boolean {
  const text = event.clipboardData?.getData('text/plain').trim() ?? '';
  const href = /^(https?:\/\/|mailto:)\S+$/i.test(text) ? tidyLink(text) : null;
  if (!href || editor.state.selection.empty) return false;
  return toggleMark(editor.schema.marks.link as MarkType, { href })(editor.state, editor.view.dispatch);
}
