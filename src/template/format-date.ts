/**
 * Dates as furniture writes them. In: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and a language; out: the
 * words. Anything that is not such a date comes back as it is: it may be the user's own wording.
 */

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `long`: `Ngày 14 tháng 01 năm 2020`; `short`: `14/01/2020`. */
export function formatDate(date: string, form: 'long' | 'short', language: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return date;
  const [, year = '', month, day] = match;
  if (form === 'short') return [day, month, year].filter((part) => part !== undefined).join('/');
  if (language.split('-')[0] !== 'vi') {
    const name = month === undefined ? undefined : englishMonths[Number(month) - 1];
    return [day === undefined ? undefined : Number(day), name, year]
      .filter((part) => part !== undefined)
      .join(' ');
  }
  const parts = [
    day === undefined ? undefined : `ngày ${day}`,
    month === undefined ? undefined : `tháng ${Number(month) < 3 ? month : Number(month)}`,
    `năm ${year}`,
  ];
  // Nghị định 30/2020, Annex I: a zero before days under 10 and before the months 1 and 2 only.
  const words = parts.filter((part) => part !== undefined).join(' ');
  return words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1);
}
