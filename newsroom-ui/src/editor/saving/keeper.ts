import type { Node } from '@tiptap/pm/model';
import { Step as DocumentStep } from '@tiptap/pm/transform';
import type { Transaction } from '@tiptap/pm/state';
import type { Draft, Host } from '../host.ts';
import { begin, isSaved, next, type Deed, type Happening, type Saving } from './autosave.ts';
import type { Change, Found, Shelf } from './shelf.ts';
import { Tabs } from './tabs.ts';

/** What the keeper saves, and how it puts something else in its place. */
export interface Kept {
  story: string;
  version: string;
  host: () => Host;
  shelf: Promise<Shelf>;
  doc: () => Node;
  fields: () => Record<string, string>;
  draft: () => Draft;
  /** Shows a document and fields that were kept here or saved by somebody else. */
  show: (doc: Node | Draft['body'], fields: Record<string, string>) => void;
  changed: (saving: Saving) => void;
  told: (what: 'restored' | 'otherTab') => void;
}

const idle = (run: () => void): void => void (window.requestIdleCallback ? window.requestIdleCallback(run, { timeout: 1_000 }) : setTimeout(run, 200));

/**
 * Does what the autosave says: sends to the server, waits, keeps copies. The copy in the browser is a document and each change since, written as it is made, so that typing never waits
 * for the whole, and a page that is killed loses nothing.
 */
export class Keeper {
  #saving: Saving;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #base: Node | null = null;
  #writing = 0;
  #isBroken = false;
  #isEnded = false;
  readonly #id = crypto.randomUUID();
  readonly #tabs: Tabs;

  constructor(private readonly kept: Kept) {
    this.#saving = begin(kept.version);
    this.#tabs = new Tabs(kept.story, this.#id, () => kept.told('otherTab'));
    window.addEventListener('online', this.#online);
    window.addEventListener('beforeunload', this.#warn);
  }

  get saving(): Saving {
    return this.#saving;
  }

  /** Brings back what a page that ended left here. */
  async start(): Promise<void> {
    const shelf = await this.kept.shelf;
    const [others, found] = [await this.#tabs.others(), await shelf.find(this.kept.story).catch(() => [])];
    const left = found.filter(({ copy }) => !others.has(copy.id) && copy.id !== this.#id).sort((a, b) => b.copy.at - a.copy.at);
    const unsaved = left.filter(({ copy, changes }) => !copy.isSaved || changes.length > 0);
    if (unsaved[0] && isSaved(this.#saving) && !this.#isEnded) this.#restore(unsaved[0]);
    this.#layBase();
    // Older ones than the one that is back are kept too: nobody has decided about them.
    for (const { copy } of left) if (copy !== unsaved[0]?.copy && !unsaved.some((one) => one.copy === copy)) void shelf.drop(copy.id);
    if (unsaved[0]) void this.#written(shelf.drop(unsaved[0].copy.id));
  }

  /** Takes note of a change of the document. */
  edited(transaction: Transaction): void {
    this.#append({ steps: transaction.steps.map((step) => step.toJSON()), fields: null }, transaction.docs[0] ?? transaction.doc);
    this.happened({ type: 'edited' });
  }

  /** Takes note of a change of the fields around it. */
  fieldChanged(): void {
    this.#append({ steps: [], fields: this.kept.fields() }, this.kept.doc());
    this.happened({ type: 'edited' });
  }

  happened(happening: Happening): void {
    if (this.#isEnded) return;
    const [saving, deeds] = next(this.#saving, happening);
    this.#saving = saving;
    for (const deed of deeds) this.#do(deed);
    this.kept.changed(this.#saving);
  }

  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#timer);
    this.#tabs.close();
    window.removeEventListener('online', this.#online);
    window.removeEventListener('beforeunload', this.#warn);
  }

  readonly #online = (): void => this.happened({ type: 'online' });

  /** Asks before leaving only where something is saved nowhere at all. */
  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (!isSaved(this.#saving) && (this.#isBroken || this.#writing > 0)) event.preventDefault();
  };

  #do(deed: Deed): void {
    switch (deed.type) {
      case 'send': return void this.#send();
      case 'wait':
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.happened({ type: 'due' }), deed.ms);
        return;
      // Each change is on the shelf when it is counted.
      case 'keep': return;
      case 'forget':
        clearTimeout(this.#timer);
        return idle(() => this.#layBase());
      case 'renew': return idle(() => this.#layBase());
      case 'load': return this.kept.show(deed.draft.body, deed.draft.fields);
    }
  }

  async #send(): Promise<void> {
    const { version } = this.#saving;
    const answer = await this.kept.host().save(this.kept.draft(), version).catch(() => ({ kind: 'away' }) as const);
    this.happened({ type: 'answered', answer });
  }

  #restore({ copy, changes }: Found): void {
    const { schema } = this.kept.doc().type;
    let doc = schema.nodeFromJSON(copy.doc);
    let fields = copy.fields;
    for (const change of changes) {
      for (const step of change.steps) doc = DocumentStep.fromJSON(schema, step).apply(doc).doc ?? doc;
      fields = { ...fields, ...change.fields };
    }

    const theirs = this.kept.draft();
    this.kept.show(doc, fields);
    // It had arrived, and only the answer was lost.
    if (JSON.stringify(this.kept.draft()) === JSON.stringify(theirs)) return;
    this.kept.told('restored');
    this.happened({ type: 'edited' });
    if (copy.version !== this.kept.version) this.happened({ type: 'foundConflict', version: this.kept.version, theirs });
  }

  /** Lays the document as it is on the shelf, where it isn't already. */
  #layBase(): void {
    const doc = this.kept.doc();
    if (this.#isEnded || (this.#base === doc && !isSaved(this.#saving))) return;
    this.#put(doc);
  }

  #put(doc: Node): void {
    const { version } = this.#saving;
    this.#base = doc;
    const copy = { id: this.#id, story: this.kept.story, version, at: Date.now(), doc: doc.toJSON() as unknown, fields: this.kept.fields(), isSaved: isSaved(this.#saving) };
    void this.#written(this.kept.shelf.then((shelf) => shelf.put(copy)));
  }

  #append(change: Change, before: Node): void {
    if (this.#base === null) this.#put(before);
    void this.#written(this.kept.shelf.then((shelf) => shelf.append(this.#id, change)));
  }

  async #written(write: Promise<void>): Promise<void> {
    this.#writing++;
    try {
      await write;
      this.#isBroken = false;
    } catch {
      // The browser has no room, or forbids it: then leaving has to ask.
      this.#isBroken = true;
    } finally {
      this.#writing--;
    }
  }
}
