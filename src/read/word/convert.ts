/**
 * The bytes of a document → HTML by mammoth, with every paragraph in the style of its role, and its
 * pictures as they lie in the file.
 */
import { Buffer } from 'node:buffer';
import mammoth from 'mammoth';
import { diagnostic, type Diagnostic, type Span } from '../../diagnostic.js';
import type { Guess, ImageAsset } from '../../document/publication.js';
import { openImage } from '../images.js';
import { decodeTexts } from './decode-texts.js';
import { describePieces } from './describe-pieces.js';
import { describePictures } from './describe-pictures.js';
import { linesOfDocument, numberParagraphs } from './number-paragraphs.js';
import { settleDocument } from './settle-document.js';
import type { RecognisedPieces } from './recognise-pieces.js';
import { rubyAsRuns, rubyStyleMap } from './ruby-runs.js';
import { shapeDocument, styleMap } from './shape-document.js';
import type { WordDocument, WordImage } from './word-document.js';
import { partText, type WordPackage } from './open-package.js';
import { WordStyles } from './word-styles.js';

/** Before every id, so that none of the author's is one of ours. */
export const idPrefix = 'w-';

export interface ConvertedDocument {
  readonly html: string;
  /** The words of each paragraph, the first at 0. */
  readonly lines: readonly string[];
  /** What each block of the text is, and why. */
  readonly guesses: readonly Guess[];
  /** What its paragraphs were taken for by their words, where no style tells title and headings. */
  readonly recognised: RecognisedPieces | undefined;
  /** By the address that they have in the HTML. */
  readonly pictures: ReadonlyMap<string, ImageAsset>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Elements that hold nothing to read; those in other namespaces than Word's are for its own use, but for formulas. */
const silent =
  /^(?:w:(?:bookmark|comment|perm|move|proof|sect|customXml|sdt|subDoc|control|fldData|pgNum|cr$|ptab|separator|continuationSeparator|day|month|year|tblPrEx|background)|(?!w:)(?!.*officeDocument\/2006\/math\}))/;
/** What a drawing holds instead of a picture, by the end of its namespace. */
const drawn = /drawingml\/2006\/(chart|diagram)"/g;

/** Converts a document; undefined when mammoth cannot make sense of it. */
export async function convertDocument(
  opened: WordPackage,
  path: string,
): Promise<ConvertedDocument | undefined> {
  const styles = new WordStyles(partText(opened, 'word/styles.xml'));
  const source = partText(opened, 'word/document.xml');
  const diagnostics: Diagnostic[] = [...changes(source, path)];
  const pictures = new PictureReader(path, diagnostics);
  let lines: readonly string[] = [];
  let found: Pick<ConvertedDocument, 'guesses' | 'recognised'> = { guesses: [], recognised: undefined };
  try {
    const { value, messages } = await mammoth.convertToHtml(archiveOf(opened), {
      styleMap: [...styleMap, ...rubyStyleMap],
      includeEmbeddedStyleMap: false,
      idPrefix,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async (image) => ({ src: await pictures.read(image) })),
      transformDocument: (document: WordDocument): WordDocument => {
        const numbered = describePictures(numberParagraphs(settleDocument(document)), source);
        const { value: decoded, diagnostics: said } = decodeTexts(numbered, styles, path);
        diagnostics.push(...said);
        lines = linesOfDocument(decoded);
        const { document: shaped, pieces, recognised } = shapeDocument(decoded, styles, path, diagnostics);
        found = { guesses: describePieces(pieces, recognised?.blocks, styles), recognised };
        return shaped;
      },
    });
    diagnostics.push(...unread(messages, source ?? '', path));
    return { html: value, lines, ...found, pictures: pictures.bySource, diagnostics };
  } catch {
    return undefined;
  }
}

type Archive = Parameters<typeof mammoth.convertToHtml>[0];

/**
 * The document as mammoth takes an archive that is open (`file`, which its types do not tell of): the bytes
 * that were unpacked within our limits, and elements that it does not know by the name of one whose content
 * it reads (`w:smartTag`): simple fields (ECMA-376, part 1, 17.16.19; the numbers of captions) and runs with
 * a direction (17.3.2.3 and .8); ruby as runs. A level whose format is `none` (17.18.59) counts nothing: to mammoth, which
 * takes all but bullets for numbers, it is said to have bullets.
 */
function archiveOf(opened: WordPackage): Archive {
  const read = async (name: string, encoding?: string): Promise<Uint8Array | string> => {
    const bytes = opened.parts.get(name) ?? new Uint8Array();
    if (encoding === undefined) return bytes;
    if (encoding === 'base64') return Buffer.from(bytes).toString('base64');
    const text = new TextDecoder(encoding).decode(bytes);
    return /\.xml$/i.test(name)
      ? rubyAsRuns(text)
          .replace(/<(\/?)w:(?:fldSimple|dir|bdo)(?=[\s/>])/g, '<$1w:smartTag')
          .replace(/(<w:numFmt\s+w:val=")none(?=")/g, '$1bullet')
      : text;
  };
  const file = { exists: (name: string) => opened.parts.has(name), read };
  return { file } as unknown as Archive;
}

/** Reads the pictures in the order of the text. */
class PictureReader {
  readonly bySource = new Map<string, ImageAsset>();
  readonly #taken = new Set<string>();
  #count = 0;

  constructor(
    private readonly path: string,
    private readonly diagnostics: Diagnostic[],
  ) {}

  /** The address of a picture in the HTML. */
  async read(
    image: Pick<WordImage, 'contentType' | 'line'> & { readAsArrayBuffer(): Promise<ArrayBufferLike> },
  ): Promise<string> {
    const ending = /^image\/(?:x-)?([a-z]+)/.exec(image.contentType ?? '')?.[1] ?? 'bin';
    const source = `hinh-${++this.#count}.${ending === 'jpeg' ? 'jpg' : ending}`;
    const path = `${this.path}/${source}`;
    const span = { file: this.path, line: image.line ?? 1 };
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await image.readAsArrayBuffer());
    } catch (error) {
      this.diagnostics.push(unopened(error, path, span));
      return source;
    }
    const { value, diagnostics } = await openImage({ path, bytes, span }, this.#taken);
    this.diagnostics.push(...diagnostics);
    if (value) this.bySource.set(source, value);
    return source;
  }
}

/** Of a picture that the document only names, another file or one on the web, mammoth says its address. */
function unopened(error: unknown, path: string, span: Span): Diagnostic {
  const [, linked] = /external image '(.*?)'/s.exec(error instanceof Error ? error.message : '') ?? [];
  return linked === undefined
    ? diagnostic('IMG-MISSING', { path }, { span })
    : diagnostic('IMG-LINKED', { path: linked.slice(0, 80) }, { span });
}

/** Changes that Word kept track of: mammoth takes the text as it is with all of them made. */
function changes(source: string | undefined, path: string): readonly Diagnostic[] {
  const count = (pattern: RegExp): number => source?.match(pattern)?.length ?? 0;
  const inserted = count(/<w:(?:ins|moveTo)\b[^>]*[^/]>/g);
  const deleted = count(/<w:del\b[^>]*[^/]>/g);
  if (inserted + deleted === 0) return [];
  return [diagnostic('READ-WORD-CHANGES', { inserted, deleted }, { span: { file: path } })];
}

/** What mammoth says that it left out: formulas, charts and the like. */
function unread(
  messages: readonly { readonly message: string }[],
  source: string,
  path: string,
): readonly Diagnostic[] {
  const names = messages.flatMap(({ message }) => {
    const name = /^An unrecognised element was ignored: (\S+)/.exec(message)?.[1];
    return name === undefined || silent.test(name) ? [] : [name.replace(/^\{.*\}/, '')];
  });
  for (const [, kind] of source.matchAll(drawn)) if (kind !== undefined) names.push(kind);
  return [...new Set(names)].map((name) => diagnostic('READ-WORD-PART', { name }, { span: { file: path } }));
}
