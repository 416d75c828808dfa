import type { Attribute } from '@tiptap/core';

/** An attribute that travels through the clipboard as data-NAME. */
export function kept<T>(name: string, otherwise: T, read: (text: string) => T, write: (value: T) => string | null): Record<string, Partial<Attribute>> {
  const dashed = `data-${name.toLowerCase()}`;
  return {
    [name]: {
      default: otherwise,
      parseHTML: (element: HTMLElement) => {
        const text = element.getAttribute(dashed);
        return text === null ? otherwise : read(text);
      },
      renderHTML: (attributes) => {
        const text = write(attributes[name] as T);
        return text === null ? {} : { [dashed]: text };
      },
    },
  };
}

export const textAttribute = (name: string): Record<string, Partial<Attribute>> => kept<string | null>(name, null, (text) => text, (value) => value);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isImageId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value) && !/^[0-]+$/.test(value);

export const imageAttribute = (name: string): Record<string, Partial<Attribute>> => kept<string | null>(name, null, (text) => (isImageId(text) ? text : null), (value) => value);

const blockId = /^[A-Za-z0-9_-]{1,64}$/;

/** The stable id that every block carries. */
export const idAttribute: Record<string, Partial<Attribute>> = kept<string | null>('id', null, (text) => (blockId.test(text) ? text : null), (value) => value);

const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id, in the server's alphabet. */
export function newId(random: () => number): string {
  let id = '';
  while (id.length < 12) id += letters[Math.floor(random() * letters.length)];
  return id;
}
