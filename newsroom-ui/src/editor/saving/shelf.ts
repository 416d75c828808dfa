/** A story as it stands in this browser and not yet, or not surely, on the server: a document, and what was done to it since. */
export interface Copy {
  /** Of the page that keeps it; each page has its own. */
  id: string;
  story: string;
  /** The story's version that it was written upon. */
  version: string;
  /** Milliseconds since 1970. */
  at: number;
  doc: unknown;
  fields: Record<string, string>;
  /** Whether the server has the document as it stands here. */
  isSaved: boolean;
}

export interface Change {
  steps: unknown[];
  fields: Record<string, string> | null;
}

export interface Found {
  copy: Copy;
  changes: Change[];
}

/** Where copies are kept. */
export interface Shelf {
  /** Lays a copy there, in place of the one before and what was done to it. */
  put(copy: Copy): Promise<void>;
  append(id: string, change: Change): Promise<void>;
  find(story: string): Promise<Found[]>;
  drop(id: string): Promise<void>;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB')));
  });

/** The shelf in IndexedDB. A change is one small row, so that each can be written as it is made. */
export async function indexedShelf(): Promise<Shelf> {
  const opening = indexedDB.open('broadsheet-newsroom', 1);
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('copies', { keyPath: 'id' }).createIndex('story', 'story');
    opening.result.createObjectStore('changes', { autoIncrement: true }).createIndex('copy', 'copy');
  });
  const database = await done(opening);

  const change = (act: (copies: IDBObjectStore, changes: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(['copies', 'changes'], 'readwrite');
    act(transaction.objectStore('copies'), transaction.objectStore('changes'));
    return ended(transaction);
  };

  const forgetChanges = (changes: IDBObjectStore, id: string): void => {
    const keys = changes.index('copy').getAllKeys(id);
    keys.addEventListener('success', () => keys.result.forEach((key) => changes.delete(key)));
  };

  return {
    put: (copy) => change((copies, changes) => {
      forgetChanges(changes, copy.id);
      copies.put(copy);
    }),
    append: (id, made) => change((_copies, changes) => void changes.add({ copy: id, ...made })),
    find: async (story) => {
      const transaction = database.transaction(['copies', 'changes']);
      const copies = (await done(transaction.objectStore('copies').index('story').getAll(story))) as Copy[];
      return Promise.all(copies.map(async (copy) => ({ copy, changes: (await done(transaction.objectStore('changes').index('copy').getAll(copy.id))) as Change[] })));
    },
    drop: (id) => change((copies, changes) => {
      forgetChanges(changes, id);
      copies.delete(id);
    }),
  };
}

/** The shelf in localStorage, for browsers that have no other. */
export function plainShelf(storage: Storage): Shelf {
  const prefix = 'broadsheet-newsroom:';
  const read = (id: string): Found | null => JSON.parse(storage.getItem(prefix + id) ?? 'null') as Found | null;
  const write = (found: Found): void => storage.setItem(prefix + found.copy.id, JSON.stringify(found));
  return {
    put: async (copy) => write({ copy, changes: [] }),
    append: async (id, change) => {
      const found = read(id);
      if (found) write({ ...found, changes: [...found.changes, change] });
    },
    find: async (story) => Object.keys(storage).filter((key) => key.startsWith(prefix)).flatMap((key) => read(key.slice(prefix.length)) ?? []).filter(({ copy }) => copy.story === story),
    drop: async (id) => storage.removeItem(prefix + id),
  };
}

/** The best shelf that this browser has. */
export const anyShelf = async (): Promise<Shelf> => indexedShelf().catch(() => plainShelf(localStorage));
