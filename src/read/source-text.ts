/**
 * The lines of a source and the pieces cut from them. A piece knows the line and column where it
 * stands, so that every text node made of it can say so; blanks are closed when it becomes a node.
 */
import type { Span } from '../diagnostic.js';
import { text, type TextNode } from '../document/tree.js';

/** A stretch of one source line. */
export interface Piece {
  /** As typed. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** From 1, UTF-16. */
  readonly column: number;
}

/** A text with line feeds for all line ends; one that has no others is not copied. */
export function withLineFeeds(source: string): string {
  return source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
}

/** The lines of a text, line ends taken off. */
export function linesOf(source: string): readonly string[] {
  // A character is found much faster than a pattern.
  return withLineFeeds(source).split('\n');
}

/** Nothing but spaces and tabs: other blanks are words to Markdown (CommonMark 0.31, 2.1). */
export function isBlank(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09) return false;
  }
  return true;
}

/** The piece without the blanks around it, no-break spaces included; undefined when nothing else is there. */
export function trim(piece: Piece): Piece | undefined {
  const trimmed = piece.text.trim();
  return trimmed === '' ? undefined : cut(piece, piece.text.indexOf(trimmed), undefined, trimmed.length);
}

/** Part of a piece, from a UTF-16 offset to another or of a length. */
export function cut(piece: Piece, start: number, end?: number, length?: number): Piece {
  const stop = length === undefined ? end : start + length;
  return { text: piece.text.slice(start, stop), line: piece.line, column: piece.column + start };
}

export function spanOf(file: string, piece: Piece): Span {
  return { file, line: piece.line, column: piece.column, length: Math.max(1, piece.text.length) };
}

/**
 * Closes stray blanks: two or more in a row become one space. A single no-break space stays as typed,
 * and so do several of them alone; mixed with plain spaces they glue nothing and are closed too.
 */
export function closeBlanks(typed: string): string {
  return typed.replace(/[ \t\u00a0]{2,}|\t/g, (blanks) => (/^\u00a0+$/.test(blanks) ? blanks : ' '));
}

/** The words of one paragraph: closed text, and the pieces that it came from with their offsets in it. */
export interface Passage {
  readonly text: string;
  readonly parts: readonly { readonly piece: Piece; readonly start: number; readonly value: string }[];
}

/** Joins the pieces of one paragraph; a line's end counts as a space. */
export function passage(pieces: readonly Piece[]): Passage {
  let text = '';
  const parts = pieces.map((piece, index) => {
    const next = pieces[index + 1];
    const start = text.length;
    const value = closeBlanks(piece.text) + (next && next.line !== piece.line ? ' ' : '');
    text += value;
    return { piece, start, value };
  });
  return { text, parts };
}

/** Text nodes of a passage, or of its characters `start` to `end`: one a piece, each with its exact span. */
export function textNodes(of: Passage, file: string, start = 0, end = of.text.length): TextNode[] {
  return of.parts.flatMap(({ piece, start: at, value }) => {
    const from = Math.max(0, start - at);
    const to = Math.min(value.length, end - at);
    if (from >= to) return [];
    const typed = cut(piece, typedOffset(piece.text, from), typedOffset(piece.text, to));
    return [text(value.slice(from, to), { span: spanOf(file, typed) })];
  });
}

/** A passage of one piece cut in two at an offset of its text; undefined where it came from several. */
export function cutPassage(of: Passage, offset: number): readonly [Passage, Passage] | undefined {
  const [only, ...others] = of.parts;
  if (!only || others.length > 0) return undefined;
  const at = typedOffset(only.piece.text, offset);
  const [head, tail] = [trim(cut(only.piece, 0, at)), trim(cut(only.piece, at))];
  return head && tail ? [passage([head]), passage([tail])] : undefined;
}

/** Where character `offset` of the closed text stood in the typed one. */
export function typedOffset(typed: string, offset: number): number {
  let removed = 0;
  for (const match of typed.matchAll(/[ \t\u00a0]{2,}/g)) {
    if (match.index - removed >= offset) break;
    removed += match[0].length - closeBlanks(match[0]).length;
  }
  return Math.min(typed.length, offset + removed);
}
