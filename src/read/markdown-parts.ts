/**
 * A Markdown text → parts that can be read one by one: blocks of one line, as most of a text are, which
 * need no parser of blocks, and what stands between them. Texts in which something may reach across a
 * cut stay whole: a fence, a note, the definition of a link or a term.
 */
import { isLineBlock } from './line-blocks.js';
import { isBlank } from './source-text.js';

/** A part of a file; `line` counts from 0. */
export type MarkdownPart =
  /** A heading or a paragraph, all of that line. */
  | { readonly type: 'line'; readonly line: number }
  /** Other blocks. */
  | { readonly type: 'text'; readonly text: string; readonly line: number };

/** What may reach across a cut: `[label]: address`, `[^note]`, `^[note]`, a fence. */
const reaching = [']:', '[^', '^[', '```', '~~~'];

/** The parts of a text behind its front matter, which takes the first `head` of its lines. */
export function* markdownParts(
  text: string,
  lines: readonly string[],
  head: number,
): Generator<MarkdownPart> {
  // Where the line begins.
  let at = 0;
  for (let line = 0; line < head; line++) at += (lines[line] ?? '').length + 1;
  if (reaching.some((mark) => text.includes(mark)) || lines.some(reaches)) {
    yield { type: 'text', text: text.slice(at), line: head };
    return;
  }
  // Attributes in braces may belong to the block above them.
  const braces = text.includes('{');
  let open: { readonly at: number; readonly line: number } | undefined;
  for (let line = head; line < lines.length; line++) {
    const typed = lines[line] ?? '';
    // Below a blank line no paragraph goes on, and what stands at the margin is in no list.
    const free = !open || isBlank(lines[line - 1] ?? '');
    if (free && isLineBlock(typed, lines[line + 1]) && !(braces && typed.includes('{'))) {
      if (open) yield { type: 'text', text: text.slice(open.at, at), line: open.line };
      open = undefined;
      yield { type: 'line', line };
    } else if (!isBlank(typed)) open ??= { at, line };
    at += typed.length + 1;
  }
  if (open) yield { type: 'text', text: text.slice(open.at), line: open.line };
}

/** A line that begins with the mark of a definition or a container, in a quotation too. */
function reaches(line: string): boolean {
  let at = 0;
  let code = line.charCodeAt(0);
  while (code === 0x20 || code === 0x09 || code === 0x3e) code = line.charCodeAt(++at);
  return code === 0x3a || code === 0x7e;
}
