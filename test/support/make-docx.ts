/**
 * Small Word files for tests: the body as WordprocessingML by hand (`w:` and the other prefixes of Word are
 * bound), with styles, notes and whatever other parts a case needs.
 */
import { makeZip, type ZipInput } from './make-zip.js';

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
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
  /** PNG files: the first is `rId1`. */
  readonly pictures?: readonly Uint8Array[];
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
      text: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/></Types>',
    },
    ...part('word/document.xml', 'document', `<w:body>${body}</w:body>`),
    ...part('word/styles.xml', 'styles', parts.styles),
    ...part('word/footnotes.xml', 'footnotes', parts.footnotes),
    ...part('word/comments.xml', 'comments', parts.comments),
    ...part('word/numbering.xml', 'numbering', parts.numbering),
    ...core,
    ...pictureParts(parts.pictures ?? []),
  ]);
}

function pictureParts(pictures: readonly Uint8Array[]): readonly ZipInput[] {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  const relations = pictures.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="media/image${at + 1}.png"/>`,
  );
  return [
    {
      name: 'word/_rels/document.xml.rels',
      text: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    },
    ...pictures.map((text, at) => ({ name: `word/media/image${at + 1}.png`, text })),
  ];
}

/** A run with a picture in line with the text. */
export function picture(number: number, alt = ''): string {
  const blip = `<pic:pic><pic:blipFill><a:blip r:embed="rId${number}"/></pic:blipFill></pic:pic>`;
  const graphic = `<a:graphic><a:graphicData>${blip}</a:graphicData></a:graphic>`;
  return `<w:r><w:drawing><wp:inline><wp:docPr id="${number}" name="" descr="${alt}"/>${graphic}</wp:inline></w:drawing></w:r>`;
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
