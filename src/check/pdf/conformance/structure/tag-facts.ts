/**
 * What the rules on tags have to know of content, kept while it is walked: which of it is real, which an
 * artifact and which neither, the languages that property lists name, and what has none.
 */
import type { PdfDict, PdfObject } from '../../objects.js';
import { textString } from '../../objects.js';
import { isArray } from '../../open-pdf.js';
import type { PdfContents } from '../../read-pdf.js';
import type { ContentMark, ContentStream, ContentVisitor, Operation } from '../content-streams.js';
import { elementsOf, languageOf } from './find-elements.js';

/** What a marked-content sequence is within those around it. */
interface Resolved {
  readonly artifact: boolean;
  /** The element that its content belongs to. */
  readonly element: PdfDict | undefined;
  readonly language: string | undefined;
}

const outside: Resolved = { artifact: false, element: undefined, language: undefined };

/** Entries of property lists that are read out in place of content. */
const spoken = ['ActualText', 'Alt', 'E'] as const;

/** A text of a property list, and the page it is on. */
export interface MarkText {
  readonly page: number;
  readonly key: string;
  readonly text: string;
}

const showing = new Set(['Tj', 'TJ', "'", '"']);
const painting = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 's', 'S', 'sh', 'BI', ...showing]);

export class TagFacts implements ContentVisitor {
  /** Pages with artifacts inside of real content. */
  readonly artifactsInTagged = new Set<number>();
  /** Pages with real content inside of artifacts. */
  readonly taggedInArtifacts = new Set<number>();
  /** Pages with content that is neither. */
  readonly untagged = new Set<number>();
  /** Pages with text whose language only the catalog could tell. */
  readonly textWithoutLanguage = new Set<number>();
  /** Texts of spans whose language only the catalog could tell. */
  readonly spansWithoutLanguage: MarkText[] = [];
  /** Languages that property lists name. */
  readonly languages: MarkText[] = [];
  readonly #resolved = new WeakMap<ContentMark, Resolved>();
  readonly #elements: ReadonlyMap<PdfDict, { readonly language: string | undefined }>;

  constructor(readonly contents: PdfContents) {
    this.#elements = elementsOf(contents).byDict;
  }

  operation({ operator, operands, stream, named, marks }: Operation): void {
    if (operator === 'BDC' || operator === 'BMC') this.#begin(marks, stream);
    else if (painting.has(operator)) this.#paint(operator, stream, marks);
    else if (operator === 'Do' && named && isPicture(this.contents, named.value)) {
      this.#paint(operator, stream, marks);
    } else if (operator === 'DP') this.#read(operands.at(-1) ?? null, named?.value, stream);
  }

  #begin(marks: readonly ContentMark[], stream: ContentStream): void {
    const mark = marks.at(-1);
    if (!mark) return;
    const { file } = this.contents;
    const around = this.#around(marks.at(-2));
    const { tag, properties } = mark;
    const own = properties && this.#elementOf(properties, stream);
    const element = own ?? around.element;
    const language = (properties && languageOf(this.contents, properties)) ?? around.language;
    const known = language ?? (own && this.#elements.get(own)?.language);
    const artifact = around.artifact || tag === 'Artifact';
    const page = stream.page.number;
    if (inPage(stream)) {
      if (tag === 'Artifact' && element) this.artifactsInTagged.add(page);
      if (own && around.artifact) this.taggedInArtifacts.add(page);
    }
    this.#resolved.set(mark, { artifact, element, language: known });
    if (!properties) return;
    this.#read(properties, undefined, stream);
    if (tag !== 'Span' || known !== undefined) return;
    for (const key of spoken) {
      const text = file.text(properties.raw(key));
      if (text !== undefined) this.spansWithoutLanguage.push({ page, key, text });
    }
  }

  #around(mark: ContentMark | undefined): Resolved {
    return (mark && this.#resolved.get(mark)) ?? outside;
  }

  /** The element that owns a sequence: by its number and the parent tree (14.7.4.4). */
  #elementOf(properties: PdfDict, stream: ContentStream): PdfDict | undefined {
    const { file, structure } = this.contents;
    const mcid = file.number(properties.raw('MCID'));
    const key = file.number(stream.dict.raw('StructParents'));
    if (mcid === undefined || key === undefined) return undefined;
    const parents = file.resolve(structure?.parentTree.get(key) ?? null);
    return isArray(parents) ? file.dict(parents[mcid] ?? null) : undefined;
  }

  #read(list: PdfObject, named: PdfObject | undefined, stream: ContentStream): void {
    const { file } = this.contents;
    const language = file.resolve(file.dict(named ?? list)?.raw('Lang') ?? null);
    const text = textString(language);
    if (text !== undefined) this.languages.push({ page: stream.page.number, key: 'Lang', text });
  }

  #paint(operator: string, stream: ContentStream, marks: readonly ContentMark[]): void {
    if (!inPage(stream)) return;
    const page = stream.page.number;
    const { artifact, element, language } = this.#around(marks.at(-1));
    if (!artifact && !element) this.untagged.add(page);
    if (showing.has(operator) && language === undefined) this.textWithoutLanguage.add(page);
  }
}

/** True for the content of a page and of the forms that it paints. */
function inPage(stream: ContentStream): boolean {
  let at: ContentStream | undefined = stream;
  while (at?.type === 'form') at = at.outer;
  return at?.type === 'page';
}

function isPicture({ file }: PdfContents, value: PdfObject): boolean {
  return file.nameOf(file.dict(value)?.raw('Subtype') ?? null) === 'Image';
}
