import { Mark } from '@tiptap/core';
import { kept } from './attributes.ts';
import { limits } from './limits.ts';
import { allowsLink } from './links.ts';
import { tidyLabel } from './text.ts';

const isBold = (weight: string): boolean => /^(bold(er)?|[6-9]\d\d|1000)$/.test(weight.trim());

const bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'strong' },
    { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
    { style: 'font-weight', getAttrs: (weight) => (isBold(weight) ? null : false) },
  ],
  renderHTML: () => ['strong', 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark(this.name) };
  },
});

const italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i', getAttrs: (element) => (element.style.fontStyle === 'normal' ? false : null) }, { style: 'font-style=italic' }],
  renderHTML: () => ['em', 0],
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark(this.name) };
  },
});

const link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: { default: null },
    title: { default: null, parseHTML: (element) => tidyLabel(element.getAttribute('title'), limits.label), renderHTML: ({ title }) => (title ? { title } : {}) },
  }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => (allowsLink(element.getAttribute('href') ?? '') ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});

const statementId = /^[A-Za-z0-9_-]{1,64}$/;
const roles = ['content', 'cue', 'speaker', 'time'];

/** The words of statements of the Record. */
const statement = Mark.create({
  name: 'statement',
  inclusive: false,
  addAttributes: () => ({
    ...kept<string[]>('ids', [], (text) => text.split(' ').filter((id) => statementId.test(id)).slice(0, 20), (ids) => ids.join(' ')),
    ...kept('role', 'content', (text) => (roles.includes(text) ? text : 'content'), (role) => role),
  }),
  parseHTML: () => [{ tag: 'span[data-ids]', getAttrs: (element) => ((element.getAttribute('data-ids') ?? '').split(' ').some((id) => statementId.test(id)) ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, class: 'statement' }, 0],
});

/** In the order in which the server writes them. */
export const marks = [link, statement, bold, italic];
