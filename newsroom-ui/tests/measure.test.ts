import assert from 'node:assert/strict';
import test from 'node:test';
import { measure, textOf } from '../src/editor/measure.ts';

// The same cases as the server's own.
const cases: [string, number][] = [
  ['', 0],
  ['One word, and 1,000 more: don’t count well-known twice.', 9],
  ['— … !', 0],
  ['水坝有五个闸门。', 7],
  ['ダムは5つ', 5],
  ['السد له خمسة أبواب', 4],
  ['댐에는 수문이 다섯 개 있다', 5],
  ['e\u0301tait la\u0300', 2],
  ['👩‍👩‍👧 hello', 1],
  ['เขื่อนมีห้าประตู', 3],
];

test('Words are counted in any language as the server counts them', () => {
  for (const [text, words] of cases) assert.equal(measure(text).words, words, text);
});

test('A thousand words take four minutes and a few take one', () => {
  assert.equal(measure('word '.repeat(1000)).minutes, 4);
  assert.equal(measure('水'.repeat(900)).minutes, 2);
  assert.equal(measure('Four words of text').minutes, 1);
  assert.equal(measure('').minutes, 0);
});

test('What a block says counts with its title, caption and attribution', () => {
  const text = (value: string) => ({ type: 'paragraph', content: [{ type: 'text', text: value }] });
  assert.equal(textOf({ type: 'doc', content: [text('one'), { type: 'factbox', attrs: { title: 'two' }, content: [text('three')] }, { type: 'figure', attrs: { caption: 'four' } }] }), 'one\ntwo\nthree\nfour');
});
