const unfit = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without what the server refuses: control characters and halves of characters. A carriage return becomes a line end. */
export const tidyText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unfit, '').replace(halves, '');

/** A caption, a title: null where it says nothing. It isn't cut within a character. */
export function tidyLabel(value: unknown, longest: number): string | null {
  if (typeof value !== 'string') return null;
  const text = tidyText(tidyText(value).slice(0, longest));
  return text.trim() === '' ? null : text;
}
