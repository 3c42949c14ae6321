/**
 * Paints one page: items → content stream. In: `Page` (pt, origin top left of the trim, y down); out:
 * bytes, the links found, whether it is transparent. Every item stands in a marked-content sequence of
 * its structure element or of an artifact (archive); print is untagged. The painter decides nothing.
 */
import type {
  GroupItem,
  ImageItem,
  LinkItem,
  Page,
  PageFrame,
  PageItem,
  PathItem,
  PathSegment,
  StructureElement,
  TextItem,
  TilesItem,
} from '../document/page.js';
import { paintOf } from './colour.js';
import { FaintContent } from './faint-content.js';
import { isElementary } from './is-elementary.js';
import { flipped, identity, inverse, isIdentity, multiply } from '../document/matrix.js';
import { transformBox, type Box, type Matrix } from '../document/matrix.js';
import { paintBorder } from './paint-border.js';
import { thickness, writeSegments } from './paint-path.js';
import { paintPicture, patternOf } from './paint-picture.js';
import { largerPlace, placedSize, type Extent, type PlacedSize } from './picture-resolution.js';
import { mediaOf, type PageMedia } from './printer-marks.js';
import { openSurface, type PaintResources, type Surface } from './surface.js';
import type { PaintedContent, PaintedForm, PaintedLink, PaintedPage } from './painted.js';

export class PagePainter {
  /** Groups in groups, at most. */
  depth = 0;
  private surface: Surface;
  private links: PaintedLink[] = [];
  private forms: PaintedForm[] = [];
  private images = new Map<string, PlacedSize>();
  private formCount = 0;
  private faint = new FaintContent();
  // Trim coordinates → PDF coordinates: x + left, top − y; fractions to V8 from the beginning.
  private left = NaN;
  private top = NaN;
  private media: Box = [0, 0, 0, 0];
  private matrix: Matrix = identity;
  /** `matrix` where the content stream begins. */
  private base: Matrix = identity;
  private opacity = 1;
  private level = 0;

  constructor(private readonly resources: PaintResources) {
    this.surface = openSurface(this.resources, 'page');
  }

  /** Paints a page; `elements` holds those that it shows. */
  paint(page: Page, elements: readonly StructureElement[]): PaintedPage {
    const media = this.begin(page, elements);
    const border = paintBorder(this.surface.canvas, page, media);
    const slug = border && page.slug?.length ? this.slug(page.slug) : undefined;
    const { taken, items } = page;
    const below = taken && this.below(items.slice(0, taken.below));
    this.items(taken ? items.slice(taken.below) : items);
    const painted = this.end();
    // Marked content is numbered by the page, and what was taken has its numbers already.
    if (taken && painted.marks?.elements.length)
      throw new Error('an element is shown outside of the content taken');
    const { label } = page;
    return { ...painted, media, label, below, border, slug };
  }

  /** Paints content of a page that is not known yet. */
  take(items: readonly PageItem[], frame: PageFrame, elements: readonly StructureElement[]): PaintedContent {
    this.begin(frame, elements);
    this.items(items);
    return this.end();
  }

  private begin(frame: PageFrame, elements: readonly StructureElement[]): PageMedia {
    const media = mediaOf(frame, this.resources.edition);
    this.links = [];
    this.forms = [];
    this.images = new Map();
    this.faint = new FaintContent();
    this.left = media.trim[0];
    this.top = media.trim[3];
    this.media = media.media;
    this.resources.recorder?.begin(elements);
    return media;
  }

  private end(): PaintedContent {
    const { links, forms } = this;
    const { canvas, marker } = this.surface;
    marker.end();
    const transparent = canvas.transparent || forms.length > 0;
    const faint = this.faint.element;
    const marks = this.resources.recorder?.take();
    const mixed = this.resources.inks.takeMixed();
    const painted = { marks, transparent, faint, images: this.images, links, forms, mixed };
    return { content: canvas.take(), ...painted };
  }

  /** Words among the marks: a stream of its own. */
  private slug(items: readonly PageItem[]): Uint8Array {
    const { canvas, marker } = this.surface;
    canvas.save();
    this.items(items);
    marker.end();
    canvas.restore();
    return canvas.take();
  }

  /** A stream of its own, after which everything is set as at the beginning of a page. */
  private below(items: readonly PageItem[]): Uint8Array {
    const { canvas, marker } = this.surface;
    if (items.length > 0) {
      canvas.save();
      this.items(items);
      marker.end();
      canvas.restore();
    }
    return canvas.cut();
  }

  private items(items: readonly PageItem[]): void {
    for (const item of items) {
      this.item(item);
      if (this.surface.canvas.transparent) this.faint.note(item);
    }
  }

  private item(item: PageItem): void {
    switch (item.type) {
      case 'text':
        return this.paintText(item);
      case 'path':
        return this.paintPath(item);
      case 'image':
        return this.paintImage(item);
      case 'tiles':
        return this.paintTiles(item);
      case 'link':
        return this.addLink(item);
      case 'group':
        return this.paintGroup(item);
    }
  }

  private paintText(item: TextItem): void {
    const { text, marker } = this.surface;
    const { tag, runs } = item;
    const left = this.left + item.x;
    const baseline = this.top - item.y;
    for (const run of runs) {
      marker.mark(tag, run.origin);
      text.paint(run, left + run.x, baseline + run.rise, this.opacity);
    }
  }

  private paintPath(item: PathItem): void {
    const { edition, inks } = this.resources;
    if (!item.fill && !item.stroke) return;
    const { canvas, marker } = this.surface;
    marker.mark(item.tag);
    const fill = item.fill && paintOf(item.fill, edition);
    const stroke = item.stroke && paintOf(item.stroke.color, edition);
    if (fill && stroke && fill.alpha !== stroke.alpha) {
      // One operator paints both with one opacity.
      const { fill: _fill, ...line } = item;
      const { stroke: _stroke, ...area } = item;
      this.paintPath(area);
      this.paintPath(line);
      return;
    }
    for (const paint of [fill, stroke]) {
      inks.use(paint);
      if (paint?.inks) inks.mix(paint, paint === stroke ? (item.stroke?.width ?? 0) : thickness(item.path));
    }
    const out = canvas.graphics();
    if (fill) canvas.fill(fill.fill);
    if (stroke && item.stroke) canvas.stroke(stroke.stroke, item.stroke.width, item.stroke);
    const alpha = (fill ?? stroke)?.alpha ?? 1;
    canvas.state(alpha * this.opacity, false);
    writeSegments(out, item.path, [this.left, this.top]);
    const rule = fill && item.fillRule === 'evenodd' ? '*' : '';
    out.text(`${fill && stroke ? 'B' : fill ? 'f' : 'S'}${rule}\n`);
  }

  private paintImage(item: ImageItem): void {
    const name = this.show(item, item.content);
    const { canvas, marker } = this.surface;
    marker.mark(item.tag);
    canvas.state(this.opacity, false);
    paintPicture(canvas, name, item, [this.left, this.top]);
  }

  /** Notes how large a picture stands; its resource name. */
  private show({ image, tag }: ImageItem | TilesItem, area: Extent): string {
    const name = this.resources.imageName(image);
    const place = placedSize(area, this.matrix, tag);
    this.images.set(name, largerPlace(this.images.get(name), place));
    return name;
  }

  /** An area filled with a pattern, which lies in the coordinates of the stream, not of the group. */
  private paintTiles(item: TilesItem): void {
    const { canvas, marker } = this.surface;
    const image = this.show(item, item.tile);
    const inStream = multiply(inverse(this.base) ?? identity, this.matrix);
    const name = this.resources.patternName(
      patternOf(item, image, { inStream, left: this.left, top: this.top }),
    );
    marker.mark(item.tag);
    canvas.state(this.opacity, false);
    canvas.fill(`/Pattern cs /${name} scn`);
    writeSegments(canvas.graphics(), [{ ...item, type: 'rect' }], [this.left, this.top]);
    canvas.graphics().text('f\n');
  }

  /** A link in a running head is an artifact; an annotation would need an element (ISO 14289-1, 7.18.5). */
  private addLink(item: LinkItem): void {
    const { recorder } = this.resources;
    if (!recorder || item.tag.type === 'artifact') return;
    const { element, order } = item.tag;
    recorder.expect(element);
    const local: Box = [item.x, item.y, item.x + item.width, item.y + item.height];
    const box = this.toPdf(transformBox(this.matrix, local));
    this.links.push({ box, element, order, target: item.target, description: item.description });
  }

  /** A group saves the state, so marked content ends before it and begins anew inside and after. */
  private paintGroup(item: GroupItem): void {
    const { canvas, marker } = this.surface;
    const [matrix, opacity] = [this.matrix, this.opacity];
    this.depth = Math.max(this.depth, ++this.level);
    marker.end();
    canvas.save();
    if (item.transform && !isIdentity(item.transform)) {
      this.matrix = multiply(matrix, item.transform);
      this.transform(item.transform);
    }
    if (item.clip) this.clip(item.clip);
    const own = item.opacity ?? 1;
    if (own < 1 && !isElementary(item.items)) {
      this.paintForm(item.items, opacity * own);
    } else {
      this.opacity = opacity * own;
      this.items(item.items);
    }
    marker.end();
    canvas.restore();
    this.level--;
    [this.matrix, this.opacity] = [matrix, opacity];
  }

  private transform(matrix: Matrix): void {
    const out = this.surface.canvas.graphics();
    const [a, b, c, d, e, f] = flipped(matrix, this.left, this.top);
    out.coefficient(a).coefficient(b).coefficient(c).coefficient(d);
    out.number(e).number(f).text('cm\n');
  }

  /** Items that lie on each other shine through together: as a transparency group (ISO 32000-1, 11.4). */
  private paintForm(items: readonly PageItem[], opacity: number): void {
    const { recorder } = this.resources;
    const [outer, base] = [this.surface, this.base];
    const name = `X${this.formCount++}`;
    this.surface = openSurface(this.resources, 'form');
    this.opacity = 1;
    this.base = this.matrix;
    recorder?.beginStream();
    this.items(items);
    const { canvas, marker } = this.surface;
    marker.end();
    const [content, marks] = [canvas.take(), recorder?.endStream()];
    this.forms.push({ name, kind: 'group', content, marks, box: this.visible() });
    [this.surface, this.base] = [outer, base];
    outer.canvas.state(opacity, false);
    outer.canvas.graphics().text(`/${name} Do\n`);
  }

  /** What can be seen of the page, in the coordinates that hold now. */
  private visible(): Box {
    const [left, bottom, right, top] = this.media;
    const page: Box = [left - this.left, this.top - top, right - this.left, this.top - bottom];
    return this.toPdf(transformBox(inverse(this.matrix) ?? identity, page));
  }

  /** left, top, right, bottom on the page → left, bottom, right, top in the PDF. */
  private toPdf([left, top, right, bottom]: Box): Box {
    return [this.left + left, this.top - bottom, this.left + right, this.top - top];
  }

  private clip(path: readonly PathSegment[]): void {
    const out = this.surface.canvas.graphics();
    writeSegments(out, path, [this.left, this.top]);
    out.text('W n\n');
  }
}
