/** Output intents (ISO 32000-1, 14.11.5), and the rules on their profiles. */
import { PdfRef, type PdfDict, type PdfObject, type PdfStream } from '../../objects.js';
import type { PdfFile } from '../../open-pdf.js';
import type { PdfPage } from '../../pages.js';
import type { Rule } from '../rule.js';
import { iccHeader, type IccHeader } from './icc-profile.js';

/** The profile of an output intent, and the stream that it stands in. */
export interface OutputProfile extends IccHeader {
  readonly stream: PdfStream;
}

/** The output intents of the file, or of a page. */
export function intentsOf(file: PdfFile, dict: PdfDict): readonly PdfDict[] {
  return (file.array(dict.raw('OutputIntents')) ?? []).flatMap((one) => file.dict(one) ?? []);
}

/** The stream of the profile of the intent for PDF/A, whatever is in it. */
export function outputStream(file: PdfFile, dict: PdfDict): PdfStream | undefined {
  const intent = intentsOf(file, dict).find((one) => file.nameOf(one.raw('S')) === 'GTS_PDFA1');
  return intent && file.stream(intent.raw('DestOutputProfile'));
}

/** The profile of the intent for PDF/A; undefined without any. */
function profileOf(file: PdfFile, dict: PdfDict): OutputProfile | undefined {
  const stream = outputStream(file, dict);
  const header = stream && iccHeader(file, stream);
  return header && { ...header, stream };
}

/** The profile that colours of devices are meant for: of the page where the part lets it have one. */
export function outputProfile(file: PdfFile, page?: PdfPage): OutputProfile | undefined {
  return (page && profileOf(file, page.dict)) ?? profileOf(file, file.catalog);
}

const profileSpaces = ['RGB ', 'CMYK', 'GRAY'];

export const intentRules: readonly Rule[] = [
  {
    code: 'PDFA-INTENT-PROFILE',
    clauses: { A1: '6.2.2', A2: '6.2.3', A3: '6.2.3', A4: '6.2.3' },
    *find({ file, pages }, { part }) {
      const dicts = [file.catalog, ...(part === 'A4' ? pages.map(({ page }) => page.dict) : [])];
      for (const intent of dicts.flatMap((dict) => intentsOf(file, dict))) {
        if (file.nameOf(intent.raw('S')) !== 'GTS_PDFA1' || !intent.entries.has('DestOutputProfile'))
          continue;
        const stream = file.stream(intent.raw('DestOutputProfile'));
        const header = stream && iccHeader(file, stream);
        const { version = 0, deviceClass = '', space = '' } = header ?? {};
        const output = deviceClass === 'prtr' || deviceClass === 'mntr';
        if (output && profileSpaces.includes(space) && version < (part === 'A1' ? 3 : 5)) continue;
        yield { version, class: deviceClass, space: space.trim() };
      }
    },
  },
  {
    code: 'PDFA-INTENTS-DIFFER',
    clauses: { A1: '6.2.2', A2: '6.2.3', A3: '6.2.3', A4: '6.2.3' },
    *find({ file, pages }, { part }) {
      const dicts = [file.catalog, ...(part === 'A4' ? pages.map(({ page }) => page.dict) : [])];
      for (const dict of dicts) {
        const profiles = intentsOf(file, dict).flatMap((one) =>
          one.entries.has('DestOutputProfile') ? [idOf(one.raw('DestOutputProfile'))] : [],
        );
        if (profiles.length > 1 && new Set(profiles).size > 1) yield {};
      }
    },
  },
  {
    code: 'PDFA-INTENT-ELSEWHERE',
    clauses: { A4: '6.2.3' },
    find: ({ file, pages }) =>
      [file.catalog, ...pages.map(({ page }) => page.dict)]
        .flatMap((dict) => intentsOf(file, dict))
        .filter((intent) => intent.entries.has('DestOutputProfileRef'))
        .map(() => ({})),
  },
];

/** Equal for references to the same object alone. */
const idOf = (value: PdfObject): unknown => (value instanceof PdfRef ? value.number : {});
