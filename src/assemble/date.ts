/**
 * The date that all editions carry: what the caller gives (`--date`, SOURCE_DATE_EPOCH), else the
 * article's, else the day a pasted page was saved, which is a last resort and said so. Never the
 * clock or a file's time: the same input gives the same bytes on any day.
 */
import { diagnostic, type Staged } from '../diagnostic.js';
import type { Metadata } from '../document/publication.js';

export interface SettledDate {
  /** `YYYY-MM-DDThh:mm:ssZ` */
  readonly modified: string;
  /** The publication date, when one was given. */
  readonly metadata: Pick<Metadata, 'date'>;
}

/** The earliest time that an entry of a zip file can carry: plainly not the date of anything. */
const noDate = '1980-01-01T00:00:00Z';

/** Settles the date; `file` is named when there is none. */
export function settleDate(
  metadata: Metadata,
  given: string | undefined,
  file: string | undefined,
): Staged<SettledDate> {
  const at = file === undefined ? {} : { span: { file } };
  const time = given === undefined ? undefined : timeOf(given);
  if (given !== undefined && time === undefined) {
    const said = diagnostic('ASSEMBLE-DATE', { date: given });
    return { value: { modified: noDate, metadata: {} }, diagnostics: [said] };
  }
  if (time !== undefined && given !== undefined) {
    // A date stays as exact as it was given: 2020-01 names a month.
    const date = /^\d{4}(?:-\d{2})?$/.test(given) ? given : time.slice(0, 10);
    return { value: { modified: time, metadata: { date } }, diagnostics: [] };
  }
  const own = metadata.date === undefined ? undefined : timeOf(metadata.date);
  if (own !== undefined) return { value: { modified: own, metadata: {} }, diagnostics: [] };
  const access = metadata.accessDate === undefined ? undefined : timeOf(metadata.accessDate);
  if (access !== undefined) {
    const said = diagnostic('ASSEMBLE-DATE-ACCESS', { date: access.slice(0, 10) }, at);
    return { value: { modified: access, metadata: {} }, diagnostics: [said] };
  }
  const said = diagnostic('ASSEMBLE-DATE-NONE', { date: noDate.slice(0, 10) }, at);
  return { value: { modified: noDate, metadata: {} }, diagnostics: [said] };
}

/** A date or a time with its zone → UTC to the second; undefined when it is none. */
function timeOf(date: string): string | undefined {
  const match =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/.exec(date);
  if (!match) return undefined;
  const [, year = '', month = '01', day = '01', time = 'T00:00:00Z'] = match;
  // Date.UTC would roll 31 April over into May.
  const exists = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const made = new Date(`${year}-${month}-${day}${time}`);
  if (exists.getUTCDate() !== Number(day) || Number.isNaN(made.getTime())) return undefined;
  return `${made.toISOString().slice(0, 19)}Z`;
}
