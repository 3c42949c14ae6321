/** Rules on embedded files: that they can be named, told apart, and related to the document. */
import type { Rule } from '../rule.js';
import type { Standard } from '../standards.js';
import { annotationsOf } from './find-annotations.js';
import { fileSpecsOf, type FileSpec } from './find-file-specs.js';
import type { PdfContents } from '../../read-pdf.js';

/** The specifications of embedded files that break something. */
function specsWhere(
  contents: PdfContents,
  broken: (spec: FileSpec) => boolean,
): readonly { readonly name: string }[] {
  return fileSpecsOf(contents)
    .filter(broken)
    .map(({ name }) => ({ name }));
}

/** Names that are missing; PDF/UA asks for more than an empty text. */
function isNamed({ file }: PdfContents, { dict }: FileSpec, { part }: Standard): boolean {
  return ['F', 'UF'].every((key) => {
    const name = file.text(dict.raw(key));
    return name !== undefined && !(name === '' && part === 'UA1');
  });
}

/** A media type (RFC 2046). */
const mediaType = /^[-\w+.]+\/[-\w+.]+$/;

/** Rules on embedded files; `conforms` says whether the bytes of one are an archive PDF by its own claim. */
export function embeddedFileRules(conforms: (bytes: Uint8Array) => boolean): readonly Rule[] {
  return [
    {
      code: 'PDFA-EMBEDDED-TYPE',
      clauses: { A3: '6.8', A4: '6.9' },
      find: (contents) =>
        specsWhere(contents, ({ embedded }) => {
          const type = embedded && (contents.file.nameOf(embedded.dict.raw('Subtype')) ?? '');
          return type !== undefined && !mediaType.test(type);
        }),
    },
    {
      code: 'PDFA-EMBEDDED-NAME',
      clauses: { A2: '6.8', A3: '6.8', A4: '6.9', UA1: '7.11' },
      find: (contents, standard) =>
        specsWhere(contents, (spec) => spec.dict.entries.has('EF') && !isNamed(contents, spec, standard)),
    },
    {
      code: 'PDFA-EMBEDDED-CONFORMS',
      clauses: { A2: '6.8', A4: '6.9' },
      // Levels E and F exist so that any file may be brought along.
      find: (contents, { level }) =>
        level === 'E' || level === 'F'
          ? []
          : specsWhere(contents, ({ embedded }) => {
              const bytes = embedded && contents.file.decode(embedded);
              return bytes !== undefined && !conforms(bytes);
            }),
    },
    {
      code: 'PDFA-EMBEDDED-RELATION',
      clauses: { A3: '6.8', A4: '6.9' },
      find: (contents) =>
        specsWhere(
          contents,
          ({ dict }) =>
            dict.entries.has('EF') && contents.file.nameOf(dict.raw('AFRelationship')) === undefined,
        ),
    },
    {
      code: 'PDFA-EMBEDDED-ASSOCIATED',
      clauses: { A3: '6.8' },
      find: (contents) => specsWhere(contents, ({ listed, associated }) => listed && !associated),
    },
    ...otherRules,
  ];
}

const otherRules: readonly Rule[] = [
  {
    code: 'PDFA-EMBEDDED',
    clauses: { A1: '6.1.11' },
    find: (contents) => {
      const found = specsWhere(contents, () => true);
      const names = contents.file.dict(contents.file.catalog.raw('Names'));
      if (found.length > 0 || names?.entries.has('EmbeddedFiles') !== true) return found;
      return [{ name: '/EmbeddedFiles' }];
    },
  },
  {
    code: 'PDFA-EMBEDDED-FILES',
    clauses: { A4: '6.9' },
    levels: ['F'],
    find: ({ file }) => {
      const names = file.dict(file.catalog.raw('Names'));
      return file.dict(names?.raw('EmbeddedFiles') ?? null) ? [] : [{}];
    },
  },
  {
    code: 'PDFUA-EMBEDDED-DESCRIPTION',
    clauses: { UA2: '8.14.1' },
    find: (contents) => specsWhere(contents, ({ dict, listed }) => listed && !dict.entries.has('Desc')),
  },
  {
    code: 'PDFUA-ATTACHMENT-RELATION',
    clauses: { UA2: '8.9.2.4.10' },
    find: (contents) =>
      annotationsOf(contents)
        .filter(({ dict, subtype }) => {
          const spec = contents.file.dict(dict.raw('FS'));
          return subtype === 'FileAttachment' && spec !== undefined && !spec.entries.has('AFRelationship');
        })
        .map(({ values }) => values),
  },
];
