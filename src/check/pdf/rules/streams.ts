/**
 * Rules on the streams of a file: each can be decoded to its end, those too that no other rule looks into,
 * and the data of a picture are what its dictionary says. Pictures are not decoded: of a JPEG the header
 * and the end are read, of Flate data the amount is taken.
 */
import { inflate } from '../decode-stream.js';
import { PdfName, PdfStream, type PdfObject } from '../objects.js';
import type { PdfFile } from '../open-pdf.js';
import { readJpegFrame } from '../read-jpeg-frame.js';
import type { PdfContents } from '../read-pdf.js';
import { predictorOf } from '../read-xref.js';

/** Looks into every stream that nobody has read; what is damaged is told by the file. */
export function checkStreams({ file }: PdfContents): void {
  for (const [, value] of file.objects()) {
    if (!(value instanceof PdfStream)) continue;
    if (file.nameOf(value.dict.raw('Subtype')) === 'Image') checkPicture(file, value);
    else if (!file.wasDecoded(value)) file.decode(value);
  }
}

function checkPicture(file: PdfFile, stream: PdfStream): void {
  const [filter, parameters, more] = soleFilter(file, stream);
  if (more) {
    if (!file.wasDecoded(stream)) file.decode(stream);
  } else if (filter === 'DCTDecode' || filter === 'DCT') checkJpeg(file, stream);
  else if (filter === 'FlateDecode' || filter === 'Fl') checkFlate(file, stream, parameters);
  else if (filter === '') checkAmount(file, stream, { got: stream.encoded.length, rowHead: 0 });
}

/** The filter of a picture with its parameters; `more` where it has several. */
function soleFilter(
  file: PdfFile,
  stream: PdfStream,
): readonly [filter: string, parameters: PdfObject, more: boolean] {
  const [first, second] = file.filtersOf(stream);
  return [first?.[0] ?? '', first?.[1] ?? null, second !== undefined];
}

function checkJpeg(file: PdfFile, stream: PdfStream): void {
  const frame = readJpegFrame(stream.encoded);
  if (!frame) return file.reportStream('CHECK-PDF-DECODE', stream);
  if (frame.cut) file.reportStream('CHECK-PDF-CUT', stream);
  const [width, height] = sizeOf(file, stream);
  // A height of 0 is told behind the first scan (T.81, B.2.5).
  if (width === frame.width && (height === frame.height || frame.height === 0)) return;
  const values = { width, height, inside: `${frame.width} × ${frame.height}` };
  file.reportStream('CHECK-PICTURE-SIZE', stream, values);
}

function checkFlate(file: PdfFile, stream: PdfStream, parameters: PdfObject): void {
  const plain = inflate(stream.encoded);
  if (!plain) return file.reportStream('CHECK-PDF-DECODE', stream);
  if (plain.cut) return file.reportStream('CHECK-PDF-CUT', stream);
  // Each row of PNG's predictors begins with the number of its filter (7.4.4.4).
  const rowHead = predictorOf(parameters).predictor >= 10 ? 1 : 0;
  checkAmount(file, stream, { got: plain.bytes.length, rowHead });
}

/** Data that end before the last row of the picture does (8.9.5.1). */
function checkAmount(
  file: PdfFile,
  stream: PdfStream,
  { got, rowHead }: { readonly got: number; readonly rowHead: number },
): void {
  const [width, height] = sizeOf(file, stream);
  const stencil = file.resolve(stream.dict.raw('ImageMask')) === true;
  const bits = stencil ? 1 : file.number(stream.dict.raw('BitsPerComponent'));
  const components = stencil ? 1 : componentsOf(file, stream.dict.raw('ColorSpace'));
  if (bits === undefined || components === undefined) return;
  const needed = height * (Math.ceil((width * components * bits) / 8) + rowHead);
  if (got < needed) file.reportStream('CHECK-PICTURE-DATA', stream, { width, height, needed, got });
}

const sizeOf = (file: PdfFile, { dict }: PdfStream): readonly [width: number, height: number] => [
  file.number(dict.raw('Width')) ?? 0,
  file.number(dict.raw('Height')) ?? 0,
];

const componentsOfFamily: Readonly<Record<string, number>> = {
  DeviceGray: 1,
  CalGray: 1,
  Indexed: 1,
  Separation: 1,
  DeviceRGB: 3,
  CalRGB: 3,
  Lab: 3,
  DeviceCMYK: 4,
};

/** Samples of a pixel; undefined for a space that is named by the resources of a page, or unknown. */
function componentsOf(file: PdfFile, space: PdfObject): number | undefined {
  const found = file.resolve(space);
  if (found instanceof PdfName) return componentsOfFamily[found.value];
  const [family, about] = file.array(found) ?? [];
  const name = file.nameOf(family ?? null) ?? '';
  if (name === 'ICCBased') return file.number(file.dict(about ?? null)?.raw('N') ?? null);
  return name === 'DeviceN' ? file.array(about ?? null)?.length : componentsOfFamily[name];
}
