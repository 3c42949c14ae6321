/**
 * Small Word files for tests: the body as WordprocessingML by hand (`w:` and the other prefixes of Word are
 * bound), with styles, notes and whatever other parts a case needs.
 */
import { makeZip } from './make-zip.js';

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

export interface DocxParts {
  /** `w:style` elements. */
  readonly styles?: string;
  /** `w:footnote` elements. */
  readonly footnotes?: string;
  /** `w:comment` elements. */
  readonly comments?: string;
  /** `w:abstractNum` and `w:num` elements. */
  readonly numbering?: string;
  /** What stands in `cp:coreProperties`. */
  readonly core?: string;
}

/** A `.docx` with this body. */
export function makeDocx(body: string, parts: DocxParts = {}): Uint8Array {
  const part = (name: string, root: string, inner: string | undefined) =>
    inner === undefined ? [] : [{ name, text: `<w:${root} ${spaces}>${inner}</w:${root}>`, deflate: true }];
  const core =
    parts.core === undefined
      ? []
      : [
          {
            name: 'docProps/core.xml',
            text: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.core}</cp:coreProperties>`,
          },
        ];
  return makeZip([
    {
      name: '[Content_Types].xml',
      text: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    ...part('word/document.xml', 'document', `<w:body>${body}</w:body>`),
    ...part('word/styles.xml', 'styles', parts.styles),
    ...part('word/footnotes.xml', 'footnotes', parts.footnotes),
    ...part('word/comments.xml', 'comments', parts.comments),
    ...part('word/numbering.xml', 'numbering', parts.numbering),
    ...core,
  ]);
}

/** A run of words, its `w:rPr` given. */
export function run(words: string, look = ''): string {
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

/** A paragraph of runs or of plain words, its `w:pPr` given. */
export function paragraph(content: string, look = ''): string {
  return `<w:p><w:pPr>${look}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
}

/** A paragraph of a style. */
export function styled(style: string, words: string): string {
  return paragraph(words, `<w:pStyle w:val="${style}"/>`);
}

/** A paragraph style: id, name, and what else it has. */
export function style(id: string, name: string, more = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
}
