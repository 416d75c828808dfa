import type { Answer, Draft } from '../host.ts';

export type Phase = 'clean' | 'dirty' | 'saving' | 'offline' | 'conflict' | 'signedOut' | 'refused';

/** How far what was written is saved. Edits are counted; the server has all of them up to one, and may be sent all up to another. */
export interface Saving {
  readonly phase: Phase;
  /** The version of the story that the next save is made upon. */
  readonly version: string;
  readonly edits: number;
  readonly saved: number;
  readonly sending: number | null;
  /** Saves that failed one after another. */
  readonly attempts: number;
  readonly reason: string | null;
  readonly theirs: { readonly version: string; readonly draft: Draft } | null;
}

export type Happening =
  | { type: 'edited' }
  | { type: 'due' }
  | { type: 'now' }
  | { type: 'online' }
  | { type: 'signedIn' }
  | { type: 'answered'; answer: Answer }
  | { type: 'foundConflict'; version: string; theirs: Draft }
  | { type: 'keepMine' }
  | { type: 'takeTheirs' };

/** What is to be done: keep the edit here, send, wait for so many milliseconds, renew the copy that is kept here, forget it since the server has all, or show what somebody else saved. */
export type Deed = { type: 'keep' } | { type: 'send' } | { type: 'wait'; ms: number } | { type: 'renew' } | { type: 'forget' } | { type: 'load'; draft: Draft };

export type Step = readonly [Saving, readonly Deed[]];

const whileTyping = 3_000;
const firstRetry = 2_000;
const lastRetry = 60_000;

export const begin = (version: string): Saving => ({ phase: 'clean', version, edits: 0, saved: 0, sending: null, attempts: 0, reason: null, theirs: null });

export const isSaved = ({ edits, saved }: Saving): boolean => edits === saved;

/** What comes of something that happened. Whatever the server hasn't got is kept here, and nothing is sent while a send is under way or somebody has to decide. */
export function next(saving: Saving, happening: Happening): Step {
  switch (happening.type) {
    case 'edited': return edited({ ...saving, edits: saving.edits + 1 });
    case 'due': return saving.phase === 'dirty' || saving.phase === 'offline' ? send(saving) : [saving, []];
    case 'now':
    case 'online': return ['dirty', 'offline', ...(happening.type === 'now' ? ['refused', 'signedOut'] : [])].includes(saving.phase) ? send(saving) : [saving, []];
    case 'signedIn': return saving.phase === 'signedOut' ? send(saving) : [saving, []];
    case 'answered': return saving.phase === 'saving' ? answered({ ...saving, sending: null }, happening.answer, saving.sending ?? saving.saved) : [saving, []];
    case 'foundConflict': return saving.phase === 'saving' ? [saving, []] : conflict(saving, happening.version, happening.theirs);
    case 'keepMine': return saving.theirs ? send({ ...saving, version: saving.theirs.version, theirs: null }) : [saving, []];
    case 'takeTheirs': return saving.theirs ? [{ ...begin(saving.theirs.version), edits: saving.edits, saved: saving.edits }, [{ type: 'forget' }, { type: 'load', draft: saving.theirs.draft }]] : [saving, []];
  }
}

function edited(saving: Saving): Step {
  const keep: Deed = { type: 'keep' };
  return saving.phase === 'clean' || saving.phase === 'refused' ? [{ ...saving, phase: 'dirty', reason: null }, [keep, { type: 'wait', ms: whileTyping }]] : [saving, [keep]];
}

function send(saving: Saving): Step {
  if (isSaved(saving)) return [{ ...saving, phase: 'clean' }, [{ type: 'forget' }]];
  return [{ ...saving, phase: 'saving', sending: saving.edits, reason: null }, [{ type: 'send' }]];
}

function answered(saving: Saving, answer: Answer, sent: number): Step {
  switch (answer.kind) {
    case 'saved': {
      const after: Saving = { ...saving, version: answer.version, saved: sent, attempts: 0 };
      return isSaved(after) ? [{ ...after, phase: 'clean' }, [{ type: 'forget' }]] : [{ ...after, phase: 'dirty' }, [{ type: 'renew' }, { type: 'wait', ms: whileTyping }]];
    }

    case 'conflict': return conflict(saving, answer.version, answer.theirs);
    case 'signedOut': return [{ ...saving, phase: 'signedOut' }, []];
    case 'refused': return [{ ...saving, phase: 'refused', reason: answer.reason }, []];
    case 'away': {
      const ms = Math.min(lastRetry, firstRetry * 2 ** saving.attempts);
      return [{ ...saving, phase: 'offline', attempts: saving.attempts + 1 }, [{ type: 'wait', ms }]];
    }
  }
}

const conflict = (saving: Saving, version: string, draft: Draft): Step => [{ ...saving, phase: 'conflict', theirs: { version, draft } }, []];
