import type { Host, Picture } from './host.ts';
import type { Pictures } from './pictures.ts';

/** A file on its way to the server. */
export interface Upload {
  readonly name: string;
  /** Where the browser has the picture meanwhile. */
  readonly preview: string;
  /** 0 to 1. */
  share: number;
  /** Why it didn't arrive; null while it is on its way. */
  failure: string | null;
}

type Listener = (upload: Upload) => void;

interface Running {
  upload: Upload;
  file: File;
  stop: AbortController;
  done: (picture: Picture) => void;
  listeners: Set<Listener>;
}

const taken = /^image\/(jpeg|png|webp|avif|gif|tiff)$/;

export const isPicture = (file: File): boolean => taken.test(file.type);

/** The files on their way: how far each has come, and what to do when it is there, failed, or isn't wanted any more. */
export class Uploads {
  #running = new Map<string, Running>();
  #last = 0;

  constructor(private readonly host: () => Host, private readonly pictures: Pictures) {}

  get areRunning(): boolean {
    return this.#running.size > 0;
  }

  /** @returns What the upload is known by. */
  start(file: File, done: (picture: Picture) => void): string {
    const key = `upload-${++this.#last}`;
    const upload: Upload = { name: file.name || 'image', preview: URL.createObjectURL(file), share: 0, failure: null };
    this.#running.set(key, { upload, file, stop: new AbortController(), done, listeners: new Set() });
    void this.#send(key);
    return key;
  }

  find(key: string | null): Upload | null {
    return key === null ? null : (this.#running.get(key)?.upload ?? null);
  }

  /** @returns What ends the listening. */
  listen(key: string, listener: Listener): () => void {
    const running = this.#running.get(key);
    running?.listeners.add(listener);
    return () => running?.listeners.delete(listener);
  }

  retry(key: string): void {
    const running = this.#running.get(key);
    if (!running) return;
    running.stop = new AbortController();
    this.#tell(running, { share: 0, failure: null });
    void this.#send(key);
  }

  cancel(key: string): void {
    const running = this.#running.get(key);
    running?.stop.abort();
    this.#forget(key);
  }

  async #send(key: string): Promise<void> {
    const running = this.#running.get(key);
    if (!running) return;
    const { file, stop } = running;
    try {
      const picture = await this.host().upload(file, (share) => this.#tell(running, { share }), stop.signal);
      if (stop.signal.aborted) return;
      this.pictures.add(picture);
      running.done(picture);
      this.#forget(key);
    } catch (error) {
      if (!stop.signal.aborted) this.#tell(running, { failure: error instanceof Error ? error.message : String(error) });
    }
  }

  #tell({ upload, listeners }: Running, change: Partial<Upload>): void {
    Object.assign(upload, change);
    for (const listener of listeners) listener(upload);
  }

  #forget(key: string): void {
    const running = this.#running.get(key);
    if (running) URL.revokeObjectURL(running.upload.preview);
    this.#running.delete(key);
  }
}
