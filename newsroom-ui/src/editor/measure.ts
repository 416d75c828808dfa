import type { Body, BodyNode } from './model/body.ts';

/** How long a text is: the same numbers as the server's WordCount. */
export interface Measured {
  words: number;
  /** To read it, one at least where there is anything to read. */
  minutes: number;
}

const wordsAMinute = 230;
const ideographsAMinute = 450;
const unspacedLettersAWord = 4;

const ideograph = '[\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}\\u3005\\u3007\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc-\\u30fe\\u31f0-\\u31ff\\uff66-\\uff9d]';
const unspaced = '[\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u0e81-\\u0ecd\\u1000-\\u103f\\u1780-\\u17d3]';
const letter = `(?:(?!${ideograph}|${unspaced})[\\p{L}\\p{M}\\p{N}\\u200c\\u200d])`;
// A word goes on over an apostrophe or a hyphen between letters, and over a decimal sign between digits.
// What joins the parts of an emoji is no letter of a word.
const emoji = '\\p{Extended_Pictographic}(?:[\\u200d\\ufe0f\\p{M}\\p{Emoji_Modifier}\\p{Extended_Pictographic}])*';
const tokens = new RegExp(`${emoji}|(${ideograph}\\p{M}*)|(${unspaced}[\\p{M}\\u200c\\u200d]*)|(${letter}+(?:(?:['’\\-\\u2010\\u2011](?=${letter})|(?<=[0-9])[.,](?=[0-9]))${letter}+)*)`, 'gu');

export function measure(text: string): Measured {
  let [words, ideographs, letters] = [0, 0, 0];
  for (const [, ideographic, unspacedLetter, word] of text.matchAll(tokens)) {
    if (ideographic) ideographs++;
    else if (unspacedLetter) letters++;
    else if (word) words++;
  }

  words += Math.ceil(letters / unspacedLettersAWord);
  const total = words + ideographs;
  return { words: total, minutes: total === 0 ? 0 : Math.max(1, Math.round(words / wordsAMinute + ideographs / ideographsAMinute)) };
}

/** The text of a block or a body, its lines apart. */
export function textOf(node: BodyNode | Body): string {
  if (node.type === 'text') return (node as BodyNode).text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const { attrs = {}, content = [] } = node as BodyNode;
  const said = [attrs.title, attrs.caption, attrs.attribution].filter((value): value is string => typeof value === 'string');
  const isLine = content.some(({ type }) => type === 'text' || type === 'hardBreak');
  return [...said, content.map(textOf).join(isLine ? '' : '\n')].filter((text) => text !== '').join('\n');
}
