/**
 * A Markdown text → parts that can be parsed one by one: cut before first-level headings, which end
 * every block that is open. Texts in which something may reach across a cut stay whole: a fence, a
 * note, the definition of a link or a term.
 */

/** A part of a file. */
export interface MarkdownPart {
  readonly text: string;
  /** Lines of the file above it. */
  readonly line: number;
}

/** A part is at least so long (UTF-16): a parser begins anew for each. */
const leastLength = 32_768;

/** What may reach across a cut: `[label]: address`, `[^note]`, `^[note]`, a fence, a container, `: definition`. */
const reaching = /\]:|\[\^|\^\[|```|~~~|^[ \t>]*(?:[:~]\s|:::)/m;

/** The parts of a text behind its front matter, which takes the first `head` lines; none but the last is shorter. */
export function* markdownParts(source: string, head: number, least = leastLength): Generator<MarkdownPart> {
  let from = skipLines(source, head);
  let line = head;
  if (source.length - from > least && !reaching.test(source)) {
    for (;;) {
      const cut = source.indexOf('\n# ', from + least) + 1;
      if (cut === 0) break;
      const text = source.slice(from, cut);
      yield { text, line };
      line += countLines(text);
      from = cut;
    }
  }
  yield { text: source.slice(from), line };
}

const lineEnd = /\r\n|\r|\n/g;

function skipLines(source: string, count: number): number {
  lineEnd.lastIndex = 0;
  for (let line = 0; line < count; line++) if (!lineEnd.exec(source)) return source.length;
  return lineEnd.lastIndex;
}

function countLines(text: string): number {
  lineEnd.lastIndex = 0;
  let lines = 0;
  while (lineEnd.exec(text)) lines++;
  return lines;
}
