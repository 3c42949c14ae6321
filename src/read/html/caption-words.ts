/**
 * The words below a picture, asked for while the picture is still an element of the page: of a figure, or of
 * the table that older sites set a picture and its caption in. They stand in for a missing alternative text.
 */
import { attributeOf } from './attributes.js';
import { htmlText, isElement, type HtmlElement } from './parse.js';
import { placePattern } from './tags.js';

/** The caption of a `figure`; '' when there is none. */
export function captionOfFigure(figure: HtmlElement): string {
  const caption = figure.childNodes.find((child) => child.nodeName === 'figcaption');
  return caption && isElement(caption) ? wordsOf(caption) : '';
}

/** The words in the one cell beside that of the picture; undefined for a table that is no picture. */
export function captionOfTable(table: HtmlElement): string | undefined {
  const cells = cellsOf(table, fewCells);
  const [picture, ...more] = cells.filter((cell) => hasPicture(cell) || wordsOf(cell) !== '');
  const [words, ...others] = more;
  if (!picture || !words || others.length > 0 || cells.length > fewCells) return undefined;
  return hasPicture(picture) && wordsOf(picture) === '' && !hasPicture(words) ? wordsOf(words) : undefined;
}

/** Cells of a table that is a picture: its own, that of the caption, and an empty one. */
const fewCells = 3;

/** The cells, not those of tables in them, and no more than one over the number asked for. */
function cellsOf(node: HtmlElement, most: number): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  for (const child of node.childNodes) {
    if (found.length > most) break;
    if (!isElement(child)) continue;
    if (child.tagName === 'td' || child.tagName === 'th') found.push(child);
    else found.push(...cellsOf(child, most - found.length));
  }
  return found;
}

function hasPicture(node: HtmlElement): boolean {
  return node.tagName === 'img' || node.childNodes.some((child) => isElement(child) && hasPicture(child));
}

function wordsOf(node: HtmlElement): string {
  return htmlText(node).replace(placePattern, ' ').replace(/\s+/g, ' ').trim();
}

/** `<Listing number="2-1">` is what the text calls “Listing 2-1”. */
export function labelOf(node: HtmlElement): string {
  const number = attributeOf(node, 'number')?.trim() ?? '';
  if (number === '') return '';
  return `${node.tagName.charAt(0).toUpperCase()}${node.tagName.slice(1)} ${number}`;
}
