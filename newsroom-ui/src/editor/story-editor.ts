import { Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState, Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { shownDiff } from './comparing/show.ts';
import type { Desk } from './desk.ts';
import { button, make } from './dom.ts';
import { serverHost, type Draft, type Host, type Presence } from './host.ts';
import { emptyLine } from './inserting.ts';
import { measure, textOf, type Measured } from './measure.ts';
import { LinkBox } from './menus/link.ts';
import { slashMenu } from './menus/slash.ts';
import { Toolbar } from './menus/toolbar.ts';
import { bodyOf, docOf, type Body, type Written } from './model/body.ts';
import { marks } from './model/marks.ts';
import { rules } from './model/rules.ts';
import { addPictures, pasting } from './paste/pasting.ts';
import { Pictures } from './pictures.ts';
import { isSaved, type Saving } from './saving/autosave.ts';
import { Keeper } from './saving/keeper.ts';
import { anyShelf } from './saving/shelf.ts';
import { Uploads } from './uploads.ts';
import { viewedNodes } from './views/views.ts';
import { inWords, say, type Words } from './words.ts';
import { writing } from './writing.ts';

export interface StoryMeasured extends Measured {
  headline: number;
  standfirst: number;
  unfinished: string[];
}

const attendance = 15_000;

/** The editor of a story's body, over the field of a form that works without it; README.md has its attributes, events and hooks. */
export class StoryEditor extends HTMLElement {
  #editor: Editor | null = null;
  #keeper: Keeper | null = null;
  #toolbar: Toolbar | null = null;
  #link: LinkBox | null = null;
  #host: Host | null = null;
  #written: { doc: Node; written: Written } | null = null;
  #isWaiting = false;
  #attending: ReturnType<typeof setInterval> | undefined;
  #words: Words = inWords(null);
  #sign = new AbortController();
  readonly #flush = new Set<() => void>();
  readonly #live = make('div', { className: 'unseen', role: 'status' });
  readonly #notice = make('div', { className: 'notice', hidden: true });
  readonly #mount = make('div', { className: 'page' });

  connectedCallback(): void {
    const field = this.#field;
    if (this.#editor || !field) return;
    const words = document.getElementById(this.getAttribute('words') ?? '')?.textContent;
    this.#words = inWords(words ? (JSON.parse(words) as Partial<Words>) : null);
    this.#sign = new AbortController();
    const desk = this.#desk();
    this.#mount.className = 'page';
    this.#editor = this.#make(field, desk);
    this.#link = new LinkBox(this.#editor, desk, () => this);
    this.#toolbar = new Toolbar(this.#editor, desk, {
      openLink: () => this.#link?.open(),
      openBlocks: () => this.#openBlocks(),
      addPicture: () => void desk.chooseFiles(true).then((files) => this.#editor && addPictures(this.#editor, desk, files)),
    });
    this.replaceChildren(this.#toolbar.element, this.#notice, this.#mount, this.#live);
    field.hidden = true;
    this.classList.add('is-live');
    this.#listen(field);
    window.addEventListener('beforeunload', (event) => desk.uploads.areRunning && event.preventDefault(), { signal: this.#sign.signal });
    this.#keep(this.#editor);
    this.#attend();
    this.#measureSoon();
    this.#emit('story-ready', {});
  }

  disconnectedCallback(): void {
    this.#sign.abort();
    this.#keeper?.end();
    clearInterval(this.#attending);
    this.#editor?.destroy();
    [this.#editor, this.#keeper, this.#toolbar, this.#written] = [null, null, null, null];
    if (this.#field) this.#field.hidden = false;
  }

  /** What the page does for the editor; what isn't given is asked of the server. */
  set host(host: Partial<Host>) {
    this.#host = { ...this.host, ...host };
    if (this.#keeper) this.#attend();
  }

  get host(): Host {
    return (this.#host ??= serverHost({
      images: this.getAttribute('images') ?? '/api/v1/images',
      stories: this.getAttribute('stories') ?? '/api/v1/stories',
      story: this.getAttribute('story'),
      presence: this.getAttribute('presence'),
      token: this.getAttribute('token'),
    }));
  }

  /** The body as it is now, as the server takes it. */
  get body(): Body {
    return this.#write().body;
  }

  get saving(): Saving | null {
    return this.#keeper?.saving ?? null;
  }

  /** Saves now, without waiting for a pause. */
  save(): void {
    this.#keeper?.happened({ type: 'now' });
  }

  /** Says that somebody has signed in again, in another tab perhaps. */
  signedIn(): void {
    this.#keeper?.happened({ type: 'signedIn' });
  }

  /** Decides between one's own version and the one that somebody else has saved. */
  decide(whose: 'mine' | 'theirs'): void {
    this.#keeper?.happened({ type: whose === 'mine' ? 'keepMine' : 'takeTheirs' });
  }

  /** Takes the story over from whoever holds it. */
  async takeOver(): Promise<void> {
    await this.#askPresence(true);
  }

  override focus(): void {
    this.#editor?.view.focus();
  }

  get #field(): HTMLTextAreaElement | HTMLInputElement | null {
    return document.getElementById(this.getAttribute('for') ?? '') as HTMLTextAreaElement | null;
  }

  #desk(): Desk {
    const host = (): Host => this.host;
    const pictures = new Pictures(host);
    return {
      words: this.#words,
      pictures,
      uploads: new Uploads(host, pictures),
      host,
      flush: this.#flush,
      announce: (text) => (this.#live.textContent = text),
      chooseFiles,
    };
  }

  #make(field: HTMLTextAreaElement | HTMLInputElement, desk: Desk): Editor {
    const extensions = [
      ...viewedNodes(desk),
      ...marks,
      rules,
      slashMenu(desk, () => this),
      writing({ desk, openLink: () => this.#link?.open(), enterToolbar: () => this.#toolbar?.enter() }),
      pasting(desk),
      placeholder(this.#words),
    ];
    const editor = new Editor({
      element: this.#mount,
      extensions,
      injectCSS: false,
      enableCoreExtensions: { delete: false, drop: false, paste: false, keymap: false },
      content: null,
      editorProps: {
        attributes: { class: 'text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.#words.editor, ...(this.lang ? { lang: this.lang } : {}) },
      },
      onTransaction: ({ transaction, appendedTransactions = [] }) => {
        this.#toolbar?.update();
        const isShown = Boolean(transaction.getMeta('shown'));
        for (const tr of [transaction, ...appendedTransactions]) if (tr.docChanged && !isShown) this.#keeper?.edited(tr);
        if (transaction.docChanged) this.#measureSoon();
      },
    });
    const body = field.value.trim() === '' ? null : (JSON.parse(field.value) as Body);
    const doc = docOf(editor.schema, body, Math.random);
    editor.view.updateState(EditorState.create({ schema: editor.schema, doc, selection: firstLine(doc), plugins: editor.state.plugins }));
    return editor;
  }

  #keep(editor: Editor): void {
    const story = this.getAttribute('story');
    if (story === null) return;
    const keeper = new Keeper({
      story: [this.getAttribute('owner'), story].filter(Boolean).join(':'),
      version: this.getAttribute('version') ?? '',
      host: () => this.host,
      shelf: anyShelf(),
      doc: () => editor.state.doc,
      fields: () => this.#fields(),
      draft: () => this.#draft(),
      show: (doc, fields) => this.#show(doc, fields),
      changed: (saving) => this.#tell(saving),
      told: (what) => {
        this.#emit('story-told', { what });
        this.#say(what === 'restored' ? this.#words.restored : this.#words.otherTab);
      },
    });
    this.#keeper = keeper;
    void keeper.start();
  }

  #listen(field: HTMLTextAreaElement | HTMLInputElement): void {
    const { signal } = this.#sign;
    field.form?.addEventListener('submit', () => this.#fill(), { signal });
    field.form?.addEventListener('formdata', ({ formData }) => field.name && formData.set(field.name, JSON.stringify(this.body)), { signal });
    for (const control of this.#controls()) {
      control.addEventListener('input', () => {
        this.#keeper?.fieldChanged();
        this.#measureSoon();
      }, { signal });
    }

    // On a phone the toolbar stands above the keyboard.
    window.visualViewport?.addEventListener('resize', () => this.#aboveKeyboard(), { signal });
    window.visualViewport?.addEventListener('scroll', () => this.#aboveKeyboard(), { signal });
    window.addEventListener('pagehide', () => this.#takeOverFields(), { signal });
    window.addEventListener('focus', () => this.#keeper?.saving.phase === 'signedOut' && this.signedIn(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && (this.#takeOverFields(), this.save()), { signal });
  }

  #aboveKeyboard(): void {
    const { height = 0, offsetTop = 0 } = window.visualViewport ?? {};
    this.style.setProperty('--keyboard', `${Math.max(0, window.innerHeight - height - offsetTop)}px`);
  }

  /** The fields of the form that are saved with the body. */
  #controls(): (HTMLInputElement | HTMLTextAreaElement)[] {
    const names = (this.getAttribute('fields') ?? '').split(' ').filter(Boolean);
    return names.map((name) => this.#field?.form?.elements.namedItem(name)).filter((control): control is HTMLInputElement | HTMLTextAreaElement => control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement);
  }

  #fields(): Record<string, string> {
    return Object.fromEntries(this.#controls().map(({ name, value }) => [name, value]));
  }

  #draft(): Draft {
    this.#takeOverFields();
    return { body: this.body, fields: this.#fields() };
  }

  #takeOverFields(): void {
    for (const flush of this.#flush) flush();
  }

  #fill(): void {
    this.#takeOverFields();
    if (this.#field) this.#field.value = JSON.stringify(this.body);
  }

  /** Written once for each document, however often it is asked for. */
  #write(): Written {
    const doc = this.#editor?.state.doc;
    if (!doc) return { body: { type: 'doc', content: [] }, unfinished: [] };
    if (this.#written?.doc !== doc) this.#written = { doc, written: bodyOf(doc) };
    return this.#written.written;
  }

  /** Shows another document in place of this one; undoing brings this one back. */
  #show(shown: Node | Body, fields: Record<string, string>): void {
    const editor = this.#editor;
    if (!editor) return;
    const doc = 'nodeSize' in shown ? shown : docOf(editor.schema, shown, Math.random);
    editor.view.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, doc.content).setMeta('shown', true));
    for (const control of this.#controls()) if (fields[control.name] !== undefined) control.value = fields[control.name] ?? '';
    this.#measureSoon();
  }

  #tell(saving: Saving): void {
    const words = this.#words;
    const text = say(words[`state${saving.phase[0]?.toUpperCase()}${saving.phase.slice(1)}` as 'stateClean'], { reason: saving.reason ?? '' });
    this.#emit('story-saving', { phase: saving.phase, version: saving.version, isSaved: isSaved(saving), reason: saving.reason, text });
    if (saving.theirs && this.#notice.dataset.phase !== 'conflict') this.#showConflict(saving.theirs.draft);
    else if (['offline', 'signedOut', 'refused'].includes(saving.phase) && this.#notice.dataset.phase !== saving.phase) this.#say(text, saving.phase);
    else if (saving.phase === 'clean' && this.#notice.dataset.phase) this.#say(null);
  }

  /** Says something above the text; null takes it away. */
  #say(text: string | null, phase = ''): void {
    this.#notice.hidden = text === null;
    this.#notice.dataset.phase = phase;
    this.#notice.replaceChildren(...(text === null ? [] : [make('p', {}, text)]));
    if (text) this.#live.textContent = text;
  }

  #showConflict(theirs: Draft): void {
    const mine = this.#draft();
    const words = this.#words;
    this.#say(words.stateConflict, 'conflict');
    const choose = (whose: 'mine' | 'theirs') => (): void => {
      this.#say(null);
      this.decide(whose);
      this.focus();
    };
    const lines = Object.keys(mine.fields).filter((name) => theirs.fields[name] !== undefined && theirs.fields[name] !== mine.fields[name]).map((name) => ({ type: 'paragraph', content: [{ type: 'text', text: name }] }));
    const asBody = ({ body, fields }: Draft): Body => ({ type: 'doc', content: [...lines.map(({ content }) => ({ type: 'paragraph', content: [{ type: 'text', text: fields[content[0]?.text ?? ''] ?? '' }] })), ...body.content] });
    this.#notice.append(
      make('div', { className: 'notice-tools' }, button(words.keepMine, choose('mine')), button(words.takeTheirs, choose('theirs'))),
      make('p', { className: 'diff-key' }, make('del', {}, words.theirs), ' ', make('ins', {}, words.mine)),
      shownDiff(asBody(theirs), asBody(mine), words),
    );
    this.#emit('story-conflict', { mine, theirs });
  }

  #openBlocks(): void {
    const editor = this.#editor;
    if (!editor) return;
    editor.view.focus();
    emptyLine(editor);
    editor.view.dispatch(editor.state.tr.insertText('/'));
  }

  /** Counts when there is time, at most once a second. */
  #measureSoon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => {
      const count = (): void => {
        this.#isWaiting = false;
        if (!this.#editor) return;
        const { body, unfinished } = this.#write();
        const length = (name: string): number => [...(this.#fields()[name] ?? '')].length;
        this.#emit<StoryMeasured>('story-measured', { ...measure(textOf(body)), headline: length('headline'), standfirst: length('standfirst'), unfinished });
      };
      if (window.requestIdleCallback) window.requestIdleCallback(count, { timeout: 2_000 });
      else count();
    }, 1_000);
  }

  #attend(): void {
    clearInterval(this.#attending);
    if (!this.host.attend) return;
    void this.#askPresence(false);
    this.#attending = setInterval(() => !document.hidden && void this.#askPresence(false), attendance);
  }

  async #askPresence(takeOver: boolean): Promise<void> {
    const presence = await this.host.attend?.(takeOver).catch(() => null);
    if (presence) this.#emit<Presence>('story-presence', presence);
  }

  #emit<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

/** Where writing begins: in the first line of text, if there is one. */
function firstLine(doc: Node): Selection {
  let at: number | null = null;
  doc.descendants((node, pos) => {
    if (at === null && node.isTextblock) at = pos + 1;
    return at === null;
  });
  return at === null ? Selection.atStart(doc) : TextSelection.create(doc, at);
}

/** Says at the empty line of the caret what can be done there. */
const placeholder = (words: Words): Extension =>
  Extension.create({
    name: 'placeholder',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations: ({ doc, selection: { $from, empty } }) => {
            const isStart = doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0;
            if (!isStart && (!empty || $from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0)) return DecorationSet.empty;
            const from = isStart ? 0 : $from.before();
            return DecorationSet.create(doc, [Decoration.node(from, from + 2, { class: 'is-empty', 'data-placeholder': isStart ? words.placeholderEmpty : words.placeholder })]);
          },
        },
      }),
    ],
  });

const chooseFiles = (several: boolean): Promise<File[]> =>
  new Promise((resolve) => {
    const input = make('input', { type: 'file', accept: 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff', multiple: several });
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });

customElements.define('story-editor', StoryEditor);
