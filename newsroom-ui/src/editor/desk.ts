import type { Editor } from '@tiptap/core';
import type { Host } from './host.ts';
import type { Pictures } from './pictures.ts';
import type { Uploads } from './uploads.ts';
import type { Words } from './words.ts';

/** What the parts of an editor share. */
export interface Desk {
  readonly words: Words;
  readonly pictures: Pictures;
  readonly uploads: Uploads;
  /** The page that the editor stands in. */
  readonly host: () => Host;
  /** Says something to those who don't see it. */
  readonly announce: (text: string) => void;
  /** Lets people choose a file; nothing comes where they think better of it. */
  readonly chooseFiles: (several: boolean) => Promise<File[]>;
  /** Takes over what stands in fields and has not been put into the document yet. */
  readonly flush: Set<() => void>;
}

export type AtDesk = { editor: Editor; desk: Desk };
