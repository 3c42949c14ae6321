/**
 * What a photograph says of itself: the raw bytes of its EXIF, XMP and IPTC → caption, credit, alternative
 * text, rights and date. Where they differ XMP goes before IPTC-IIM and that before EXIF, as the Metadata
 * Working Group has it: editors write the first, cameras the last. Place and camera are not read.
 */
import type { PhotoDescription } from '../document/publication.js';
import { exifTexts } from './photo-exif.js';
import { iptcResource, iptcTexts } from './photo-iptc.js';
import { cleanText, decoderFor } from './photo-text.js';
import { xmpTexts } from './photo-xmp.js';

/** What stands in the file, undecoded. */
export interface PhotoData {
  /** A TIFF structure. */
  readonly exif?: Uint8Array;
  /** A packet in UTF-8. */
  readonly xmp?: Uint8Array;
  /** Photoshop's image resources, IPTC-IIM among them. */
  readonly photoshop?: Uint8Array;
  /** IPTC-IIM alone. */
  readonly iptc?: Uint8Array;
}

/** Reads the texts; undefined when there is none. */
export async function describePhoto({
  exif,
  xmp,
  photoshop,
  iptc,
}: PhotoData): Promise<PhotoDescription | undefined> {
  const fromXmp = xmp ? xmpTexts(xmp) : {};
  const block = iptc ?? (photoshop && iptcResource(photoshop));
  const fromIptc = block ? iptcTexts(block, await decoderFor(block)) : {};
  const fromExif = exif ? exifTexts(exif) : {};
  const { description } = fromExif;
  const found = {
    caption: first(fromXmp.description, fromIptc.caption, isWritten(description) ? description : undefined),
    // The line that the agency asks for, else the photographer.
    credit: first(fromXmp.credit, fromIptc.credit, fromXmp.creator, fromIptc.byline, fromExif.artist),
    alt: first(fromXmp.alt),
    extended: first(fromXmp.extended),
    rights: first(fromXmp.rights, fromIptc.copyright, fromExif.copyright),
    date: dateOf(fromXmp.created) ?? dateOf(fromIptc.created) ?? dateOf(fromExif.taken),
  };
  const given = Object.entries(found).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

function first(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.map(cleanText).find((text) => text !== undefined);
}

/** Cameras put their name or a file name into the caption of EXIF: one word, or capitals only. */
function isWritten(description: string | undefined): boolean {
  return description !== undefined && /\p{Ll}/u.test(description) && /\S\s+\S/.test(description);
}

/** `YYYY-MM-DD` of a day written with dashes, with colons or with nothing between. */
function dateOf(text: string | undefined): string | undefined {
  const [, year, month, day] =
    /^\s*(\d{4})([-:]?)(\d\d)\2(\d\d)(?!\d)/.exec(text ?? '')?.filter((_, i) => i !== 2) ?? [];
  if (!year || !month || !day || Number(year) === 0) return undefined;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${month}-${day}`;
}
