/** What is wrong with the pages of a random document: messages, none when all is well. */
import type { Page, TextItem } from '../../src/document/page.js';
import { textOf, walk, type ElementNode } from '../../src/document/tree.js';
import { flat, layOut, picture, textOfItem, type LaidOut } from '../support/lay-out.js';
import type { RandomDocument } from './random-pages.js';

const assets = new Map([['40x20.jpg', picture('40x20.jpg', 40, 20)]]);
/** As many items may a node or word make, its backgrounds, borders on every page it is on apart. */
const itemsPerWord = 60;
/** pt; rounding. */
const tolerance = 0.01;

/** Words that are missing, doubled or out of order; more pages or items than can be. */
export async function faults({ css, body }: RandomDocument): Promise<readonly string[]> {
  const laid = await layOut(css, body, assets);
  const found: string[] = [];
  const wanted = letters(body.map(textOf).join(''));
  const shown = letters(inOrder(laid));
  if (shown !== wanted) found.push(`words: ${firstDifference(shown, wanted)}`);
  const size = nodesIn(body) + wanted.length;
  const items = laid.pages.reduce((sum, page) => sum + flat(page.items).length, 0);
  if (laid.pages.length > 40 * size) found.push(`${laid.pages.length} pages of ${size} words and nodes`);
  if (items > itemsPerWord * size) found.push(`${items} items of ${size} words and nodes`);
  return found;
}

const letters = (text: string): string => text.replaceAll(/[\s\u00a0\u00ad]/gu, '');

function inOrder({ pages, document }: LaidOut): string {
  const content = new Set(document.structure.flatMap(({ id, origin }) => (origin === 'content' ? [id] : [])));
  return pages
    .flatMap(({ items }) => flat(items))
    .flatMap((item) => {
      if (item.type !== 'text' || item.tag.type !== 'structure' || !content.has(item.tag.element)) return [];
      return [{ order: item.tag.order, text: textOfItem({ ...item, runs: written(item) }) }];
    })
    .sort((a, b) => a.order - b.order)
    .map(({ text }) => text)
    .join('');
}

/** Numbers of notes are the engine's, not the author's. */
function written({ runs }: TextItem): TextItem['runs'] {
  return runs.filter(({ origin }) => origin === 'content');
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const from = Math.max(0, at - 10);
  return `…${a.slice(from, at + 20)}… instead of …${b.slice(from, at + 20)}…`;
}

function nodesIn(body: readonly ElementNode[]): number {
  let count = 0;
  for (const node of body) walk(node, () => void (count += 1));
  return count;
}

interface Ink {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Texts that lie on each other or leave the page area, which has margins of 10 pt. */
export async function overlaps({ css, body }: RandomDocument): Promise<readonly string[]> {
  const { pages } = await layOut(css, body, assets);
  return pages.flatMap((page) => {
    const inks = inksOf(page);
    const outside = inks.filter(
      ({ left, right, top, bottom }) =>
        left < 10 - tolerance ||
        top < 10 - tolerance ||
        right > page.width - 10 + tolerance ||
        bottom > page.height - 10 + tolerance,
    );
    const on = inks.flatMap((a, i) => inks.slice(i + 1).flatMap((b) => (overlap(a, b) ? [[a, b]] : [])));
    return [
      ...outside.map((ink) => `page ${page.number}: ${shown(ink)} is outside`),
      ...on.map((pair) => `page ${page.number}: ${pair.map(shown).join(' on ')}`),
    ];
  });
}

const shown = ({ text, left, right, top, bottom }: Ink): string =>
  `${text}@${left},${top}–${right},${bottom}`;

function inksOf(page: Page): readonly Ink[] {
  return flat(page.items).flatMap((item) => {
    if (item.type !== 'text') return [];
    return item.runs.flatMap((run): readonly Ink[] => {
      const text = textOfItem({ ...item, runs: [run] });
      if (text.trim() === '') return [];
      const left = item.x + run.x;
      const baseline = item.y - run.rise;
      return [
        {
          text,
          left,
          right: left + run.width - (text.endsWith(' ') ? run.size + run.wordSpacing : 0),
          top: baseline - 0.8 * run.size,
          bottom: baseline + 0.2 * run.size,
        },
      ];
    });
  });
}

function overlap(a: Ink, b: Ink): boolean {
  return (
    a.left < b.right - tolerance &&
    b.left < a.right - tolerance &&
    a.top < b.bottom - tolerance &&
    b.top < a.bottom - tolerance
  );
}
