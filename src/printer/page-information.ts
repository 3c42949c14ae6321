/**
 * Page information: a line among the printer's marks that says what this is, small, in black ink alone, whatever
 * the page itself looks like; cut off where a page is narrow. As the style sheet that sets it.
 */
import { pathName } from '../document/path-name.js';
import type { SheetSide } from '../document/sheet.js';

/** What page information says beside the number. */
export interface Information {
  /** The file, its title, its date. */
  readonly about: readonly string[];
  /** Name of the printer, or the path of its file. */
  readonly printer: string;
  /** BCP 47, of the publication. */
  readonly language: string;
}

/** The longest title that there is room for, in characters. */
const longestTitle = 48;

/** The rule for each page of a file: its number, and of how many. */
export function pageInformation(information: Information): string {
  const page = information.language.startsWith('vi') ? 'trang' : 'page';
  return slugRule(`"${page} " counter(page) "/" counter(pages)`, information);
}

/** The style sheet of the sides of sheets: a `p` has a page, and says what only this side has. */
export function sheetInformation(side: SheetSide, information: Information): string {
  const { width, height, bleed } = side;
  return (
    `@import url('fonts:fonts.css'); p { break-before: page; string-set: side content(text) } ` +
    `@page { size: ${width}pt ${height}pt; bleed: ${bleed}pt; ${slugRule('string(side)', information)} }`
  );
}

/** What only this side of a sheet has: which of how many it is, and the pages on it. */
export function sideWords(side: SheetSide, sheets: number, language: string): string {
  const { sheet, face, label } = side;
  if (language.startsWith('vi'))
    return `tờ ${sheet}/${sheets} · ${face === 'front' ? 'mặt trước' : 'mặt sau'} · trang ${label}`;
  return `sheet ${sheet}/${sheets} · ${face} · pages ${label}`;
}

function slugRule(first: string, { about, printer }: Information): string {
  // A file by its name alone: its folder is this machine's business.
  const words = [...about, pathName(printer)].map((text) => {
    const characters = Array.from(text);
    return characters.length > longestTitle ? `${characters.slice(0, longestTitle).join('')}…` : text;
  });
  const said = ` · ${words.join(' · ')}`.replace(/[^\p{L}\p{N}\p{P}\p{Zs}]|["\\]/gu, escaped);
  return (
    `@-anpham-slug { content: ${first} "${said}"; ` +
    'font: 400 6pt/1.2 "Source Sans 3"; color: device-cmyk(0 0 0 1); text-align: left; ' +
    'text-transform: none; letter-spacing: 0; white-space: nowrap; overflow: hidden; vertical-align: middle }'
  );
}

/** A character of a CSS string by its number (css-syntax-3, 4.3.7). */
function escaped(character: string): string {
  return `\\${(character.codePointAt(0) ?? 0x20).toString(16)} `;
}
