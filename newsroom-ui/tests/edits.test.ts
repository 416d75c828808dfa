import assert from 'node:assert/strict';
import test from 'node:test';
import type { Node } from '@tiptap/pm/model';
import { bodyOf, docOf, type BodyNode } from '../src/editor/model/body.ts';
import { Chance } from './support/chance.ts';
import { edited, schema } from './support/edits.ts';

const scripts = Number(process.env.EDIT_SCRIPTS ?? 2_000);
const stepsEach = 25;

test(`After ${scripts} scripts of edits by chance the document keeps every rule, and is read back as it was written`, () => {
  for (let seed = 1; seed <= scripts; seed++) {
    const state = edited(new Chance(seed), stepsEach);
    const at = `seed ${seed}`;
    state.doc.check();
    const { body } = bodyOf(state.doc);
    assert.ok(gates(state.doc) <= 1, `${at}: more than one gate`);
    for (const block of body.content) assertFits(block, 1, new Set(), at);
    const read = bodyOf(docOf(schema, body)).body;
    assert.deepEqual(read, body, at);
  }
});

test('Every block that an edit touched has an id of its own', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const ids: string[] = [];
    edited(new Chance(seed), stepsEach).doc.descendants((node) => void ('id' in node.attrs && node.attrs.id && ids.push(node.attrs.id)));
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index && id !== 'same' && id !== 'b2' && id !== 'b3');
    assert.deepEqual(twice, [], `seed ${seed}`);
  }
});

const gates = (doc: Node): number => doc.children.filter((node) => node.type.name === 'gate').length;

function assertFits({ type, content = [] }: BodyNode, depth: number, around: ReadonlySet<string>, at: string): void {
  assert.ok(depth <= 24, `${at}: too deep`);
  assert.ok(!around.has(type), `${at}: ${type} in ${type}`);
  const inside = type === 'factbox' || type === 'table' ? new Set([...around, type]) : around;
  for (const child of content) assertFits(child, depth + 1, inside, at);
}
