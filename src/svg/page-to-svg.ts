/**
 * One finished page → one SVG document, the trim box as its view (bleed and marks are the print
 * edition's business and fall outside). It obeys the page: every position was decided by layout. Text
 * is drawn as outlines, so that no viewer needs the fonts (cover, preview), or as `<text>`.
 */
import type {
  GroupItem,
  ImageItem,
  LinkItem,
  Page,
  PageItem,
  PathItem,
  PathSegment,
  TilesItem,
} from '../document/page.js';
import type { ImageAsset } from '../document/publication.js';
import { escapeAttribute, escapeText } from '../document/xml.js';
import { drawOutlined, drawText, GlyphDefinitions } from './draw-text.js';
import { number, paint } from './numbers.js';

/** How a page is drawn. */
export interface SvgConfig {
  /** `outline`: glyphs as paths, which need no fonts; `text`: words as text at the same places. */
  readonly text: 'outline' | 'text';
  /** What the picture is called for readers who cannot see it. */
  readonly title?: string;
  /** Address of the place with this id, which may lie on another page; links to places without one are not drawn. */
  readonly addressOf?: (id: string) => string | undefined;
  /** Address of a picture beside the drawing; in the drawing itself unless given. */
  readonly pictureAt?: (image: ImageAsset) => string | undefined;
  /** Begins the ids, in place of the page's number. */
  readonly prefix?: string;
  /** More attributes of the root, by name. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A picture that sticks out by less than this is not cut: it is what arithmetic left over, pt. */
const slack = 0.001;

/** Draws a page. Lengths in pt; ids begin with `p` and the page's number, so that pages can share a document. */
export function pageToSvg(page: Page, config: SvgConfig = { text: 'outline' }): string {
  const painter = new Painter(config, config.prefix ?? `p${page.number}-`);
  if (page.taken) throw new Error('the content of the page was given to another painter');
  const body = painter.items(page.items);
  const definitions = painter.definitions();
  const width = number(page.width);
  const height = number(page.height);
  const more = Object.entries(config.attributes ?? {}).map(
    ([name, value]) => ` ${name}="${escapeAttribute(value)}"`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"` +
    ` width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"${more.join('')}>\n` +
    (config.title === undefined ? '' : `<title>${escapeText(config.title)}</title>\n`) +
    (definitions === '' ? '' : `<defs>\n${definitions}\n</defs>\n`) +
    `${body}\n</svg>\n`
  );
}

/** Draws items of one page and gathers what they refer to. */
class Painter {
  readonly #glyphs: GlyphDefinitions;
  readonly #clips: string[] = [];
  readonly #patterns: string[] = [];

  constructor(
    private readonly config: SvgConfig,
    private readonly prefix: string,
  ) {
    this.#glyphs = new GlyphDefinitions(prefix);
  }

  items(items: readonly PageItem[]): string {
    return items
      .map((item) => this.item(item))
      .filter((drawn) => drawn !== '')
      .join('\n');
  }

  definitions(): string {
    return [this.#glyphs.toString(), ...this.#clips, ...this.#patterns]
      .filter((text) => text !== '')
      .join('\n');
  }

  item(item: PageItem): string {
    switch (item.type) {
      case 'text':
        return this.config.text === 'text' ? drawText(item) : drawOutlined(item, this.#glyphs);
      case 'path':
        return drawPath(item);
      case 'image':
        return this.image(item);
      case 'tiles':
        return this.tiles(item);
      case 'link':
        return this.link(item);
      case 'group':
        return this.group(item);
    }
  }

  image(item: ImageItem): string {
    const { content, image } = item;
    const cut =
      content.x < item.x - slack ||
      content.y < item.y - slack ||
      content.x + content.width > item.x + item.width + slack ||
      content.y + content.height > item.y + item.height + slack;
    const { x, y, width, height } = item;
    const clip = cut ? ` clip-path="url(#${this.clip([{ type: 'rect', x, y, width, height }])})"` : '';
    return this.picture(image, content, clip);
  }

  /** The cell begins at 0, 0: whether a pattern's `x` and `y` move its content is understood in two ways. */
  tiles(item: TilesItem): string {
    const { tile, step, image } = item;
    const { width, height } = tile;
    const id = `${this.prefix}t${this.#patterns.length + 1}`;
    this.#patterns.push(
      `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${number(step.x)}" height="${number(step.y)}"` +
        ` patternTransform="translate(${number(tile.x)} ${number(tile.y)})">` +
        `${this.picture(image, { x: 0, y: 0, width, height })}</pattern>`,
    );
    return `<rect ${box(item)} fill="url(#${id})"/>`;
  }

  picture(image: ImageAsset, place: Rectangle, clip = ''): string {
    const address = this.config.pictureAt?.(image) ?? inline(image);
    return `<image ${box(place)} preserveAspectRatio="none"${clip} xlink:href="${escapeAttribute(address)}"/>`;
  }

  /** Links out of the publication can be followed; places inside it where the caller knows their pages. */
  link(item: LinkItem): string {
    const { target } = item;
    const address =
      target.type === 'destination'
        ? this.config.addressOf?.(target.id)
        : /^(https?|mailto):/i.test(target.url)
          ? target.url
          : undefined;
    if (address === undefined) return '';
    return (
      `<a xlink:href="${escapeAttribute(address)}"><title>${escapeText(item.description)}</title>` +
      `<rect ${box(item)} fill="none" pointer-events="all"/></a>`
    );
  }

  /** The clip of a group lies in the coordinates of its items: it is cut before the transform, as in PDF. */
  group(item: GroupItem): string {
    const attributes = [
      item.transform ? ` transform="matrix(${item.transform.map(coefficient).join(' ')})"` : '',
      item.clip ? ` clip-path="url(#${this.clip(item.clip)})"` : '',
      item.opacity === undefined || item.opacity >= 1 ? '' : ` opacity="${number(item.opacity)}"`,
    ];
    return `<g${attributes.join('')}>\n${this.items(item.items)}\n</g>`;
  }

  clip(path: readonly PathSegment[]): string {
    const id = `${this.prefix}c${this.#clips.length + 1}`;
    this.#clips.push(`<clipPath id="${id}"><path d="${pathData(path)}"/></clipPath>`);
    return id;
  }
}

function inline({ format, bytes }: ImageAsset): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return `data:image/${format === 'svg' ? 'svg+xml' : format};base64,${data.toString('base64')}`;
}

function drawPath(item: PathItem): string {
  if (!item.fill && !item.stroke) return '';
  const fill = item.fill ? paint('fill', item.fill) : 'fill="none"';
  const rule = item.fill && item.fillRule ? ` fill-rule="${item.fillRule}"` : '';
  return `<path d="${pathData(item.path)}" ${fill}${rule}${item.stroke ? strokeOf(item.stroke) : ''}/>`;
}

function strokeOf({ color, width, dash, cap }: NonNullable<PathItem['stroke']>): string {
  const dashes = dash?.length ? ` stroke-dasharray="${dash.map(number).join(' ')}"` : '';
  const ends = cap ? ` stroke-linecap="${cap}"` : '';
  return ` ${paint('stroke', color)} stroke-width="${number(width)}"${dashes}${ends}`;
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function box(area: Rectangle): string {
  return (
    `x="${number(area.x)}" y="${number(area.y)}"` +
    ` width="${number(area.width)}" height="${number(area.height)}"`
  );
}

function pathData(path: readonly PathSegment[]): string {
  return path.map(segmentData).join('');
}

function segmentData(segment: PathSegment): string {
  switch (segment.type) {
    case 'move':
      return `M${number(segment.x)} ${number(segment.y)}`;
    case 'line':
      return `L${number(segment.x)} ${number(segment.y)}`;
    case 'curve':
      return `C${[segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y].map(number).join(' ')}`;
    case 'rect':
      return (
        `M${number(segment.x)} ${number(segment.y)}h${number(segment.width)}` +
        `v${number(segment.height)}h${number(-segment.width)}Z`
      );
    case 'close':
      return 'Z';
  }
}

/** Coefficients a–d multiply; they need more digits than lengths. */
function coefficient(value: number, index: number): string {
  return index < 4 ? String(Number(value.toFixed(6)) + 0) : number(value);
}
