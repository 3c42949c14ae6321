/**
 * The dateline in front of a lead: `LSO-`, `VOV.VN -`, `(Dân trí) -`, `(BBNĐT)`. It is found, never
 * changed: the characters as typed go into `span.dateline`, the agency's name into the metadata.
 */

export interface Dateline {
  /** As typed, from the first character to the dash or bracket. */
  readonly text: string;
  /** The agency, without dash and brackets. */
  readonly name: string;
}

/** `(Dân trí) -`, `(GLO)-`. */
const bracketedDash = /^\(([\p{Lu}][\p{L}\p{N}.+ ]{0,24})\)\s*[-–—]/u;
/** `(LĐTĐ)` with no dash is an agency only in capitals. */
const bracketed = /^\((\p{Lu}[\p{Lu}\p{N}]{1,9})\)(?=\s*["“]?\p{Lu})/u;
/** `VOV4.VN -`, `VTV.vn -`, `Moitruong.net.vn –`. */
const site = /^(\p{L}[\p{L}\p{N}]*(?:\.[\p{L}\p{N}]+){1,2})\s*[-–—](?=\s*\S)/u;
/** `TPO - `, and glued `LSO-Chiều`: a capital with a small letter must follow, so `QĐ-UBND` and `COVID-19` are none. */
const spacedCode = /^(\p{Lu}[\p{Lu}\p{N}]{1,7})\s+[-–—](?=\s*\S)/u;
const gluedCode = /^(\p{Lu}[\p{Lu}\p{N}]{1,7})[-–—](?=\s|["“]?\p{Lu}\p{Ll}|["“]?[ĐÂÊÔƠƯ]\s)/u;
/** Codes that open sentences and are no agencies. */
const notAgencies = new Set(['ASEAN', 'COVID', 'UBND', 'HĐND', 'UNESCO', 'APEC', 'EU', 'WTO', 'KT', 'GDP']);

/** The dateline at the start of a text, with words after it; undefined when there is none. */
export function datelineOf(text: string): Dateline | undefined {
  for (const pattern of [bracketedDash, bracketed, site, spacedCode, gluedCode]) {
    const match = pattern.exec(text);
    const name = match?.[1];
    if (match && name && !notAgencies.has(name) && match[0].length < text.length) {
      return { text: match[0], name };
    }
  }
  return undefined;
}

/** True when a line is nothing but a dateline (`NDO -`, or a site's name with the dash on the next line). */
export function datelineAlone(line: string, next: string): boolean {
  if (/^\(?\p{Lu}[\p{L}\p{N}.]{1,20}\)?\s*[-–—]$/u.test(line)) return true;
  return /^\p{L}[\p{L}\p{N}]*(?:\.[\p{L}\p{N}]+){1,2}$/u.test(line) && /^[-–—]\s/.test(next);
}
