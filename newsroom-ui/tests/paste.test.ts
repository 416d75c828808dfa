import assert from 'node:assert/strict';
import test from 'node:test';
import { DOMParser as ModelParser } from '@tiptap/pm/model';
import { JSDOM } from 'jsdom';
import { bodyOf, type BodyNode } from '../src/editor/model/body.ts';
import { clean } from '../src/editor/paste/clean.ts';
import { emptyState, schema } from './support/edits.ts';
import { Chance } from './support/chance.ts';
import * as fixtures from './support/clipboards.ts';

const { window } = new JSDOM('');
const parse = (html: string): Document => new window.DOMParser().parseFromString(html, 'text/html');

/** What stands in an empty story after a paste, without ids. */
function pasted(html: string, uploads: string[] = []): { blocks: BodyNode[]; left: number } {
  const { html: cleaned, picturesLeft } = clean(html, parse, (data) => `upload-${uploads.push(data)}`);
  const parsed = ModelParser.fromSchema(schema).parse(parse(cleaned).body);
  const empty = emptyState(new Chance(1));
  const { doc } = empty.apply(empty.tr.replaceWith(0, 2, parsed.content));
  doc.check();
  return { blocks: bodyOf(doc).body.content.map(withoutIds), left: picturesLeft };
}

function withoutIds(node: BodyNode): BodyNode {
  const { id: _, ...attrs } = node.attrs ?? {};
  return { type: node.type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}), ...(node.content ? { content: node.content.map(withoutIds) } : {}), ...(node.text === undefined ? {} : { text: node.text }), ...(node.marks ? { marks: node.marks } : {}) };
}

/** A line for each block: its kind, and its text with **bold**, *italic* and [links](to). */
const outline = (blocks: BodyNode[]): string[] => blocks.flatMap(lines);

function lines(node: BodyNode): string[] {
  const name = node.type === 'heading' ? `h${node.attrs?.level}` : node.type === 'orderedList' && node.attrs?.start ? `orderedList@${node.attrs.start}` : node.type;
  const inside = node.content ?? [];
  if (inside.every(({ type }) => type === 'text' || type === 'hardBreak')) return [`${name}: ${inside.map(inline).join('')}`];
  return [name, ...inside.flatMap(lines).map((line) => `  ${line}`)];
}

function inline({ type, text = '', marks = [] }: BodyNode): string {
  if (type === 'hardBreak') return '⏎';
  return marks.reduceRight((said, mark) => (mark.type === 'bold' ? `**${said}**` : mark.type === 'italic' ? `*${said}*` : `[${said}](${mark.attrs?.href})`), text);
}

test('Of Word come paragraphs, headings, real lists within lists, tables, links and footnotes as text', () => {
  assert.deepEqual(outline(pasted(fixtures.word).blocks), [
    'h2: The survey of the gates',
    'paragraph: The Minister said “it will not turn” on Monday, **and** *nobody* [asked](https://example.org/report?id=7) why.[1]',
    'bulletList',
    '  listItem',
    '    paragraph: First gate',
    '    bulletList',
    '      listItem',
    '        paragraph: its hinge',
    '  listItem',
    '    paragraph: Second gate',
    'orderedList@3',
    '  listItem',
    '    paragraph: third',
    '  listItem',
    '    paragraph: fourth',
    'table',
    '  tableRow',
    '    tableCell',
    '      paragraph: **Gate**',
    '    tableCell',
    '      paragraph: **State**',
    '  tableRow',
    '    tableCell',
    '      paragraph: East',
    '    tableCell',
    '      paragraph: works',
    'blockquote',
    '  paragraph: A dam does not forget.',
    'paragraph: [1] Minutes of the session.',
  ]);
});

test('Of Google Docs comes no bold that isn’t, and lists set beside items go into them', () => {
  assert.deepEqual(outline(pasted(fixtures.googleDocs).blocks), [
    'h2: What the survey says',
    'paragraph: Plain, **bold**, *italic* and [a link](https://example.org/a?b=1).[1]',
    'bulletList',
    '  listItem',
    '    paragraph: one',
    '    bulletList',
    '      listItem',
    '        paragraph: one and a half',
    '  listItem',
    '    paragraph: two',
    'orderedList',
    '  listItem',
    '    paragraph: first',
    'table',
    '  tableRow',
    '    tableCell',
    '      paragraph: a',
    '    tableCell',
    '      paragraph: b',
    'paragraph: After the table.',
  ]);
});

test('Of a web page come its words and links, without frames, scripts, trackers and looks', () => {
  const { blocks, left } = pasted(fixtures.webPage);
  assert.deepEqual(outline(blocks), [
    'h2: Gates of Osmere',
    'paragraph: By Runa Feld',
    'paragraph: First paragraph with [a link](https://example.org/next#part) and struck words.',
    'paragraph: One line⏎another line',
    'paragraph: A paragraph after two breaks.',
    'paragraph: The spillway in spring.',
    'blockquote',
    '  paragraph: Quoted words.',
    'embed: ',
    'paragraph: line one⏎line two',
    'horizontalRule: ',
    'paragraph: «\u00a0Oui\u00a0», a-t-il dit\u00a0: 50\u00a0%\u00a0!',
  ]);
  assert.equal(left, 1);
});

test('Pictures that come along whole are sent to the library, with their captions', () => {
  const uploads: string[] = [];
  const { blocks } = pasted('<p>Before<img src="data:image/png;base64,iVBORw0KGgo=">after</p><figure><img src="data:image/jpeg;base64,/9j/"><figcaption>The dam.</figcaption></figure>', uploads);
  assert.deepEqual(uploads, ['data:image/png;base64,iVBORw0KGgo=', 'data:image/jpeg;base64,/9j/']);
  assert.deepEqual(outline(blocks), ['paragraph: Beforeafter', 'paragraph: The dam.']);
});

test('Pictures of ours stay what they are', () => {
  const image = '0198c0de-0000-7000-8000-000000000001';
  assert.deepEqual(pasted(`<figure><img data-image="${image}" src="/media/x.jpg"><figcaption>The dam.</figcaption></figure>`).blocks[0], { type: 'figure', attrs: { image, caption: 'The dam.', size: 'column' } });
});

test('Empty paragraphs and blanks that only kept words together go', () => {
  assert.deepEqual(outline(pasted('<p>One&nbsp;two&nbsp;&nbsp;three</p><p>&nbsp;</p><p><br></p><p><span> </span></p><p>four<br></p>').blocks), ['paragraph: One two three', 'paragraph: four']);
});

test('Changes that Word has crossed out, comments and hidden text stay behind', () => {
  assert.deepEqual(
    outline(pasted('<p>Kept<del cite="mailto:a" datetime="2026-01-01T10:00"> gone</del><ins> new</ins><span style="display:none">secret</span><span style="mso-hide:all">hidden</span></p><div style="mso-element:comment-list"><p>A comment</p></div>').blocks),
    ['paragraph: Kept new'],
  );
});

test('A link that leads where none may leaves its words', () => {
  assert.deepEqual(outline(pasted('<p><a href="javascript:alert(1)">one</a> <a href="file:///c:/x">two</a> <a href="#_ftn1">three</a></p>').blocks), ['paragraph: one two three']);
});

test('A table in a cell, and a table of one cell, leave their text', () => {
  assert.deepEqual(outline(pasted('<table><tr><td>alone</td></tr></table><table><tr><td>a<table><tr><td>in</td><td>side</td></tr></table></td><td>b</td></tr></table>').blocks), [
    'paragraph: alone', 'table', '  tableRow', '    tableCell', '      paragraph: a', '      paragraph: in', '      paragraph: side', '    tableCell', '      paragraph: b',
  ]);
});

test('Spans that merge cells are kept', () => {
  const table = pasted('<table><tr><th colspan="2">Both</th></tr><tr><td>a</td><td>b</td></tr></table>').blocks[0];
  assert.deepEqual(table?.content?.[0]?.content?.[0]?.attrs, { colspan: 2 });
});

test('Whatever HTML is pasted, the story keeps its rules', () => {
  const chance = new Chance(11);
  const pieces = ['<p>', '</p>', '<ul>', '<li>', '</ul>', '<table>', '<tr>', '<td>', '</table>', '<b>', '<i style="font-style:normal">', 'words ', '&nbsp;', '<br>', '<br><br>', '<h1>', '</h1>', '<blockquote>', '<p style="mso-list:l0 level2 lfo1">', '<span style="mso-list:Ignore">1.</span>', '<a href="https://a.example/?utm_a=1">', '</a>', '<img src="x.png">', '<aside data-block="factbox">', '</aside>', '<div data-block="gate">', '<hr>', '<ol start="-4">', '<figure>', '<figcaption>', '<iframe src="//v.example/x">', '</iframe>', '<pre>', '\n', '<!--[if x]>', '-->', '<o:p>', '\u0007'];
  for (let i = 0; i < 1_000; i++) {
    const html = Array.from({ length: 1 + chance.below(40) }, () => chance.of(pieces)).join('');
    assert.doesNotThrow(() => pasted(html), html);
  }
});
