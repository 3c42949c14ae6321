/**
 * Lines of code that mdBook shows only when asked, and print cannot: `# …` in blocks of Rust as rustdoc has
 * them (`##` stands for `#`), and lines with the mark that the book's settings give a language.
 */
import type { PlacedLine } from './expand-text.js';
import { fenceLanguage } from '../highlight.js';

/** Opens or closes a block of code (CommonMark 0.31, 4.5). */
const fence = /^[ >]*(`{3,}|~{3,})\s*([^`]*)$/;

/** Goes through a text line by line. */
export class HiddenLines {
  #fence: string | undefined;
  #mark: string | undefined;
  readonly #marks: Readonly<Record<string, string>>;
  /** Blank lines that wait for one that is shown: hidden lines leave none at the ends of a block. */
  #blank: PlacedLine[] = [];
  #begun = false;
  #hid = false;

  constructor(marks: Readonly<Record<string, string>>) {
    this.#marks = { rust: '#', ...marks };
  }

  /** The line as it is shown; nothing for one that is hidden. */
  take(line: PlacedLine): readonly PlacedLine[] {
    const [, marks, info = ''] = fence.exec(line.text) ?? [];
    if (this.#fence === undefined) {
      if (marks !== undefined) this.#open(marks, info);
      return [line];
    }
    if (marks?.startsWith(this.#fence) && info.trim() === '') {
      this.#fence = undefined;
      return [...this.#takeBlank(!this.#hid), line];
    }
    return this.#mark === undefined ? [line] : this.#show(line, this.#mark);
  }

  #show(line: PlacedLine, mark: string): readonly PlacedLine[] {
    const found = shown(line, mark);
    if (found.length === 0) this.#hid = true;
    else if (line.text.trim() === '') this.#blank.push(line);
    else {
      const before = this.#takeBlank(this.#begun || !this.#hid);
      this.#begun = true;
      this.#hid = false;
      return [...before, ...found];
    }
    return [];
  }

  #takeBlank(stays: boolean): readonly PlacedLine[] {
    const taken = stays ? this.#blank : [];
    this.#blank = [];
    return taken;
  }

  #open(marks: string, info: string): void {
    this.#fence = marks;
    this.#begun = false;
    this.#hid = false;
    const language = fenceLanguage(info);
    const own = /\bhidelines=([^\s,]+)/.exec(info)?.[1];
    this.#mark = own ?? (Object.hasOwn(this.#marks, language) ? this.#marks[language] : undefined);
  }
}

function shown(line: PlacedLine, mark: string): readonly PlacedLine[] {
  const [, indent = '', rest = ''] = /^(\s*)(.*)$/s.exec(line.text) ?? [];
  if (!rest.startsWith(mark)) return [line];
  if (mark !== '#') return [];
  if (rest === '#' || rest.startsWith('# ')) return [];
  return rest.startsWith('##') ? [{ ...line, text: indent + rest.slice(1), asTyped: false }] : [line];
}
