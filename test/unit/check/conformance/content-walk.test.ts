import { describe, expect, it } from 'vitest';
import { PdfName, PdfStream } from '../../../../src/check/pdf/objects.js';
import { openPdf } from '../../../../src/check/pdf/open-pdf.js';
import { pagesOf } from '../../../../src/check/pdf/pages.js';
import type { ContentVisitor, Operation } from '../../../../src/check/pdf/conformance/content-streams.js';
import { walkContent } from '../../../../src/check/pdf/conformance/content-walk.js';
import { stream, tinyPdf, type TinyObjects } from '../../../support/tiny-pdf.js';

/** What a visitor is shown of one page with this content and these resources. */
function walked(content: string, resources: string, more: TinyObjects = {}, page = ''): readonly string[] {
  const bytes = tinyPdf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: `<< /Type /Page /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
    4: stream(content),
    ...more,
  });
  const { value: file } = openPdf(bytes, 'a.pdf');
  if (!file) throw new Error('not opened');
  const said: string[] = [];
  const visitor: ContentVisitor = {
    enter: ({ type, object }) => said.push(`${type} ${object}`),
    leave: (_, faults) => said.push(['end', ...faults.map(({ type }) => type)].join(' ')),
    operation: (operation) => said.push(tell(operation)),
  };
  walkContent(file, pagesOf(file), [visitor]);
  return said;
}

function tell({ operator, state, named, depth, marks, operands }: Operation): string {
  const { space } = state.fill;
  const words = [operator, space instanceof PdfName ? space.value : Array.isArray(space) ? 'array' : 'none'];
  if (named)
    words.push(
      `${named.category}:${named.name}${named.value === null ? '?' : ''}${named.outside ? '^' : ''}`,
    );
  if (depth > 0) words.push(`q${depth}`);
  if (marks.length > 0) words.push(marks.map(({ tag }) => tag).join('>'));
  if (operands[0] instanceof PdfStream) words.push(`${operands[0].encoded.length} bytes`);
  return words.join(' ');
}

describe('a walk through content', () => {
  it('keeps colours over q and Q, marks, and what is unknown', () => {
    expect(
      walked('q 1 0 0 rg /P <</MCID 0>> BDC /S cs foo EMC Q f <1> q', '/ColorSpace << /S [/Lab 1] >>'),
    ).toEqual([
      'page 3',
      'q DeviceGray q1',
      'rg DeviceRGB q1',
      'BDC DeviceRGB q1 P',
      'cs array ColorSpace:S q1 P',
      'foo array q1 P',
      'EMC array q1',
      'Q DeviceGray',
      'f DeviceGray',
      'q DeviceGray q1',
      'end odd-hex',
    ]);
  });

  it('hands an inline picture as a stream', () => {
    expect(walked('BI /W 1 ID abc\nEI S', '')).toEqual([
      'page 3',
      'BI DeviceGray 4 bytes',
      'S DeviceGray',
      'end',
    ]);
  });

  it('goes into forms once for the same surroundings, and looks names up outside', () => {
    const form = stream('/G gs /F Do', '/Subtype /Form');
    const resources = '/XObject << /F 5 0 R >> /ExtGState << /G << >> >>';
    const inner = ['gs DeviceGray ExtGState:G^', 'Do DeviceGray XObject:F^', 'end'];
    expect(walked('/F Do /F Do 0 0 0 rg /F Do', resources, { 5: form })).toEqual([
      'page 3',
      'Do DeviceGray XObject:F',
      'form 5',
      ...inner,
      'Do DeviceGray XObject:F',
      'rg DeviceRGB',
      'Do DeviceRGB XObject:F',
      'form 5',
      ...inner.map((line) => line.replace('Gray', 'RGB')),
      'end',
    ]);
  });

  it('goes into patterns that are set, glyphs that are shown, soft masks and appearances', () => {
    const found = walked(
      '/Pattern cs /T scn n f /X scn /Y Do BT /Z 1 Tf (a) Tj ET /G gs',
      '/Pattern << /T 5 0 R /X 6 0 R >> /Font << /Z << /Subtype /Type3 /CharProcs << /a 7 0 R >> /Encoding << /Differences [97 /a /b] >> >> >> /ExtGState << /G << /SMask << /G 8 0 R >> >> >>',
      Object.fromEntries([5, 6, 7, 8, 9].map((number) => [number, stream('S')])),
      '/Annots [<< /AP << /N << /On 9 0 R >> >> >>]',
    );
    expect(found.filter((line) => /^[a-z]+ \d/.test(line))).toEqual([
      'page 3',
      'pattern 5',
      'pattern 6',
      'glyph 7',
      'mask 8',
      'appearance 9',
    ]);
  });

  it('ends where forms paint each other', () => {
    const form = (next: number): string =>
      stream('/A Do /B Do', `/Subtype /Form /Resources << /XObject << /A ${next} 0 R /B 6 0 R >> >>`);
    const found = walked('/A Do', '/XObject << /A 5 0 R >>', { 5: form(6), 6: form(5) });
    expect(found.length).toBeLessThan(40);
  });
});
