interface Item {
  paragraph: Element;
  /** 1 is the outermost. */
  level: number;
  isOrdered: boolean;
  start: number;
}

const romans: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Takes the mark that Word has set before an item, and says what it is. */
export function markerOf(paragraph: Element): { isOrdered: boolean; start: number } {
  const marks = [...paragraph.querySelectorAll('span')].filter((span) => /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''));
  const mark = marks[0]?.textContent.replace(/[\s\u00a0]+/g, '') ?? '';
  for (const one of marks) one.remove();
  const found = /^\(?(?:(\d+)|([ivxlc]+)|([a-z]))[.)]/i.exec(mark);
  if (!found) return { isOrdered: false, start: 1 };
  const [, number, roman, letter] = found;
  if (number) return { isOrdered: true, start: Number(number) };
  return { isOrdered: true, start: roman ? (romans[roman[0]?.toLowerCase() ?? ''] ?? 1) : (letter?.toLowerCase().charCodeAt(0) ?? 97) - 96 };
}

/** Lists within lists of what stood one after another. */
export function listOf(items: Item[], document: Document): DocumentFragment {
  const root = document.createDocumentFragment();
  const open: { list: Element; level: number }[] = [];
  for (const { paragraph, level, isOrdered, start } of items) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const kind = isOrdered ? 'ol' : 'ul';
    if (open.at(-1)?.level === level && open.at(-1)?.list.localName !== kind) open.pop();
    if ((open.at(-1)?.level ?? 0) < level) {
      const list = document.createElement(kind);
      if (isOrdered && start !== 1) list.setAttribute('start', String(start));
      (open.at(-1)?.list.lastElementChild ?? root).append(list);
      open.push({ list, level });
    }

    const item = document.createElement('li');
    const text = document.createElement('p');
    text.append(...paragraph.childNodes);
    item.append(text);
    open.at(-1)?.list.append(item);
    paragraph.remove();
  }

  return root;
}
