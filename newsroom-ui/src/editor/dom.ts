type Properties<K extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[K], 'style' | 'dataset'>> & { data?: Record<string, string> };

/** An element with its properties and what stands in it. */
export function make<K extends keyof HTMLElementTagNameMap>(name: K, properties: Properties<K> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  const { data, ...rest } = properties;
  Object.assign(element, rest);
  Object.assign(element.dataset, data ?? {});
  element.append(...children);
  return element;
}

export const button = (label: string, act: () => void, properties: Properties<'button'> = {}): HTMLButtonElement => {
  const made = make('button', { type: 'button', ...properties }, label);
  made.addEventListener('click', act);
  return made;
};

let last = 0;

/** An id for an element that another refers to. */
export const freshId = (name: string): string => `story-editor-${name}-${++last}`;
