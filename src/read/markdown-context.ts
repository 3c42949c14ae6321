/**
 * What the Markdown mappers share while they walk the tokens of one file: the source's lines, a cursor
 * that finds each stretch of text in them, the pictures, and what there is to say.
 */
import { find, html } from 'property-information';
import type { Diagnostic, Span } from '../diagnostic.js';
import type { ImageAsset } from '../document/publication.js';
import { noProperties, type Properties, type PropertyValue } from '../document/tree.js';
import type { Highlighter } from './highlight.js';
import type { Token } from './markdown-parse.js';

/** A picture that the text refers to, read or not. */
export interface Picture {
  readonly image: ImageAsset | undefined;
  /** Alternative text of a sidecar. */
  readonly sidecar: string | undefined;
}

export class MarkdownContext {
  readonly diagnostics: Diagnostic[] = [];
  /** Marks the words of code; there once a block that names its language was met. */
  highlight: Highlighter | undefined;
  /** Numbers (from 0) of notes whose first reference was met and that were not placed yet. */
  readonly pendingNotes: number[] = [];
  /** Whether a mapper met HTML. */
  holdsHtml = false;
  readonly #metNotes = new Set<number>();
  #line = 0;
  #column = 0;
  #end = 0;

  constructor(
    readonly file: string,
    readonly lines: readonly string[],
    /** By the address as the Markdown gives it. */
    readonly pictures: ReadonlyMap<string, Picture>,
    /** BCP 47: of the words that we add. */
    readonly language: string,
  ) {}

  /** Moves the cursor to the lines of a block; without a map (a table cell) it goes on where it is. */
  enter(map: readonly [number, number] | null | undefined): void {
    if (!map || (map[0] === this.#line && map[1] === this.#end)) return;
    [this.#line, this.#end] = map;
    this.#column = 0;
  }

  /** The cursor's line as a span. */
  get line(): Span {
    return { file: this.file, line: this.#line + 1 };
  }

  /** Moves behind a line's end. */
  nextLine(): void {
    this.#line++;
    this.#column = 0;
  }

  /** Finds typed text from the cursor on and moves behind it; only the line when escapes or entities hide it. */
  locate(typed: string): Span {
    for (let line = this.#line; line < Math.max(this.#end, this.#line + 1); line++) {
      const from = line === this.#line ? this.#column : 0;
      const at = (this.lines[line] ?? '').indexOf(typed, from);
      if (at < 0) continue;
      this.#line = line;
      this.#column = at + typed.length;
      return { file: this.file, line: line + 1, column: at + 1, length: Math.max(1, typed.length) };
    }
    return this.line;
  }

  /** Notes a reference; true the first time. */
  meetNote(id: number): boolean {
    if (this.#metNotes.has(id)) return false;
    this.#metNotes.add(id);
    this.pendingNotes.push(id);
    return true;
  }

  hasMet(id: number): boolean {
    return this.#metNotes.has(id);
  }
}

/** The attributes of a token as properties; column alignment becomes a class (`align-right`). */
export function propertiesOf(token: Token, skip: readonly string[] = []): Properties {
  if (!token.attrs) return noProperties;
  const properties: Record<string, PropertyValue> = {};
  for (const [name, value] of token.attrs) {
    const alignment = name === 'style' ? /^text-align:\s*(\w+)$/.exec(value)?.[1] : undefined;
    if (alignment) addClasses(properties, [`align-${alignment}`]);
    else if (name === 'class') addClasses(properties, value.split(/\s+/).filter(Boolean));
    else if (name !== 'style' && !skip.includes(name)) {
      const info = find(html, name);
      properties[info.property] = info.number && /^\d+$/.test(value) ? Number(value) : value;
    }
  }
  return Object.keys(properties).length > 0 ? properties : noProperties;
}

function addClasses(properties: Record<string, PropertyValue>, names: readonly string[]): void {
  const before = properties['className'];
  const all = Array.isArray(before) ? [...before.map(String), ...names] : names;
  if (all.length > 0) properties['className'] = all;
}
