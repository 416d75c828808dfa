type Message = { type: 'hello' | 'here'; id: string };

const patience = 250;

/** The pages of this browser that have the same story open. */
export class Tabs {
  readonly #channel: BroadcastChannel;
  readonly #others = new Set<string>();

  constructor(story: string, private readonly id: string, private readonly onOther: () => void) {
    this.#channel = new BroadcastChannel(`broadsheet-story-${story}`);
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      const isNew = !this.#others.has(data.id);
      this.#others.add(data.id);
      if (data.type === 'hello') this.#say('here');
      if (isNew) this.onOther();
    });
  }

  /** Asks who else is there. */
  async others(): Promise<ReadonlySet<string>> {
    this.#say('hello');
    await new Promise((resolve) => setTimeout(resolve, patience));
    return this.#others;
  }

  close(): void {
    this.#channel.close();
  }

  #say(type: Message['type']): void {
    this.#channel.postMessage({ type, id: this.id } satisfies Message);
  }
}
