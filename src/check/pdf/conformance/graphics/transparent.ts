/** What makes something transparent (ISO 32000-1, 11.4–11.6): groups, soft masks, alpha, blend modes. */
import type { PdfDict, PdfObject } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';

/** The transparency group that a page or form is (11.6.6). */
export function groupOf(file: PdfFile, dict: PdfDict): PdfDict | undefined {
  const group = file.dict(dict.raw('Group'));
  return group && file.nameOf(group.raw('S')) === 'Transparency' ? group : undefined;
}

/** Alpha from here on is 1 in every reader. */
const opaque = 0.99999;

/** The key of a graphics state that makes what is painted transparent (11.6.4); undefined without any. */
export function transparentKey(file: PdfFile, state: PdfDict): string | undefined {
  if (file.dict(state.raw('SMask'))) return 'SMask';
  const alpha = ['CA', 'ca'].find((key) => (file.number(state.raw(key)) ?? 1) < opaque);
  if (alpha !== undefined) return alpha;
  return blends(file, state.raw('BM')) ? 'BM' : undefined;
}

/** True for a blend mode other than the normal one. */
export function blends(file: PdfFile, value: PdfObject): boolean {
  const modes = (file.array(value) ?? [value]).flatMap((one) => file.nameOf(one) ?? []);
  return modes.some((mode) => mode !== 'Normal' && mode !== 'Compatible');
}

/** The key of a picture that is transparent in places (11.6.5.3); undefined without any. */
export function maskKey(file: PdfFile, picture: PdfDict): string | undefined {
  if (file.stream(picture.raw('SMask'))) return 'SMask';
  return (file.number(picture.raw('SMaskInData')) ?? 0) > 0 ? 'SMaskInData' : undefined;
}
