import type { Host, Picture } from './host.ts';

/** What is known of the pictures in a story, asked for once and for several at a time. */
export class Pictures {
  #known = new Map<string, Promise<Picture | null>>();
  #waiting = new Map<string, (picture: Picture | null) => void>();

  constructor(private readonly host: () => Host) {}

  /** A picture, or null where there is none such. */
  find(id: string): Promise<Picture | null> {
    const known = this.#known.get(id);
    if (known) return known;
    if (this.#waiting.size === 0) queueMicrotask(() => void this.#ask());
    const asked = new Promise<Picture | null>((resolve) => this.#waiting.set(id, resolve));
    this.#known.set(id, asked);
    return asked;
  }

  /** Takes in what an upload or the library answered with. */
  add(picture: Picture): void {
    this.#known.set(picture.id, Promise.resolve(picture));
  }

  async #ask(): Promise<void> {
    const asked = [...this.#waiting];
    this.#waiting.clear();
    const found = await this.host().describe(asked.map(([id]) => id)).catch(() => []);
    for (const [id, resolve] of asked) {
      const picture = found.find((one) => one.id === id) ?? null;
      // What couldn't be had now may be had later.
      if (!picture) this.#known.delete(id);
      resolve(picture);
    }
  }
}
