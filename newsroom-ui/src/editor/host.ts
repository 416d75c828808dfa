import type { Body } from './model/body.ts';

/** A picture of the library. */
export interface Picture {
  id: string;
  url: string;
  width: number;
  height: number;
  caption: string | null;
  credit: string | null;
  alt: string | null;
}

export interface FoundStory {
  headline: string;
  url: string;
}

/** What is saved of a story: its body, and the fields of the form that go with it. */
export interface Draft {
  body: Body;
  fields: Record<string, string>;
}

export type Answer =
  | { kind: 'saved'; version: string }
  | { kind: 'conflict'; version: string; theirs: Draft }
  | { kind: 'signedOut' }
  | { kind: 'refused'; reason: string }
  | { kind: 'away' };

/** Who else is at a story. */
export interface Presence {
  /** Who holds it; null where it is free or one's own. */
  holder: string | null;
  readers: string[];
}

/** What the editor asks of the page it stands in. Any of it can be replaced by the page: “element.host = { pick }”. */
export interface Host {
  upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Picture>;
  describe(ids: string[]): Promise<Picture[]>;
  searchStories(query: string): Promise<FoundStory[]>;
  save(draft: Draft, version: string): Promise<Answer>;
  /** Lets people choose from the library; without it there is no such button. */
  pick?: (() => Promise<Picture | null>) | undefined;
  /** Says that one is here, and asks who else is. */
  attend?: ((takeOver: boolean) => Promise<Presence>) | undefined;
}

export interface Addresses {
  /** Where images are: POST makes one, GET /ID is one of them. */
  images: string;
  /** Where stories are: GET ?q= searches, PATCH /ID saves. */
  stories: string;
  story: string | null;
  /** Where one says that one is here; null where that isn't asked. */
  presence: string | null;
  /** What forms carry against forgery, as a header. */
  token: string | null;
}

interface Problem {
  detail?: string;
}

const problem = async (answer: Response): Promise<string> => ((await answer.json().catch(() => ({}))) as Problem).detail ?? `${answer.status} ${answer.statusText}`;

/** The host that asks the program's own addresses, in the shapes of docs/api.md. */
export function serverHost({ images, stories, story, presence, token }: Addresses): Host {
  const headers = (more: Record<string, string> = {}): Record<string, string> => (token ? { RequestVerificationToken: token, ...more } : more);

  const json = async <T>(address: string): Promise<T> => {
    const answer = await fetch(address, { headers: headers({ Accept: 'application/json' }) });
    if (!answer.ok) throw new Error(await problem(answer));
    return (await answer.json()) as T;
  };

  const theirs = async (): Promise<Answer> => {
    const answer = await fetch(`${stories}/${story}`, { headers: headers({ Accept: 'application/json' }) });
    if (!answer.ok) return answer.status === 401 ? { kind: 'signedOut' } : { kind: 'away' };
    const { body, ...fields } = (await answer.json()) as Record<string, unknown> & { body: Body };
    const texts = Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string');
    return { kind: 'conflict', version: answer.headers.get('ETag') ?? '', theirs: { body, fields: Object.fromEntries(texts) } };
  };

  return {
    upload: (file, onProgress, signal) => upload(images, headers(), file, onProgress, signal),
    describe: async (ids) => {
      const found = await Promise.allSettled(ids.map((id) => json<Picture>(`${images}/${id}`)));
      return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    },
    searchStories: async (query) => {
      const { items } = await json<{ items: { headline: string; url: string }[] }>(`${stories}?limit=8&q=${encodeURIComponent(query)}`);
      return items.map(({ headline, url }) => ({ headline, url: ownPath(url) }));
    },
    save: async ({ body, fields }, version) => {
      let answer: Response;
      try {
        answer = await fetch(`${stories}/${story}`, {
          method: 'PATCH',
          headers: headers({ 'Content-Type': 'application/json', 'If-Match': version }),
          body: JSON.stringify({ ...fields, body }),
        });
      } catch {
        return { kind: 'away' };
      }

      if (answer.ok) return { kind: 'saved', version: answer.headers.get('ETag') ?? version };
      switch (answer.status) {
        case 401: return { kind: 'signedOut' };
        case 409:
        case 412: return theirs().catch(() => ({ kind: 'away' }) as const);
        case 408:
        case 429: return { kind: 'away' };
        default: return answer.status >= 500 ? { kind: 'away' } : { kind: 'refused', reason: await problem(answer) };
      }
    },
    attend: presence === null ? undefined : async (takeOver) => {
      const answer = await fetch(presence, { method: 'POST', headers: headers({ 'Content-Type': 'application/json' }), body: JSON.stringify({ takeOver }) });
      if (!answer.ok) throw new Error(await problem(answer));
      return (await answer.json()) as Presence;
    },
  };
}

/** Our own stories are linked by their path, so that the links hold wherever the site stands. */
function ownPath(url: string): string {
  const whole = new URL(url, location.href);
  return whole.pathname;
}

// XMLHttpRequest, since fetch doesn't tell how far a file has come.
const upload = (address: string, headers: Record<string, string>, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Picture> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => total > 0 && onProgress(loaded / total));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Picture);
      else reject(new Error((request.response as Problem | null)?.detail ?? `${request.status} ${request.statusText}`));
    });
    request.addEventListener('error', () => reject(new Error(request.statusText || 'offline')));
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
