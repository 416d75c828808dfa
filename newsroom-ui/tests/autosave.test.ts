import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Answer } from '../src/editor/host.ts';
import { begin, isSaved, next, type Deed, type Happening, type Saving } from '../src/editor/saving/autosave.ts';

const draft = { body: { type: 'doc' as const, content: [] }, fields: {} };

/** An editor and a server, of which only the numbers of edits are known. */
class Desk {
  saving: Saving = begin('"1"');
  /** The last edit that the server has. */
  onServer = 0;
  /** Versions of the server, one a save. */
  version = 1;
  /** The edits that this browser keeps: all after one, up to one. */
  kept = 0;
  sent: { edits: number; version: string } | null = null;
  isWaiting = false;
  taken = 0;

  happens(happening: Happening): void {
    const [saving, deeds] = next(this.saving, happening);
    this.saving = saving;
    for (const deed of deeds) this.does(deed);
  }

  does(deed: Deed): void {
    switch (deed.type) {
      case 'keep': this.kept = this.saving.edits; break;
      case 'renew': this.kept = this.saving.edits; break;
      case 'forget': this.kept = 0; break;
      case 'wait': this.isWaiting = true; break;
      case 'load': this.taken = this.saving.edits; break;
      case 'send':
        assert.equal(this.sent, null, 'two saves under way');
        this.sent = { edits: this.saving.edits, version: this.saving.version };
    }
  }

  /** What the server says to what it was sent. */
  answers(kind: 'right' | 'away' | 'signedOut' | 'refused' | 'lost'): void {
    if (!this.sent) return;
    const { edits, version } = this.sent;
    this.sent = null;
    const isStale = version !== `"${this.version}"`;
    if ((kind === 'right' || kind === 'lost') && !isStale) {
      this.version++;
      this.onServer = edits;
    }

    const answer: Answer = kind === 'right' ? (isStale ? { kind: 'conflict', version: `"${this.version}"`, theirs: draft } : { kind: 'saved', version: `"${this.version}"` })
      : kind === 'refused' ? { kind, reason: 'no' } : kind === 'signedOut' ? { kind } : { kind: 'away' };
    this.happens({ type: 'answered', answer });
  }
}

type Act = { name: string; run: (desk: Desk) => void };
const act = (name: string, run: (desk: Desk) => void): fc.Arbitrary<Act> => fc.constant({ name, run });

const acts = fc.array(fc.oneof(
  { weight: 6, arbitrary: act('type', (desk) => desk.happens({ type: 'edited' })) },
  { weight: 4, arbitrary: act('time passes', (desk) => {
    if (!desk.isWaiting) return;
    desk.isWaiting = false;
    desk.happens({ type: 'due' });
  }) },
  { weight: 4, arbitrary: act('right', (desk) => desk.answers('right')) },
  { weight: 2, arbitrary: act('away', (desk) => desk.answers('away')) },
  { weight: 1, arbitrary: act('lost', (desk) => desk.answers('lost')) },
  { weight: 1, arbitrary: act('signed out', (desk) => desk.answers('signedOut')) },
  { weight: 1, arbitrary: act('refused', (desk) => desk.answers('refused')) },
  { weight: 1, arbitrary: act('somebody else saves', (desk) => void desk.version++) },
  { weight: 1, arbitrary: act('online', (desk) => desk.happens({ type: 'online' })) },
  { weight: 1, arbitrary: act('signed in', (desk) => desk.happens({ type: 'signedIn' })) },
  { weight: 1, arbitrary: act('now', (desk) => desk.happens({ type: 'now' })) },
  { weight: 1, arbitrary: act('mine', (desk) => desk.happens({ type: 'keepMine' })) },
  { weight: 1, arbitrary: act('theirs', (desk) => desk.happens({ type: 'takeTheirs' })) },
), { maxLength: 60 });

const assertNothingLost = (desk: Desk): void => {
  const { saving } = desk;
  const given = Math.max(desk.onServer, desk.taken);
  assert.ok(saving.edits <= given || desk.kept === saving.edits, `${saving.edits} edits, ${given} on the server, ${desk.kept} kept`);
  assert.ok(saving.saved <= saving.edits);
  assert.equal(saving.phase === 'clean' && !isSaved(saving), false, 'clean, and not saved');
  assert.equal(saving.phase === 'saving', desk.sent !== null);
  assert.equal(saving.phase === 'conflict', saving.theirs !== null);
  assert.ok(!['dirty', 'offline'].includes(saving.phase) || desk.isWaiting, `${saving.phase}, and nothing will happen`);
};

test('Whatever happens, each edit is on the server or in the browser, and one save at most is under way', () => {
  fc.assert(fc.property(acts, (list) => {
    const desk = new Desk();
    for (const { run } of list) {
      run(desk);
      assertNothingLost(desk);
    }
  }), { numRuns: 5_000 });
});

test('When the server is back and people have decided, all is saved in the end', () => {
  fc.assert(fc.property(acts, (list) => {
    const desk = new Desk();
    for (const { run } of list) run(desk);
    for (let i = 0; i < 6; i++) {
      desk.happens({ type: 'now' });
      desk.happens({ type: 'keepMine' });
      desk.answers('right');
    }

    assert.equal(desk.saving.phase, 'clean');
    assert.equal(Math.max(desk.onServer, desk.taken), desk.saving.edits);
  }), { numRuns: 5_000 });
});

test('The server is asked again after 2, 4, 8 … seconds, after a minute at last', () => {
  let saving = next(begin('"1"'), { type: 'edited' })[0];
  const waits: number[] = [];
  for (let i = 0; i < 7; i++) {
    saving = next(saving, { type: 'due' })[0];
    const [after, deeds] = next(saving, { type: 'answered', answer: { kind: 'away' } });
    saving = after;
    for (const deed of deeds) if (deed.type === 'wait') waits.push(deed.ms);
  }

  assert.deepEqual(waits, [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

test('Nothing is sent while somebody has to decide', () => {
  const [typed] = next(begin('"1"'), { type: 'edited' });
  const [conflict] = next(next(typed, { type: 'due' })[0], { type: 'answered', answer: { kind: 'conflict', version: '"2"', theirs: draft } });
  for (const type of ['due', 'now', 'online', 'signedIn', 'edited'] as const) assert.deepEqual(next(conflict, { type })[1].filter((deed) => deed.type === 'send'), [], type);
  const [mine, deeds] = next(conflict, { type: 'keepMine' });
  assert.deepEqual([mine.version, deeds], ['"2"', [{ type: 'send' }]]);
});
