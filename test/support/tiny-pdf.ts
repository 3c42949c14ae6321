/**
 * Builds small PDF files from object texts, so that a test shows the very bytes a rule is about. The
 * good file `taggedPdf()` passes every rule; tests break one thing in it.
 */
import { deflateSync } from 'node:zlib';
import { latinTrueType } from './tiny-font.js';

/** Object number → text between `obj` and `endobj`; streams as made by `stream()`. */
export type TinyObjects = Readonly<Record<number, string>>;

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A stream object; its text is bytes (Latin-1). */
export function stream(body: string, dict = ''): string {
  return `<< ${dict} /Length ${latin(body).length} >>\nstream\n${body}\nendstream`;
}

/** An ICC profile that is no more than its header; `id` is its last byte. */
export function icc(space: string, components: number, deviceClass = 'mntr', version = 2, id = 0): string {
  const header = Buffer.alloc(128);
  header[8] = version;
  header.write(deviceClass, 12, 'latin1');
  header.write(space, 16, 'latin1');
  header[99] = id;
  return stream(header.toString('latin1'), `/N ${components}`);
}

/** A Flate stream object. */
export function deflated(body: Uint8Array, dict = ''): string {
  return stream(deflateSync(body).toString('latin1'), `${dict} /Filter /FlateDecode`);
}

/** A file with a cross-reference table; `trailer` goes into the trailer dictionary beside Size and Root. */
export function tinyPdf(objects: TinyObjects, trailer = ''): Uint8Array {
  let body = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = new Map<number, number>();
  for (const [number, text] of Object.entries(objects)) {
    offsets.set(Number(number), body.length);
    body += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const start = body.length;
  body += `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let number = 1; number < size; number += 1) {
    const offset = offsets.get(number);
    body += offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  return latin(`${body}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
}

/** A simple font: WinAnsi, every glyph half an em wide. */
export const tinyFont: TinyObjects = {
  5: '<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Tiny /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 32 /Widths [500] /FontDescriptor 6 0 R >>',
  6: '<< /Type /FontDescriptor /FontName /AAAAAA+Tiny /Flags 32 /MissingWidth 500 /FontFile2 22 0 R >>',
  // A profile that nobody looks into.
  7: stream('font'),
  22: stream(Buffer.from(latinTrueType()).toString('latin1')),
};

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
};

/** An XMP packet around properties; `more` goes into the start tag of their description. */
export function xmpPacket(properties: string, more = ''): string {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${declared.join(' ')} ${more}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

/** The bytes of a metadata stream. */
export function metadata(packet: string): string {
  return stream(packet, '/Type /Metadata /Subtype /XML');
}

const xmp = (claims: string): string => metadata(xmpPacket(claims));

/** The extension schema that PDF/A asks for where a file claims PDF/UA. */
const pdfUASchema = `<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespaces.pdfuaid}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>`;

/**
 * An archive file of two pages: a paragraph that crosses them (12), a link with its annotation (13),
 * a figure (14), a folio as an artifact. Objects given replace its own.
 */
export function taggedPdf(changes: TinyObjects = {}): Uint8Array {
  return tinyPdf({ ...taggedObjects, ...changes }, '/ID [<00> <00>]');
}

const page = (number: number, contents: string): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /Font << /F 5 0 R >> >> /Contents ${contents} /StructParents ${number} `;

export const taggedObjects: TinyObjects = {
  ...tinyFont,
  1: '<< /Type /Catalog /Pages 2 0 R /Lang (vi) /MarkInfo << /Marked true >> /StructTreeRoot 10 0 R /Metadata 8 0 R /ViewerPreferences << /DisplayDocTitle true >> /OutputIntents [<< /S /GTS_PDFA1 /DestOutputProfile 7 0 R >>] /Names << /Dests << /Names [(a) [3 0 R /Fit] (b) [4 0 R /Fit]] >> >> >>',
  2: '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
  3: `${page(0, '20 0 R')} >>`,
  4: `${page(1, '21 0 R')} /Annots [16 0 R] /Tabs /S >>`,
  8: xmp(
    `<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Bai</rdf:li></rdf:Alt></dc:title>${pdfUASchema}`,
  ),
  10: '<< /Type /StructTreeRoot /K 11 0 R /ParentTree 15 0 R >>',
  11: '<< /S /Document /P 10 0 R /K [12 0 R 14 0 R] >>',
  12: '<< /S /P /P 11 0 R /Pg 3 0 R /K [0 << /Type /MCR /Pg 4 0 R /MCID 0 >> 13 0 R] >>',
  13: '<< /S /Link /P 12 0 R /Pg 4 0 R /K [1 << /Type /OBJR /Pg 4 0 R /Obj 16 0 R >>] >>',
  14: '<< /S /Figure /P 11 0 R /Pg 4 0 R /Alt (Anh) /K 2 >>',
  15: '<< /Nums [0 [12 0 R] 1 [12 0 R 13 0 R 14 0 R] 2 13 0 R] >>',
  16: '<< /Type /Annot /Subtype /Link /Rect [10 10 20 20] /StructParent 2 /F 4 /Contents (Bai sau) >>',
  20: stream(
    'BT /F 10 Tf 1 0 0 1 10 100 Tm /P <</MCID 0>> BDC (Mot hai ) Tj 0 -12 Td [(ba b) -20 (on )] TJ EMC ET /Artifact <</Type /Pagination>> BDC BT /F 8 Tf 10 10 Td (1) Tj ET EMC',
  ),
  21: stream(
    'BT /F 10 Tf 1 0 0 1 10 100 Tm /P <</MCID 0>> BDC (nam ) Tj EMC /Link <</MCID 1>> BDC (sau) Tj EMC ET /Figure <</MCID 2>> BDC q 50 0 0 50 10 20 cm Q EMC',
  ),
};

/** A print file of one page that claims PDF/X-4: content, and page entries that replace its own. */
export function printPdf(content: string, boxes?: string, more?: string): Uint8Array {
  return tinyPdf(printObjects(content, boxes, more), '/Info 9 0 R /ID [<00> <00>]');
}

/** The objects of the print file. */
export function printObjects(
  content: string,
  boxes = '/TrimBox [20 20 180 180] /BleedBox [11 11 189 189]',
  more = '',
): TinyObjects {
  return {
    ...tinyFont,
    1: '<< /Type /Catalog /Pages 2 0 R /Metadata 8 0 R /OutputIntents [<< /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /DestOutputProfile 7 0 R >>] >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 200] >>',
    7: icc('CMYK', 4, 'prtr'),
    3: `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 5 0 R >> /ColorSpace << /Photo [/ICCBased 12 0 R] >> >> /Contents 20 0 R ${boxes} ${more} >>`,
    8: xmp(
      '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Bai</rdf:li></rdf:Alt></dc:title>',
    ),
    9: '<< /Trapped /False >>',
    12: stream('icc', '/N 3'),
    20: stream(content),
  };
}
