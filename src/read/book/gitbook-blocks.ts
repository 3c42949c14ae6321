/**
 * GitBook's blocks (`{% hint %}`, `{% tabs %}`, `{% code %}` …) → the Markdown that they mean: hints are
 * boxes, the tabs of a group stand below each other under their names, a link to another page stays a link.
 * Blocks that only arrange things vanish; one that is not known is named and shown as it is typed.
 */
import { diagnostic, type Diagnostic } from '../../diagnostic.js';
import type { PlacedLine } from './expand-text.js';

/** A block's tag alone on its line, in a list or a quotation too. */
const tag = /^([\s>]*)\{%\s*(\w[\w-]*)\s*(.*?)\s*%\}\s*$/;
const fence = /^[ >]*(`{3,}|~{3,})/;

/** GitBook's kinds of hint, as boxes are called here. */
const hints: Readonly<Record<string, string>> = {
  info: 'note',
  success: 'tip',
  warning: 'warning',
  danger: 'caution',
};

/** Blocks that arrange others and say nothing themselves, and the ends of all blocks. */
const silent = /^(?:tabs|content-ref|raw|stepper|step|columns|column|cards|card|updates|update|end[\w-]+)$/;

/** Goes through a text line by line. */
export class GitbookBlocks {
  #fence: string | undefined;

  constructor(private readonly diagnostics: Diagnostic[]) {}

  /** The lines that a line stands for. */
  take(line: PlacedLine): readonly PlacedLine[] {
    const marks = fence.exec(line.text)?.[1];
    if (this.#fence !== undefined) {
      if (marks?.startsWith(this.#fence)) this.#fence = undefined;
      return [line];
    }
    if (marks !== undefined) this.#fence = marks;
    const [, indent = '', name, rest = ''] = line.text.includes('{%') ? (tag.exec(line.text) ?? []) : [];
    if (name === undefined) return [line];
    return this.#block(name, attributesOf(rest), line).map((text) => ({
      ...line,
      text: text === '' ? indent.trimEnd() : indent + text,
      asTyped: false,
    }));
  }

  #block(name: string, attributes: ReadonlyMap<string, string>, line: PlacedLine): readonly string[] {
    const given = (attribute: string): string => attributes.get(attribute) ?? '';
    if (name === 'hint') return [`::: ${hints[given('style')] ?? 'note'}`];
    if (name === 'endhint') return [':::'];
    if (name === 'tab' || name === 'code') {
      const title = given('title').replace(/([*_`[\]\\])/g, '\\$1');
      return title === '' ? [''] : ['', `**${title}**`, ''];
    }
    if (name === 'embed' || name === 'file') {
      const address = given('url') || given('src');
      return address === '' ? [''] : ['', `[${given('caption') || address}](<${address}>)`, ''];
    }
    if (silent.test(name)) return [''];
    this.diagnostics.push(diagnostic('BOOK-BLOCK', { name }, { span: { file: line.file, line: line.line } }));
    return [line.text.trim()];
  }
}

/** `style="info" title="x"`. */
function attributesOf(typed: string): ReadonlyMap<string, string> {
  return new Map(
    [...typed.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', a, b]) => [
      name,
      a ?? b ?? '',
    ]),
  );
}
