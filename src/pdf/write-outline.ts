/**
 * Bookmarks and page labels (ISO 32000-1, 12.3.3, 12.4.2). In: what layout found; out: objects in the file and catalog entries.
 */
import type { Bookmark } from '../document/page.js';
import type { Destinations } from './destinations.js';
import type { PdfFile } from './pdf-file.js';
import { Raw, reference, textString } from './syntax.js';
import { writeNumberTree } from './write-trees.js';

interface OutlineItem {
  readonly id: number;
  readonly bookmark: Bookmark;
  readonly children: OutlineItem[];
}

/** Writes the bookmarks. */
export function writeOutline(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  destinations: Destinations,
): void {
  if (bookmarks.length === 0) return;
  const top = nest(file, bookmarks);
  const root = file.reserve();
  const writeLevel = (items: readonly OutlineItem[], parent: number): void => {
    items.forEach(({ id, bookmark, children }, i) => {
      const { structure } = bookmark;
      const element = structure === undefined ? undefined : destinations.objectOf(structure);
      const entries = [
        `/Title ${textString(bookmark.title)}`,
        `/Parent ${reference(parent)}`,
        link('Prev', items[i - 1]),
        link('Next', items[i + 1]),
        link('First', children[0]),
        link('Last', children.at(-1)),
        // Closed items tell how many would show if they were opened, as a negative number (table 153).
        children.length > 0 ? `/Count ${-children.length}` : '',
        destinations.bookmark(bookmark),
        element === undefined ? '' : `/SE ${reference(element)}`,
      ];
      file.put(id, `<<${entries.filter(Boolean).join(' ')}>>`);
      writeLevel(children, id);
    });
  };
  writeLevel(top, root);
  file.put(
    root,
    `<</Type /Outlines ${link('First', top[0])} ${link('Last', top.at(-1))} /Count ${top.length}>>`,
  );
  file.catalog['Outlines'] = new Raw(reference(root));
  file.catalog['PageMode'] = 'UseOutlines';
}

function link(key: string, item: OutlineItem | undefined): string {
  return item ? `/${key} ${reference(item.id)}` : '';
}

/** Levels → tree; a level that was skipped is no level of its own. */
function nest(file: PdfFile, bookmarks: readonly Bookmark[]): OutlineItem[] {
  const top: OutlineItem[] = [];
  const open: OutlineItem[] = [];
  for (const bookmark of bookmarks) {
    while ((open.at(-1)?.bookmark.level ?? 0) >= bookmark.level) open.pop();
    const item = { id: file.reserve(), bookmark, children: [] };
    (open.at(-1)?.children ?? top).push(item);
    open.push(item);
  }
  return top;
}

/** How a run of page labels is numbered. */
interface LabelStyle {
  readonly style: 'D' | 'r' | 'R' | undefined;
  readonly value: number;
  readonly prefix: string;
}

/** Writes the page labels as ranges. */
export function writePageLabels(file: PdfFile, labels: readonly string[]): void {
  const entries: { key: number; value: string }[] = [];
  let before: LabelStyle | undefined;
  labels.forEach((printed, index) => {
    const label = readLabel(printed);
    const continued =
      before?.style !== undefined && label.style === before.style && label.value === before.value + 1;
    if (!continued) {
      const style = label.style === undefined ? '' : `/S /${label.style} /St ${label.value}`;
      const prefix = label.prefix === '' ? '' : `/P ${textString(label.prefix)}`;
      entries.push({ key: index, value: `<<${style}${prefix}>>` });
    }
    before = label;
  });
  if (entries.length > 0) file.catalog['PageLabels'] = new Raw(reference(writeNumberTree(file, entries)));
}

function readLabel(label: string): LabelStyle {
  if (/^[1-9]\d{0,8}$/.test(label)) return { style: 'D', value: Number(label), prefix: '' };
  const value = romanValue(label.toLowerCase());
  if (value > 0 && label === label.toLowerCase()) return { style: 'r', value, prefix: '' };
  if (value > 0 && label === label.toUpperCase()) return { style: 'R', value, prefix: '' };
  return { style: undefined, value: 0, prefix: label };
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** Value of a Roman numeral in lower case; 0 when it is none. */
function romanValue(text: string): number {
  if (!/^(?=.)m{0,4}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(text)) return 0;
  const values = Array.from(text, (letter) => romanDigits[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
