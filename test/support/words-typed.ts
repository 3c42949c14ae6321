/**
 * The words that somebody typed in a Markdown file, told by regular expressions alone, so that a reader
 * can be held to them: what is markup goes, what is prose, code, caption or note stays, in its order.
 * Knows what the samples use, no more.
 */

/** What is taken out of a line, or put in its place. */
const markup: readonly (readonly [RegExp, string])[] = [
  // Rules between a table's head and body, the bars of its rows, and break marks in a title.
  [/^\|(?:\s*:?-+:?\s*\|)+\s*$/, ''],
  [/^\|(.*)\|\s*$/, '$1'],
  [/ \| /g, ' '],
  // A picture leaves its caption, a link its text, a call of a note nothing.
  [/!\[[^\]]*\]\([^\s)]+(?: "([^"]*)")?\)/g, '$1'],
  [/\[\^[^\]]+\]:?/g, ''],
  [/\[([^\]]*)\]\([^)]*\)/g, '$1'],
  // Attributes.
  [/\{(?:[.#]|\w+=)[^}]*\}/g, ''],
  // What stands in front of headings, quotations, items, terms and captions.
  [/^\s*(?:#+|>|[-*]|\d+\.|:)\s+/, ''],
  [/\*+|`/g, ''],
];

/** The text of a Markdown file without its markup; lines stay lines. */
export function typedText(source: string): string {
  const facts = /^---\n([\s\S]*?)\n---\n/.exec(source)?.[0] ?? '';
  // The section stands above the article and the authors below it; other facts are no part of the text.
  const fact = (key: string): string => new RegExp(`^${key}: \\[?(.*?)\\]?$`, 'm').exec(facts)?.[1] ?? '';
  const prose = `${fact('section')}\n${source.slice(facts.length)}\n${fact('authors')}\n`;
  // A table is named below it, and named above it where it is shown.
  const named = prose.replace(/((?:^\|.*\n)+)\n(: .*\n)/gm, '$2\n$1');
  let code = false;
  const lines = named.split('\n').map((line) => {
    if (line.startsWith('```')) {
      code = !code;
      return '';
    }
    return code ? line : markup.reduce((text, [mark, kept]) => text.replace(mark, kept), line);
  });
  return lines.join('\n');
}
