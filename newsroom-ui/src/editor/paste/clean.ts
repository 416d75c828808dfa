import { isImageId } from '../model/attributes.ts';
import { embeddable, tidyLink } from '../model/links.ts';
import { tidyText } from '../model/text.ts';
import { listOf, markerOf } from './lists.ts';

export interface Cleaned {
  html: string;
  /** How many pictures stood at other places, where nothing is fetched from. */
  picturesLeft: number;
}

const dropped = 'script, style, meta, link, title, head, template, noscript, svg, math, object, applet, audio, video, canvas, button, select, option, textarea, input, xml, del[datetime], .msocomanchor, .msocomtxt, .Apple-interchange-newline';
const lines = 'p, div, h1, h2, h3, h4, h5, h6';
const texts = 'p, div, h1, h2, h3, h4, h5, h6, li, td, th, blockquote, dd, dt, figcaption';

/**
 * HTML as Word, Google Docs and web pages put it on the clipboard, made what a story can hold: its words, headings, lists, quotations, tables, links and pictures, without how it looked.
 * @param keepPicture Takes a picture that came along whole, and says what its upload is known by.
 */
export function clean(html: string, parse: (html: string) => Document, keepPicture: (data: string) => string | null): Cleaned {
  const { body } = parse(html);
  for (const comment of comments(body)) comment.remove();
  for (const element of body.querySelectorAll(dropped)) element.remove();
  hidden(body);
  fromWord(body);
  looks(body);
  preformatted(body);
  const picturesLeft = pictures(body, keepPicture);
  embeds(body);
  links(body);
  letters(body);
  nestedLists(body);
  tables(body);
  unwrap(body, 'span, font, o\\:p, u, s, strike, del, ins, sup, sub, small, big, code, kbd, samp, tt, mark, abbr, cite, q, label, center, b[style], form, fieldset, details, summary');
  brokenLines(body);
  headings(body);
  empty(body);
  return { html: body.innerHTML, picturesLeft };
}

function comments(root: Element): Comment[] {
  const walker = root.ownerDocument.createTreeWalker(root, 128);
  const found: Comment[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Comment);
  return found;
}

function textsIn(root: Node): Text[] {
  const walker = (root.ownerDocument as Document).createTreeWalker(root, 4);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

const styleOf = (element: Element): string => (element.getAttribute('style') ?? '').replace(/\s+/g, ' ').toLowerCase();

function unwrap(root: ParentNode, selector: string): void {
  for (const element of root.querySelectorAll(selector)) element.replaceWith(...element.childNodes);
}

function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

function hidden(root: Element): void {
  for (const element of root.querySelectorAll('[style], [hidden]')) {
    if (element.hasAttribute('hidden') || /display: ?none|mso-hide: ?all|mso-element: ?comment-list/.test(styleOf(element))) element.remove();
  }
}

/** Word has no lists in its HTML, only paragraphs that say which list and level they are of. */
function fromWord(root: Element): void {
  for (const title of root.querySelectorAll('p.MsoTitle')) rename(title, 'h2');
  for (const quote of root.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote')) {
    const block = root.ownerDocument.createElement('blockquote');
    quote.replaceWith(block);
    block.append(quote);
  }

  const isItem = (element: Element | null): element is Element => element !== null && /mso-list: ?(?!none|skip)/.test(styleOf(element)) && element.matches('p, h1, h2, h3, h4, h5, h6, li');
  for (const first of [...root.querySelectorAll('p[style], h1[style], h2[style], h3[style]')]) {
    if (!first.isConnected || !isItem(first) || first.closest('li')) continue;
    const run = [first];
    for (let next = first.nextElementSibling; isItem(next); next = next.nextElementSibling) run.push(next);
    const place = first.parentElement?.insertBefore(root.ownerDocument.createElement('div'), first);
    place?.replaceWith(listOf(run.map((paragraph) => ({ paragraph, level: Number(/level(\d)/.exec(styleOf(paragraph))?.[1] ?? 1), ...markerOf(paragraph) })), root.ownerDocument));
  }

  for (const element of root.querySelectorAll('[style*="mso-list"]')) if (/mso-list: ?ignore/.test(styleOf(element))) element.remove();
}

/** Bold and italic that are only said in styles become elements; those that are said and denied do not. */
function looks(root: Element): void {
  for (const element of [...root.querySelectorAll('b, strong, i, em')]) {
    const style = styleOf(element);
    if (/(?<![\w-])font-weight: ?(normal|[1-4]00)/.test(style) && element.matches('b, strong')) element.replaceWith(...element.childNodes);
    else if (/(?<![\w-])font-style: ?normal/.test(style) && element.matches('i, em')) element.replaceWith(...element.childNodes);
    else element.removeAttribute('style');
  }

  for (const element of [...root.querySelectorAll('[style]')]) {
    const style = styleOf(element);
    element.removeAttribute('style');
    if (element.closest('h1, h2, h3, h4, h5, h6') || !element.matches('span, font, p, div, a, td, li')) continue;
    if (/(?<![\w-])font-weight: ?(bold|bolder|[6-9]00)/.test(style)) wrapInside(element, 'strong');
    if (/(?<![\w-])font-style: ?(italic|oblique)/.test(style)) wrapInside(element, 'em');
  }
}

function wrapInside(element: Element, name: string): void {
  if (element.querySelector(`${texts}, table, ul, ol`)) return;
  const inside = element.ownerDocument.createElement(name);
  inside.append(...element.childNodes);
  element.append(inside);
}

function preformatted(root: Element): void {
  for (const pre of root.querySelectorAll('pre, textarea')) {
    for (const text of textsIn(pre)) {
      const parts = text.data.replace(/\n$/, '').split('\n').flatMap((part, index) => (index === 0 ? [part] : [root.ownerDocument.createElement('br'), part]));
      text.replaceWith(...parts);
    }

    rename(pre, 'p');
  }
}

function pictures(root: Element, keepPicture: (data: string) => string | null): number {
  let left = 0;
  for (const image of [...root.querySelectorAll('img')]) {
    const figure = image.closest('figure');
    const own = [image.getAttribute('data-image'), figure?.getAttribute('data-image') ?? null].find(isImageId);
    const source = image.getAttribute('src') ?? '';
    const upload = own || !/^data:image\/(png|jpe?g|webp|gif|avif);/i.test(source) ? null : keepPicture(source);
    // Those of a few pixels only count who reads.
    if (!own && !upload && Number(image.getAttribute('width') ?? 99) > 2) left++;
    if (!own && !upload) {
      image.remove();
      continue;
    }

    const caption = figure?.querySelector('figcaption')?.textContent.trim();
    const made = root.ownerDocument.createElement('figure');
    made.dataset.block = 'figure';
    if (own) made.dataset.image = own;
    if (upload) made.dataset.upload = upload;
    if (caption) made.dataset.caption = tidyText(caption);
    if (figure && figure.querySelectorAll('img').length === 1) figure.replaceWith(made);
    else lift(image, made);
  }

  for (const figure of root.querySelectorAll('figure:not([data-block])')) figure.replaceWith(...figure.childNodes);
  for (const caption of root.querySelectorAll('figcaption')) rename(caption, 'p');
  return left;
}

/** Puts a block in place of something in a line: behind the line it stands in. */
function lift(inline: Element, block: Element): void {
  const line = inline.parentElement?.closest('p, h1, h2, h3, h4, h5, h6, a');
  if (!line) return inline.replaceWith(block);
  inline.remove();
  const outer = line.closest('p, h1, h2, h3, h4, h5, h6') ?? line;
  outer.after(block);
}

function embeds(root: Element): void {
  for (const frame of root.querySelectorAll('iframe')) {
    const url = embeddable((frame.getAttribute('src') ?? '').replace(/^\/\//, 'https://'));
    const made = root.ownerDocument.createElement('figure');
    made.dataset.block = 'embed';
    if (url) made.dataset.url = url;
    if (url) frame.replaceWith(made);
    else frame.remove();
  }
}

/** Links lead where they may, without what follows readers around; those to places of the page they were on lead nowhere now. */
function links(root: Element): void {
  for (const link of root.querySelectorAll('a')) {
    const href = tidyLink(link.getAttribute('href') ?? '');
    if (!href || href.startsWith('#') || link.textContent.trim() === '') {
      link.replaceWith(...link.childNodes);
      continue;
    }

    link.setAttribute('href', href);
  }
}

/** Blanks that only kept words together are blanks; those that belong before or after a sign, as in French, stay. */
function letters(root: Element): void {
  for (const text of textsIn(root)) {
    const tidy = tidyText(text.data)
      .replace(/[\u200b\ufeff\u00ad]/g, '')
      .replace(/(?<!«)\u00a0(?![;:!?»%€])/g, ' ');
    if (tidy !== text.data) text.data = tidy;
  }
}

/** Google Docs sets a list within a list beside the items. */
function nestedLists(root: Element): void {
  for (const list of root.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = list.previousElementSibling;
    if (before?.localName === 'li') before.append(list);
    else list.replaceWith(...list.childNodes);
  }
}

function tables(root: Element): void {
  for (const table of [...root.querySelectorAll('table')].reverse()) {
    for (const caption of table.querySelectorAll('caption')) table.before(rename(caption, 'p'));
    for (const columns of table.querySelectorAll('colgroup, col')) columns.remove();
    const cells = [...table.querySelectorAll('td, th')];
    const isLayout = cells.length <= 1 || table.parentElement?.closest('td, th');
    if (isLayout) table.replaceWith(...cells.filter((cell) => cell.closest('table') === table).map((cell) => rename(cell, 'div')));
  }
}

/** Two line breaks in a row end a paragraph. */
function brokenLines(root: Element): void {
  for (const line of [...root.querySelectorAll('p, div')]) {
    if (line.querySelector(`${texts}, table, ul, ol, figure`)) continue;
    const parts: Node[][] = [[]];
    let breaks: Node[] = [];
    for (const node of [...line.childNodes]) {
      if (node.nodeName === 'BR') breaks.push(node);
      else if (breaks.length > 0 && node.nodeType === 3 && node.textContent?.trim() === '') continue;
      else {
        if (breaks.length > 1) parts.push([]);
        else parts.at(-1)?.push(...breaks);
        breaks = [];
        parts.at(-1)?.push(node);
      }
    }

    if (parts.length === 1) continue;
    line.replaceWith(...parts.map((part) => {
      const made = root.ownerDocument.createElement('p');
      made.append(...part);
      return made;
    }));
  }
}

/** What stands in a heading is large enough. */
function headings(root: Element): void {
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) unwrap(heading, 'b, strong');
}

function empty(root: Element): void {
  for (const broken of root.querySelectorAll(`${lines}`)) {
    for (const last = broken.lastChild; last?.nodeName === 'BR' && broken.lastChild === last; ) last.remove();
  }

  const things = 'figure[data-block], hr, table, [data-block]';
  for (const element of [...root.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6, li, ul, ol, blockquote, b, strong, i, em, a')].reverse()) {
    if (element.textContent.trim() === '' && !element.matches(things) && !element.querySelector(things) && !(element.closest('td, th') && element.localName === 'p')) element.replaceWith(...(/\s/.test(element.textContent) && !element.matches(`${lines}, li, ul, ol, blockquote`) ? [' '] : []));
  }

  // Beside a block a line break breaks no line.
  for (const stray of root.querySelectorAll('br')) if ([beside(stray, 'previousSibling'), beside(stray, 'nextSibling')].some((sibling) => sibling === null || isBlock(sibling))) stray.remove();
}

function beside(node: Node, way: 'previousSibling' | 'nextSibling'): Node | null {
  let at = node[way];
  while (at?.nodeType === 3 && at.textContent?.trim() === '') at = at[way];
  return at;
}

const isBlock = (node: Node): boolean => node.nodeType === 1 && (node as Element).matches(`${texts}, table, ul, ol, figure, hr`);
