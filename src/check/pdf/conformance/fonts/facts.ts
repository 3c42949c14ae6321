/**
 * Which codes of which fonts are shown, and how: kept while content is walked. Fonts that no string is
 * shown in are none of the rules' business.
 */
import { PdfString, type PdfDict, type PdfObject } from '../../objects.js';
import { isArray } from '../../open-pdf.js';
import type { PdfContents } from '../../read-pdf.js';
import type { ContentVisitor, Operation } from '../content-streams.js';
import { readFontModel, type FontModel } from './font-model.js';
import { invalidCode, shown, type CodeUse, type FontUse } from './font-use.js';
import { hasPrivateUse } from './private-use.js';
import { ReplacementTexts } from './replacement-texts.js';

/** True where every byte is a code. */
const isOneByte = ({ codes }: FontModel): boolean => codes.codeSpaces.every(({ length }) => length === 1);

/** A text that stands in for what is painted, and holds private characters. */
export interface PrivateText {
  readonly key: 'ActualText' | 'Alt';
  readonly page: number;
}

export class FontFacts implements ContentVisitor {
  readonly uses = new Map<PdfDict, FontUse>();
  /** Of properties of marked content. */
  readonly privateTexts: PrivateText[] = [];
  readonly #replacements: ReplacementTexts;

  constructor(readonly contents: PdfContents) {
    this.#replacements = new ReplacementTexts(contents);
  }

  operation(operation: Operation): void {
    const { operator, operands, state, stream, marks } = operation;
    if (operator === 'BDC') this.#properties(marks.at(-1)?.properties, stream.page.number);
    if (!state.font || !['Tj', 'TJ', "'", '"'].includes(operator)) return;
    const page = stream.page.number;
    const use = this.uses.get(state.font) ?? this.#begin(state.font, page);
    const rendered = state.renderMode !== 3;
    use.rendered ||= rendered;
    const how = this.#replacements.how(operation) | (rendered ? shown.rendered : 0);
    for (const bytes of strings(operands)) note(use, bytes, how, page);
  }

  #properties(properties: PdfDict | undefined, page: number): void {
    for (const key of ['ActualText', 'Alt'] as const) {
      const text = properties && this.contents.file.text(properties.raw(key));
      if (hasPrivateUse(text)) this.privateTexts.push({ key, page });
    }
  }

  #begin(dict: PdfDict, page: number): FontUse {
    const font = readFontModel(this.contents.file, dict);
    const use = { font, page, rendered: false, codes: new Map<number, CodeUse>() };
    this.uses.set(dict, use);
    return use;
  }
}

function* strings(operands: readonly PdfObject[]): Generator<Uint8Array> {
  for (const operand of operands) {
    for (const piece of isArray(operand) ? operand : [operand]) {
      if (piece instanceof PdfString) yield piece.bytes;
    }
  }
}

function note(use: FontUse, bytes: Uint8Array, how: number, page: number): void {
  const codes = isOneByte(use.font)
    ? bytes
    : use.font.codes.split(bytes).map(([code, , valid]) => (valid ? code : invalidCode(code)));
  for (const code of codes) {
    const known = use.codes.get(code);
    if (known) known.how |= how;
    else use.codes.set(code, { code, page, how });
  }
}
