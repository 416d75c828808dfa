import type { NodeViewRendererProps } from '@tiptap/core';
import type { NodeView } from '@tiptap/pm/view';
import { make } from '../dom.ts';
import type { AtDesk } from '../desk.ts';
import { limits } from '../model/limits.ts';
import { embeddable } from '../model/links.ts';
import { blockView } from './block.ts';
import { field } from './fields.ts';

/** An address elsewhere and a caption; nothing is fetched. */
export const embedView = (props: NodeViewRendererProps, atDesk: AtDesk): NodeView =>
  blockView(props, atDesk, atDesk.desk.words.embed, (place) => {
    const { words } = place.desk;
    const url = field({ label: words.address, longest: limits.address, type: 'url', change: (value) => place.set('url', value) });
    const caption = field({ label: words.caption, longest: limits.caption, lines: true, change: (value) => place.set('caption', value) });
    return {
      parts: [],
      fields: [url, caption],
      show: ({ attrs }) => {
        url.show(attrs.url);
        caption.show(attrs.caption);
        const isWrong = attrs.url !== null && embeddable(attrs.url) === null;
        url.note(isWrong ? words.addressWrong : null, isWrong);
      },
    };
  });

/** A block of the Record that names its topic or its question. */
export const referenceView = (name: 'timeline' | 'whatWeKnow', attributes: readonly ('topic' | 'question')[]) => (props: NodeViewRendererProps, atDesk: AtDesk): NodeView =>
  blockView(props, atDesk, atDesk.desk.words[name], (place) => {
    const { words } = place.desk;
    const fields = attributes.map((attribute) => field({ label: words[attribute], longest: limits.reference, change: (value) => place.set(attribute, value) }));
    return { parts: [], fields, show: ({ attrs }) => fields.forEach((one, index) => one.show(attrs[attributes[index] ?? ''])) };
  });

/** A fragment that other stories use too; which one is chosen elsewhere. */
export const backgroundView = (props: NodeViewRendererProps, atDesk: AtDesk): NodeView =>
  blockView(props, atDesk, atDesk.desk.words.background, (place) => {
    const told = make('p', { className: 'block-told' });
    return { parts: [told], fields: [], show: ({ attrs }) => (told.textContent = `${place.desk.words.version} ${attrs.version}`) };
  });

/** The end of the free part. */
export const gateView = (props: NodeViewRendererProps, atDesk: AtDesk): NodeView =>
  blockView(props, atDesk, atDesk.desk.words.gate, (place) => ({ parts: [make('p', { className: 'gate-line' }, place.desk.words.gateLine)], fields: [], show: () => undefined }));

/** Text with one thing said about it. */
const titled = (kind: 'pullQuote' | 'factbox', attribute: string, label: 'attribution' | 'boxTitle') => (props: NodeViewRendererProps, atDesk: AtDesk): NodeView =>
  blockView(props, atDesk, atDesk.desk.words[kind], (place) => {
    const said = field({ label: place.desk.words[label], longest: limits.label, change: (value) => place.set(attribute, value) });
    return {
      parts: [],
      fields: [said],
      contentDOM: make(kind === 'pullQuote' ? 'p' : 'div', { className: 'block-text', dir: kind === 'pullQuote' ? 'auto' : '' }),
      show: ({ attrs }) => said.show(attrs[attribute]),
    };
  });

export const pullQuoteView = titled('pullQuote', 'attribution', 'attribution');
export const factboxView = titled('factbox', 'title', 'boxTitle');
