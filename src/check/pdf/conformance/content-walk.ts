/**
 * A walk through everything that pages paint (ISO 32000-1, 7.8.2): visitors are shown the operators of
 * the pages, the forms, tiling patterns and Type 3 glyphs that these use, the groups of soft masks and
 * the appearances of annotations, with the state and the marked content that hold there. All is read
 * once, whatever the number of visitors.
 */
import { PdfDict, PdfName, PdfRef, PdfString, type PdfObject } from '../objects.js';
import { operators } from '../operators.js';
import { isArray, type PdfFile } from '../open-pdf.js';
import type { PdfPage } from '../pages.js';
import { ObjectParser } from '../parse-objects.js';
import { contentBytes } from '../content-bytes.js';
import {
  initialContentState,
  setState,
  showsText,
  type ContentColor,
  type ContentState,
} from './content-state.js';
import {
  namedResource,
  type ContentMark,
  type ContentStream,
  type ContentVisitor,
  type Operation,
} from './content-streams.js';

/** Forms nested deeper than this are a loop. */
const maxDepth = 28;

/** Streams are walked again in other surroundings until so many bytes have been read. */
const maxBytes = 1 << 28;

/** Shows all content to all visitors. */
export function walkContent(
  file: PdfFile,
  pages: readonly PdfPage[],
  visitors: readonly ContentVisitor[],
): void {
  const walk = new ContentWalk(file, visitors);
  for (const page of pages) walk.page(page);
}

class ContentWalk {
  readonly #seen = new Set<number | string>();
  readonly #ids = new Map<PdfObject, number>();
  #marks: ContentMark[] = [];
  #depth = 0;
  #bytes = 0;

  constructor(
    readonly file: PdfFile,
    readonly visitors: readonly ContentVisitor[],
  ) {}

  page(page: PdfPage): void {
    const { object, dict } = page;
    const resources = this.file.dict(dict.raw('Resources'));
    const own = object === 0 || this.file.dict(this.file.object(object))?.entries.has('Resources');
    const bytes = contentBytes(this.file, page);
    const stream = { type: 'page', page, object, dict, resources, inherits: own !== true } as const;
    this.#run(stream, bytes, initialContentState());
    for (const item of this.file.array(dict.raw('Annots')) ?? []) {
      const annotation = this.file.dict(item);
      const appearances = annotation && this.file.dict(annotation.raw('AP'));
      for (const key of ['N', 'R', 'D']) this.#appearance(appearances?.raw(key) ?? null, page, annotation);
    }
  }

  /** A stream, or one for each state (12.5.5). */
  #appearance(value: PdfObject, page: PdfPage, annotation: PdfDict | undefined): void {
    const found = this.file.resolve(value);
    const states = found instanceof PdfDict ? [...found.entries.values()] : [value];
    for (const state of states) {
      this.#apart(
        state,
        { type: 'appearance', page, ...(annotation && { annotation }) },
        initialContentState(),
      );
    }
  }

  /** Walks a stream that the marked content where it is used is not for. */
  #apart(value: PdfObject, about: Partial<ContentStream> & About, state: ContentState): void {
    const marks = this.#marks;
    this.#marks = [];
    this.#enter(value, about, state);
    this.#marks = marks;
  }

  /** Walks a stream that has not been walked in such surroundings. */
  #enter(value: PdfObject, about: Partial<ContentStream> & About, state: ContentState): void {
    const found = this.file.stream(value);
    if (!found || this.#depth >= maxDepth || isWithin(about.outer, found.dict)) return;
    const { dict } = found;
    const object = value instanceof PdfRef ? value.number : 0;
    const resources = about.resources ?? this.file.dict(dict.raw('Resources'));
    const stream = { ...about, object, dict, resources };
    const key = this.#key(stream, state);
    if (this.#seen.has(key) || (this.#bytes > maxBytes && this.#seen.has(this.#id(dict)))) return;
    this.#seen.add(key).add(this.#id(dict));
    const bytes = this.file.decode(found);
    if (!bytes) return;
    this.#bytes += bytes.length;
    this.#depth += 1;
    this.#run(stream, bytes, { ...state });
    this.#depth -= 1;
  }

  /** Everything around a stream that can change what is found in it. */
  #key({ type, page, dict, resources, outer, shown }: ContentStream, state: ContentState): string {
    const { fill, stroke, font, renderMode, fillOverprint, strokeOverprint, overprintMode } = state;
    const objects = [dict, fill.space, fill.pattern, stroke.space, stroke.pattern, font];
    const own = page.dict.entries.has('OutputIntents') || page.dict.entries.has('Group');
    const groups: (number | string)[] = [];
    for (let at = outer; at; at = at.outer) if (at.dict.entries.has('Group')) groups.push(this.#id(at.dict));
    return [
      type,
      shown,
      ...objects.map((one) => this.#id(one ?? null)),
      renderMode,
      fillOverprint,
      strokeOverprint,
      overprintMode,
      own ? page.number : 0,
      resources ? '' : this.#id(outer?.resources ?? null),
      ...groups,
      ...this.#marks.map(({ tag, properties }) => `${tag} ${this.#id(properties ?? null)}`),
    ].join(' ');
  }

  /** A number for a value; the same text for the same names and references. */
  #id(value: PdfObject): number | string {
    if (value instanceof PdfName) return value.value;
    if (value instanceof PdfRef) return `${value.number}R`;
    const known = this.#ids.get(value) ?? this.#ids.size;
    this.#ids.set(value, known);
    return known;
  }

  /** Shows the operators of one stream, and goes into what they paint. */
  #run(stream: ContentStream, bytes: Uint8Array, start: ContentState): void {
    const { file, visitors } = this;
    const marked = this.#marks.length;
    const saved: ContentState[] = [];
    let state = start;
    for (const visitor of visitors) visitor.enter?.(stream);
    const parser = new ObjectParser(bytes, 0, false);
    for (const [operator, operands] of operators(parser)) {
      if (quiet.has(operator)) continue;
      const named = namedResource(file, stream, operator, operands);
      if (operator === 'q') saved.push({ ...state });
      else if (operator === 'Q') state = saved.pop() ?? state;
      else if (operator === 'BMC' || operator === 'BDC')
        this.#marks.push(markOf(file, operands, named?.value));
      else if (operator === 'EMC' && this.#marks.length > marked) this.#marks.pop();
      else setState(state, [operator, operands], named?.value ?? null, file);
      const depth = saved.length;
      const operation = { operator, operands, state, stream, named, depth, marks: this.#marks };
      for (const visitor of visitors) visitor.operation?.(operation);
      this.#follow(operation);
    }
    this.#marks.length = marked;
    for (const visitor of visitors) visitor.leave?.(stream, parser.faults);
  }

  /** Goes into what an operator paints. */
  #follow(operation: Operation): void {
    const { operator, state, stream, named } = operation;
    const { page } = stream;
    if (operator === 'Do' && named) {
      const form = this.file.dict(named.value);
      const subtype = form && this.file.nameOf(form.raw('Subtype'));
      if (subtype !== undefined && subtype !== 'Form') return;
      this.#enter(named.value, { type: 'form', page, outer: stream }, state);
    } else if (operator === 'gs' && state.softMask) {
      this.#apart(state.softMask.raw('G'), { type: 'mask', page, outer: stream }, initialContentState());
    } else if (operator === 'scn' || operator === 'SCN') {
      const { fill, stroke } = state;
      this.#pattern(operator === 'scn' ? fill : stroke, stream);
    } else if (state.font && showsText(operator)) this.#glyphs(state.font, operation);
  }

  /** A tiling pattern begins in the state of the page, the colour of an uncoloured one set (8.7.3). */
  #pattern({ space, pattern = null }: ContentColor, outer: ContentStream): void {
    const dict = this.file.dict(pattern);
    const state = initialContentState();
    if (dict && this.file.number(dict.raw('PaintType')) === 2) {
      const color = { space: this.file.resolve(this.file.array(space)?.[1] ?? null) };
      state.fill = color;
      state.stroke = color;
    }
    this.#apart(pattern, { type: 'pattern', page: outer.page, outer }, state);
  }

  /** The glyphs of a Type 3 font, which begin in the state of the text (9.6.5). */
  #glyphs(font: PdfDict, { stream: outer, state, operands }: Operation): void {
    if (this.file.nameOf(font.raw('Subtype')) !== 'Type3') return;
    const resources = this.file.dict(font.raw('Resources'));
    const procedures = this.file.dict(font.raw('CharProcs'));
    const shown = shownGlyphs(this.file, font, operands);
    for (const [name, glyph] of procedures?.entries ?? []) {
      const about = { type: 'glyph', page: outer.page, outer, resources, shown: shown.has(name) } as const;
      this.#apart(glyph, about, state);
    }
  }
}

/** Operators that only place and shape what others paint: no rule looks at them. */
const quiet = new Set(
  'm l c v y h re n W W* w J j M d i cm BT ET Td TD Tm T* Tc Tw Tz TL Ts d0 d1 BX EX'.split(' '),
);

/** What is known of a stream before it is opened. */
type About = Pick<ContentStream, 'type' | 'page'>;

/** True when a stream is that of a dictionary, or is painted in it. */
function isWithin(stream: ContentStream | undefined, dict: PdfDict): boolean {
  for (let at = stream; at; at = at.outer) if (at.dict === dict) return true;
  return false;
}

/** Names of the glyphs that a string, or strings in an array, show in a simple font (9.6.6). */
function shownGlyphs(file: PdfFile, font: PdfDict, operands: readonly PdfObject[]): ReadonlySet<string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const item of file.array(file.dict(font.raw('Encoding'))?.raw('Differences') ?? null) ?? []) {
    if (typeof item === 'number') code = item;
    else if (item instanceof PdfName) names.set(code++, item.value);
  }
  const last = operands.at(-1) ?? null;
  const shown = new Set<string>();
  for (const piece of isArray(last) ? last : [last]) {
    if (!(piece instanceof PdfString)) continue;
    for (const byte of piece.bytes) shown.add(names.get(byte) ?? '');
  }
  return shown;
}

function markOf(
  file: PdfFile,
  [tag, properties = null]: readonly PdfObject[],
  named: PdfObject = null,
): ContentMark {
  return {
    tag: tag instanceof PdfName ? tag.value : '',
    properties: file.dict(properties instanceof PdfName ? named : properties),
  };
}
