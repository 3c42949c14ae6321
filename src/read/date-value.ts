/** A day as a person types it → an ISO 8601 date, or as much of one as was typed. */
import { isoDate } from './site-date.js';

/** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` (a time of day is cut off), or the Vietnamese d/m/yyyy. */
export function dateValue(text: string): string | undefined {
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?$/.exec(text);
  if (iso) {
    const day = isoDate(Number(iso[1]), Number(iso[2] ?? 1), Number(iso[3] ?? 1));
    return day?.slice(0, iso[3] ? 10 : iso[2] ? 7 : 4);
  }
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return local ? isoDate(Number(local[3]), Number(local[2]), Number(local[1])) : undefined;
}
