import type { Mark, Node, Schema } from '@tiptap/pm/model';
import { isImageId, newId } from './attributes.ts';
import { limits } from './limits.ts';
import { allowsLink, embeddable } from './links.ts';
import { tidyLabel, tidyText } from './text.ts';

/** The body as the server takes and writes it; see docs/body.md. */
export interface Body {
  type: 'doc';
  content: BodyNode[];
}

export interface BodyNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: BodyNode[];
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}

/** A body, and the kinds of the blocks that are not in it as what they are, since something of them is missing. */
export interface Written {
  body: Body;
  unfinished: string[];
}

/** Writes a document as the server would: nothing it refuses is ever in it, and nothing typed is left out. */
export function bodyOf(doc: Node): Written {
  const unfinished: string[] = [];
  return { body: { type: 'doc', content: blocks(doc, unfinished) }, unfinished };
}

/** Reads a body that the server wrote. Given chance, blocks that have no id get one here, so that none has to be written again for it later. */
export function docOf(schema: Schema, body: { content?: BodyNode[] | undefined } | null, random: (() => number) | null = null): Node {
  const content = body?.content ?? [];
  const blocks = content.length > 0 ? content : [{ type: 'paragraph' }];
  const doc = schema.nodeFromJSON({ type: 'doc', content: random ? blocks.map((one) => identified(one, random)) : blocks });
  doc.check();
  return doc;
}

function identified(node: BodyNode, random: () => number): BodyNode {
  if (node.type === 'text' || node.type === 'hardBreak') return node;
  const whole = { ...node, attrs: { ...node.attrs, id: node.attrs?.id ?? newId(random) } };
  return node.content ? { ...whole, content: node.content.map((one) => identified(one, random)) } : whole;
}

function blocks(parent: Node, unfinished: string[]): BodyNode[] {
  const written: BodyNode[] = [];
  parent.forEach((node) => written.push(...block(node, unfinished)));
  // Where something has to stand, an empty paragraph does.
  const isNeeded = written.length === 0 && parent.type.name !== 'tableRow';
  return isNeeded ? [{ type: 'paragraph', attrs: {} }] : written;
}

function block(node: Node, unfinished: string[]): BodyNode[] {
  const type = node.type.name;
  const id = typeof node.attrs.id === 'string' ? { id: node.attrs.id } : {};
  if (node.isTextblock) return [filled({ type, attrs: { ...id, ...textblockAttributes(node) } }, inline(node))];
  if (!node.isAtom) return [filled({ type, attrs: { ...id, ...containerAttributes(node) } }, blocks(node, unfinished))];
  const whole = thing(node);
  if (whole) return [{ ...whole, attrs: { ...id, ...whole.attrs } }];
  unfinished.push(type);
  return remains(node).map((text, index) => ({ type: 'paragraph', attrs: index === 0 ? { ...id } : {}, content: [{ type: 'text', text }] }));
}

const filled = (node: BodyNode, content: BodyNode[]): BodyNode => (content.length > 0 ? { ...node, content } : node);

const given = (attributes: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));

function textblockAttributes(node: Node): Record<string, unknown> {
  switch (node.type.name) {
    case 'heading': return { level: node.attrs.level };
    case 'pullQuote': return given({ attribution: tidyLabel(node.attrs.attribution, limits.label) });
    default: return {};
  }
}

function containerAttributes({ type, attrs }: Node): Record<string, unknown> {
  switch (type.name) {
    case 'orderedList': return attrs.start === 1 ? {} : { start: attrs.start };
    case 'factbox': return given({ title: tidyLabel(attrs.title, limits.label) });
    case 'tableCell':
    case 'tableHeader': return given({ colspan: attrs.colspan === 1 ? null : attrs.colspan, rowspan: attrs.rowspan === 1 ? null : attrs.rowspan, colwidth: attrs.colwidth });
    default: return {};
  }
}

/** A block without content as it is sent, or null where something of it is missing. */
function thing({ type: { name: type }, attrs }: Node): BodyNode | null {
  const caption = tidyLabel(attrs.caption, limits.caption);
  const credit = tidyLabel(attrs.credit, limits.label);
  const topic = tidyLabel(attrs.topic, limits.reference);
  const question = tidyLabel(attrs.question, limits.reference);
  switch (type) {
    case 'figure': return isImageId(attrs.image) ? { type, attrs: given({ image: attrs.image, caption, credit, size: attrs.size }) } : null;
    case 'gallery': return attrs.images.length > 0 ? { type, attrs: { images: attrs.images.slice(0, limits.galleryImages) } } : null;
    case 'comparison': {
      if (isImageId(attrs.before) && isImageId(attrs.after)) return { type, attrs: given({ before: attrs.before, after: attrs.after, caption, credit }) };
      // Until the other is there it is a picture like any.
      const image = [attrs.before, attrs.after].find(isImageId);
      return image ? { type: 'figure', attrs: given({ image, caption, credit, size: 'column' }) } : null;
    }
    case 'embed': {
      const url = embeddable(attrs.url ?? '');
      return url ? { type, attrs: given({ url, caption }) } : null;
    }
    case 'timeline': return topic ?? question ? { type, attrs: topic ? { topic } : { question } } : null;
    case 'whatWeKnow': return question ? { type, attrs: { question } } : null;
    case 'background': return isImageId(attrs.background) ? { type, attrs: { background: attrs.background, version: attrs.version } } : null;
    default: return { type, attrs: {} };
  }
}

/** What was typed into a block that isn't finished. */
const remains = ({ attrs }: Node): string[] =>
  [tidyLabel(attrs.url, limits.address), tidyLabel(attrs.caption, limits.caption), tidyLabel(attrs.credit, limits.label)].filter((text) => text !== null);

function inline(parent: Node): BodyNode[] {
  const runs: BodyNode[] = [];
  parent.forEach((node) => {
    if (node.type.name === 'hardBreak') {
      runs.push({ type: 'hardBreak' });
      return;
    }

    const text = tidyText(node.text ?? '');
    if (text !== '') runs.push(run(text, node.marks));
  });
  return joined(runs);
}

function run(text: string, marks: readonly Mark[]): BodyNode {
  const written = marks.filter(isSound).map(({ type, attrs }) => {
    if (type.name === 'link') return { type: 'link', attrs: given({ href: attrs.href, title: tidyLabel(attrs.title, limits.label) }) };
    return type.name === 'statement' ? { type: 'statement', attrs: { ids: attrs.ids, role: attrs.role } } : { type: type.name };
  });
  return written.length > 0 ? { type: 'text', text, marks: written } : { type: 'text', text };
}

const isSound = ({ type, attrs }: Mark): boolean =>
  type.name === 'link' ? allowsLink(attrs.href ?? '') : type.name !== 'statement' || (Array.isArray(attrs.ids) && attrs.ids.length > 0);

/** Runs that became alike when they were tidied are one. */
function joined(runs: BodyNode[]): BodyNode[] {
  const line: BodyNode[] = [];
  for (const next of runs) {
    const last = line.at(-1);
    if (last?.type === 'text' && next.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(next.marks)) last.text = `${last.text}${next.text}`;
    else line.push(next);
  }

  return line;
}
