import { Extension, Node, mergeAttributes, type NodeConfig } from '@tiptap/core';
import { idAttribute, imageAttribute, isImageId, kept, textAttribute } from './attributes.ts';

const doc = Node.create({ name: 'doc', topNode: true, content: '(block | gate)+' });

const text = Node.create({ name: 'text', group: 'inline' });

const paragraph = Node.create({
  name: 'paragraph',
  // First of all blocks, so that it is what stands where something has to.
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', { dir: 'auto', ...HTMLAttributes }, 0],
});

const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ ...idAttribute, level: { default: 2, rendered: false } }),
  // The headline is the only level 1.
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(4, Math.max(2, level)) } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, { dir: 'auto', ...HTMLAttributes }, 0],
});

const bulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
});

const orderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({
    ...idAttribute,
    start: {
      default: 1,
      parseHTML: (element) => {
        const start = Number(element.getAttribute('start') ?? 1);
        return Number.isInteger(start) && start >= 0 && start <= 999_999_999 ? start : 1;
      },
      renderHTML: ({ start }) => (start === 1 ? {} : { start: String(start) }),
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

const listItem = Node.create({
  name: 'listItem',
  content: 'paragraph block*',
  defining: true,
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
});

const blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
});

const pullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ ...idAttribute, ...textAttribute('attribution') }),
  parseHTML: () => [{ tag: 'aside[data-block=pullQuote]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { 'data-block': 'pullQuote', dir: 'auto', ...HTMLAttributes }, 0],
});

const factbox = Node.create({
  name: 'factbox',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ ...idAttribute, ...textAttribute('title') }),
  parseHTML: () => [{ tag: 'aside[data-block=factbox]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { 'data-block': 'factbox', ...HTMLAttributes }, 0],
});

/** A block that is one thing, with what is known of it in its attributes. */
const thing = (name: string, addAttributes: NonNullable<NodeConfig['addAttributes']>, more: Partial<NodeConfig> = {}) =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes,
    parseHTML: () => [{ tag: `figure[data-block=${name}]`, priority: 60 }],
    renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes({ 'data-block': name }, HTMLAttributes)],
    ...more,
  });

const sizes = ['column', 'wide', 'full'];

const figure = thing('figure', () => ({
  ...idAttribute,
  ...imageAttribute('image'),
  ...textAttribute('caption'),
  ...textAttribute('credit'),
  ...kept('size', 'column', (size) => (sizes.includes(size) ? size : 'column'), (size) => size),
  // Of what is on its way to the server; never sent.
  upload: { default: null, parseHTML: (element) => element.getAttribute('data-upload'), renderHTML: () => ({}) },
}));

const gallery = thing('gallery', () => ({
  ...idAttribute,
  ...kept<string[]>('images', [], (ids) => ids.split(' ').filter(isImageId), (ids) => ids.join(' ')),
}));

const comparison = thing('comparison', () => ({ ...idAttribute, ...imageAttribute('before'), ...imageAttribute('after'), ...textAttribute('caption'), ...textAttribute('credit') }));

const embed = thing('embed', () => ({ ...idAttribute, ...textAttribute('url'), ...textAttribute('caption') }));

const timeline = thing('timeline', () => ({ ...idAttribute, ...textAttribute('topic'), ...textAttribute('question') }));

const whatWeKnow = thing('whatWeKnow', () => ({ ...idAttribute, ...textAttribute('question') }));

const background = thing('background', () => ({
  ...idAttribute,
  ...imageAttribute('background'),
  ...kept('version', 1, (version) => Math.max(1, Math.trunc(Number(version)) || 1), String),
}));

const gate = thing('gate', () => idAttribute, { group: '', parseHTML: () => [{ tag: '[data-block=gate], [data-gate]', priority: 60 }] });

const horizontalRule = thing('horizontalRule', () => idAttribute, { parseHTML: () => [{ tag: 'hr' }], renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes] });

const hardBreak = Node.create({
  name: 'hardBreak',
  inline: true,
  group: 'inline',
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
});

const table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
});

const tableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  addAttributes: () => idAttribute,
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
});

const span = (name: 'colspan' | 'rowspan', most: number) => ({
  [name]: {
    default: 1,
    parseHTML: (element: HTMLElement) => Math.min(most, Math.max(1, Math.trunc(Number(element.getAttribute(name))) || 1)),
    renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === 1 ? {} : { [name]: String(attributes[name]) }),
  },
});

const cell = (name: string, tag: string) =>
  Node.create({
    name,
    content: 'block+',
    isolating: true,
    addAttributes: () => ({ ...idAttribute, ...span('colspan', 100), ...span('rowspan', 1000), colwidth: { default: null, rendered: false } }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

const roles: Record<string, string> = { table: 'table', tableRow: 'row', tableCell: 'cell', tableHeader: 'header_cell' };

/** What the commands of tables know their nodes by. */
const tableRoles = Extension.create({ name: 'tableRoles', extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}) });

export const nodes = [
  doc, text, paragraph, heading, bulletList, orderedList, listItem, blockquote, pullQuote, figure, gallery, comparison, factbox, embed, timeline, whatWeKnow, background, gate,
  horizontalRule, hardBreak, table, tableRow, cell('tableCell', 'td'), cell('tableHeader', 'th'), tableRoles,
];
