import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { diffDocuments, diffWords, type BlockChange, type Run } from '../src/editor/comparing/diff.ts';
import type { Body, BodyNode } from '../src/editor/model/body.ts';

const block = (text: string, id?: string): BodyNode => ({ type: 'paragraph', attrs: id ? { id } : {}, content: text === '' ? [] : [{ type: 'text', text }] });
const body = (...content: BodyNode[]): Body => ({ type: 'doc', content });
const shown = (runs: Run[]): string => runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `{-${text}-}`)).join('');
const outline = (changes: BlockChange[]): string[] => changes.map(({ kind, runs }) => `${kind}: ${shown(runs)}`);

test('What changed is shown word by word', () => {
  assert.equal(shown(diffWords('three of the five gates turn', 'two of the five old gates turn')), '{-three-}{+two+} of the five{+ old+} gates turn');
  assert.equal(shown(diffWords('the big red gate', 'the small green gate')), 'the {-big red-}{+small green+} gate');
  assert.equal(shown(diffWords('水坝有五个闸门', '水坝有三个闸门')), '水坝有{-五-}{+三+}个闸门');
});

test('Blocks are the same one by their id, whatever they say', () => {
  assert.deepEqual(outline(diffDocuments(body(block('one', 'a'), block('two', 'b')), body(block('new', 'c'), block('one', 'a'), block('twice', 'b')))), ['added: {+new+}', 'same: one', 'changed: {-two-}{+twice+}']);
});

test('Without ids, what is alike is the same one', () => {
  assert.deepEqual(outline(diffDocuments(body(block('The dam stands.'), block('Five gates turn today.')), body(block('The dam stands.'), block('Four gates turn today.')))), ['same: The dam stands.', 'changed: {-Five-}{+Four+} gates turn today.']);
});

test('A block that moved is removed in one place and added in the other', () => {
  assert.deepEqual(outline(diffDocuments(body(block('one', 'a'), block('two', 'b'), block('three', 'c')), body(block('three', 'c'), block('one', 'a'), block('two', 'b')))), ['added: {+three+}', 'same: one', 'same: two', 'removed: {-three-}']);
});

const texts = fc.array(fc.constantFrom('dam', 'gate', ' ', '. ', '水', 'e\u0301', '\n', '😀'), { maxLength: 30 }).map((words) => words.join(''));
const bodies = fc.array(fc.tuple(texts, fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined })), { maxLength: 6 }).map((blocks) => {
  const taken = new Set<string>();
  return body(...blocks.map(([text, id]) => block(text, id && !taken.has(id) && taken.add(id) ? id : undefined)));
});
const side = (runs: Run[], without: Run['kind']): string => runs.filter(({ kind }) => kind !== without).map(({ text }) => text).join('');

test('Both texts can be read out of what changed', () => {
  fc.assert(fc.property(texts, texts, (before, after) => {
    const runs = diffWords(before, after);
    assert.equal(side(runs, 'added'), before);
    assert.equal(side(runs, 'removed'), after);
  }), { numRuns: 2_000 });
});

test('Both bodies can be read out of what changed', () => {
  const said = ({ content }: Body): string[] => content.map((node) => node.content?.[0]?.text ?? '');
  fc.assert(fc.property(bodies, bodies, (before, after) => {
    const changes = diffDocuments(before, after);
    assert.deepEqual(changes.filter(({ kind }) => kind !== 'added').map(({ runs }) => side(runs, 'added')), said(before));
    assert.deepEqual(changes.filter(({ kind }) => kind !== 'removed').map(({ runs }) => side(runs, 'removed')), said(after));
  }), { numRuns: 2_000 });
});

test('Two long texts that share nothing are compared at once', () => {
  const long = (word: string): string => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
  const started = performance.now();
  assert.equal(diffWords(long('a'), long('b')).length > 0, true);
  assert.ok(performance.now() - started < 1_000);
});
