/**
 * Box trees as one line of text. `block{…}` and `table{…}` hold boxes, `[…]` is a line's content:
 * text as it is, `<` `>` an inline box, `~<` `>~` one that goes on from or into another piece, `(…)` an
 * atomic box, `^…` one out of the flow, `/` a break, `|` an opportunity, `#id` a mark, `page(id)` the number of a page.
 */
import type { ImageAsset } from '../../../../src/document/publication.js';
import type { TreeNode } from '../../../../src/document/tree.js';
import type { LayoutScene as Scene } from '../../../../src/layout/scene.js';
import { LayoutScene } from '../../../../src/layout/scene.js';
import { BoxBuilder } from '../../../../src/layout/boxes/build-boxes.js';
import { rootContext } from '../../../../src/layout/tag-element.js';
import {
  isOutOfFlow,
  type BlockBox,
  type Box,
  type InlineContent,
  type Mark,
  type TableBox,
  type TableCell,
  type TableRow,
} from '../../../../src/layout/boxes/box.js';
import { createTypesetter } from '../../../../src/text/typesetter.js';
import { keyed, picture } from '../../../support/lay-out.js';
import { memoryHost } from '../../../support/memory-host.js';
import { squareFont } from '../../../support/square-font.js';
import { styled } from '../../../support/style-of.js';

/** Elements in the tests mean only what the sheet says. */
const plainSheet = `
@font-face { font-family: Square; src: url(square.ttf) }
html { font: 10pt/10pt Square }
div, p, ul, ol, li, table { margin: 0; padding: 0 }
`;

export interface BuiltBoxes {
  /** The box of `body`. */
  readonly body: BlockBox;
  /** The content of `body` as text. */
  readonly shown: string;
  readonly builder: BoxBuilder;
  readonly scene: Scene;
}

/** Boxes of `html > body > content`; pictures named `a.png` and `b.png` exist. */
export async function boxesOf(css: string, ...content: readonly TreeNode[]): Promise<BuiltBoxes> {
  const { tree: styles, index } = styled(
    [plainSheet, css],
    content.map((node) => keyed(node)),
    memoryHost({ 'square.ttf': squareFont(), 'fonts/fonts.css': '' }),
  );
  const { value: typesetter } = await createTypesetter(
    styles.fontFaces,
    memoryHost({ 'square.ttf': squareFont() }),
  );
  const assets = new Map<string, ImageAsset>(['a.png', 'b.png'].map((id) => [id, picture(id, 10, 10)]));
  const scene = new LayoutScene({ index, styles, typesetter, assets, language: 'vi' });
  const builder = new BoxBuilder(scene);
  const structure = scene.structure.add('Document', undefined, { index: 0, order: 0 });
  const root = builder.buildRoot(rootContext(structure, 'vi'));
  const body = root.children[0];
  if (body?.type !== 'block') throw new Error('body is no block');
  return { body, shown: showAll(body.children), builder, scene };
}

export function showAll(boxes: readonly Box[]): string {
  return boxes.map(showBox).join(' ');
}

export function showBox(box: Box): string {
  return `${showMarks(box.marks)}${box.broken ? 'moved-' : ''}${isOutOfFlow(box) ? '^' : ''}${body(box)}`;
}

function body(box: Box): string {
  switch (box.type) {
    case 'lines':
      return `[${box.items.map(showItem).join('')}]`;
    case 'image':
      return `image:${box.image.id}`;
    case 'table':
      return showTable(box);
    case 'block': {
      const marker = box.marker ? `${showBox(box.marker).replaceAll('\u00a0', '_')} ` : '';
      return `block{${marker}${showAll(box.children)}}`;
    }
  }
}

export function showItem(item: InlineContent): string {
  switch (item.type) {
    case 'text':
      if (item.pageOf) return `page(${item.pageOf.id})`;
      return item.text.replaceAll('\n', '¶').replaceAll('\u00a0', '_');
    case 'break':
      return '/';
    case 'opportunity':
      return '|';
    case 'leader':
      return `…${item.pattern}…`;
    case 'box':
      return `(${showBox(item.box)})`;
    case 'out-of-flow':
      return showBox(item.box);
    case 'open':
      return item.continued ? '~<' : '<';
    case 'close':
      return item.continued ? '>~' : '>';
    case 'mark':
      return showMarks([item.mark]);
  }
}

function showMarks(marks: readonly Mark[]): string {
  return marks
    .map((mark) => {
      switch (mark.type) {
        case 'anchor':
          return `#${mark.id} `;
        case 'bookmark':
          return `@${mark.title} `;
        case 'string':
          return `${mark.name}="${mark.value}" `;
        case 'counter':
          return `${mark.name}=${mark.values.join('.')} `;
        case 'page-number':
          return `page=${mark.value} `;
        case 'running':
          return `running-${mark.name} `;
      }
    })
    .join('');
}

function showTable(table: TableBox): string {
  const parts = [
    ...table.captions.map((box) => `caption ${showBox(box)}`),
    ...table.columns.map(({ span, group }) => `${group ? 'group-' : ''}col${span}`),
    ...table.groups.map(
      (group) => `${showMarks(group.marks)}${group.kind}{${group.rows.map(showRow).join(' ')}}`,
    ),
  ];
  return `${table.style.display}{${parts.join(' ')}}`;
}

function showRow(row: TableRow): string {
  return `${showMarks(row.marks)}row{${row.cells.map(showCell).join(' ')}}`;
}

function showCell({ box, colSpan, rowSpan }: TableCell): string {
  const spans = colSpan === 1 && rowSpan === 1 ? '' : `${colSpan}x${rowSpan}`;
  return `${showMarks(box.marks)}cell${spans}{${showAll(box.children)}}`;
}
