const paths = {
  plus: 'M12 5v14M5 12h14',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  bold: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z',
  italic: 'M10 5h7M7 19h7M14 5l-4 14',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  heading2: 'M4 6v12M12 6v12M4 12h8M16 10a2.5 2.5 0 1 1 4.5 1.6L16 18h5',
  heading3: 'M4 6v12M12 6v12M4 12h8M16 9h5l-3 3.5a2.8 2.8 0 1 1-2 4.5',
  bullets: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  numbers: 'M10 6h10M10 12h10M10 18h10M4 5l1.5-1v5M4 14.5a1.5 1.5 0 1 1 2.6 1L4 19h3',
  quote: 'M5 7v7h4V7zM9 14c0 2-1 3-3 3M14 7v7h4V7zM18 14c0 2-1 3-3 3',
  up: 'M12 19V6M6 11l6-6 6 6',
  down: 'M12 5v13M6 13l6 6 6-6',
  undo: 'M9 7 4 12l5 5M4 12h10a5 5 0 0 1 5 5v1',
  redo: 'm15 7 5 5-5 5M20 12H10a5 5 0 0 0-5 5v1',
  rowBefore: 'M4 13h16v6H4zM12 3v6M9 6h6',
  rowAfter: 'M4 5h16v6H4zM12 15v6M9 18h6',
  rowRemove: 'M4 5h16v6H4zM9 18h6',
  columnBefore: 'M13 4h6v16h-6zM3 12h6M6 9v6',
  columnAfter: 'M5 4h6v16H5zM15 12h6M18 9v6',
  columnRemove: 'M5 4h6v16H5zM15 12h6',
  headerRow: 'M4 5h16v14H4zM4 10h16M4 7.5h16',
  merge: 'M4 5h16v14H4zM9 12h6M9 12l2-2M9 12l2 2M15 12l-2-2M15 12l-2 2',
  split: 'M4 5h16v14H4zM12 5v14',
  remove: 'M5 7h14M9 7V5h6v2M7 7l1 12h8l1-12',
} as const;

export type IconName = keyof typeof paths;

const namespace = 'http://www.w3.org/2000/svg';

export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
