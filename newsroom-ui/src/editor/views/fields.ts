import { freshId, make } from '../dom.ts';

export interface Field {
  readonly element: HTMLElement;
  readonly control: HTMLInputElement | HTMLTextAreaElement;
  /** Shows what the document says, unless somebody is typing here. */
  show(value: string | null): void;
  /** Sets what is said about it; null takes it away. */
  note(text: string | null, isWrong?: boolean): void;
  flush(): void;
}

export interface FieldOptions {
  label: string;
  longest: number;
  lines?: boolean;
  type?: string;
  change: (value: string | null) => void;
}

const pause = 200;

/** A field of a block. What is typed comes into the document at the next pause, when the field is left, and when the story is saved. */
export function field({ label, longest, lines = false, type = 'text', change }: FieldOptions): Field {
  const id = freshId('field');
  const note = make('span', { className: 'note', id: `${id}-note`, hidden: true });
  const control = lines ? make('textarea', { rows: 1 }) : make('input', { type });
  Object.assign(control, { id, maxLength: longest, autocomplete: 'off' });
  control.dir = type === 'url' ? 'ltr' : 'auto';
  const element = make('div', { className: 'field' }, make('label', { htmlFor: id }, label), control, note);
  let shown = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    if (control.value === shown) return;
    shown = control.value;
    change(shown.trim() === '' ? null : shown);
  };

  control.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(flush, pause);
  });
  control.addEventListener('blur', flush);

  return {
    element,
    control,
    flush,
    show: (value) => {
      if (control.value !== shown) return;
      shown = value ?? '';
      if (control.value !== shown) control.value = shown;
    },
    note: (text, isWrong = false) => {
      note.hidden = text === null;
      note.textContent = text ?? '';
      note.classList.toggle('is-wrong', isWrong);
      if (text === null) control.removeAttribute('aria-describedby');
      else control.setAttribute('aria-describedby', note.id);
      if (isWrong) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    },
  };
}
