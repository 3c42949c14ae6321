/**
 * Lines that hold nothing but a date: the clock of the site from which a text was pasted (`Thứ bảy,
 * 02/07/2022`) and the date a content system prints (`Thứ sáu, 09:21, 23/04/2021 Việt Phú Việt Phú`).
 * Dates inside sentences (13/1, 4-1) are no concern of it.
 */
import type { IsoDate } from '../document/publication.js';

export interface SiteDate {
  readonly date: IsoDate;
  /** A time of day stands with it: then it says when the article was published. */
  readonly timed: boolean;
}

const weekday = /(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)/iu;
const label = /(?:cập nhật|ngày đăng|đăng lúc|đăng ngày|xuất bản|ngày)\s*:?/iu;
/** `02/07/2022`, `31 tháng 10, 2020`, `13 tháng 1 năm 2020`. */
const day =
  /(?<!\d)(\d{1,2})(?:\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*|\s+tháng\s+(\d{1,2})(?:\s*,\s*|\s+(?:năm\s+)?))(\d{4})(?!\d)/iu;
const time = /(?<!\d)\d{1,2}\s*[:h]\s*\d{2}(?::\d{2})?\s*(?:[AP]M)?/iu;
const zone = /\(?(?:GMT|UTC)\s*[+-]\s*\d{1,2}\)?/iu;

/** The date that a whole line gives; undefined when the line says more than a date and a user's name. */
export function siteDateOf(line: string): SiteDate | undefined {
  const found = day.exec(line);
  const date = found && isoDate(Number(found[4]), Number(found[2] ?? found[3]), Number(found[1]));
  if (!date) return undefined;
  const timed = time.test(line.replace(day, ' '));
  const named = weekday.test(line);
  let rest = line.replace(day, ' ');
  for (const pattern of [zone, time, weekday, label]) rest = rest.replace(pattern, ' ');
  rest = rest.replace(/[•·,|:;()–—-]/gu, ' ').trim();
  const users = rest.split(/\s+/u).filter(Boolean);
  const isUser = users.length <= 8 && users.every((word) => /^\p{Lu}/u.test(word)) && (timed || named);
  return users.length === 0 || isUser ? { date, timed } : undefined;
}

/** `YYYY-MM-DD` of a day that exists; undefined otherwise. */
export function isoDate(year: number, month: number, dayOfMonth: number): IsoDate | undefined {
  const made = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const real = made.getUTCMonth() === month - 1 && made.getUTCDate() === dayOfMonth;
  return real && year >= 1000 ? made.toISOString().slice(0, 10) : undefined;
}
