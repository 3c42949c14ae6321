/**
 * Paints one page: items → content stream. In: `Page` (pt, origin top left of the trim, y down); out:
 * bytes, the links found, whether it is transparent. Every item stands in a marked-content sequence of
 * its structure element or of an artifact (archive); print is untagged. The painter decides nothing.
 */
import type {
  ImageItem,
  LinkItem,
  Page,
  PageItem,
  PathItem,
  PathSegment,
  Tag,
  TextItem,
} from '../document/page.js';
import type { ImageAsset } from '../document/publication.js';
import type { Origin } from '../document/tree.js';
import { Canvas } from './canvas.js';
import { paintOf, type PdfEdition } from './colour.js';
import { ContentBuffer } from './content-buffer.js';
import type { WordEncoder } from './encode-words.js';
import type { GraphicsStates } from './graphics-states.js';
import { identity, isIdentity, multiply, transformBox, type Box, type Matrix } from './matrix.js';
import { TextPainter } from './paint-text.js';
import { mediaOf, paintMarks, type PageMedia } from './printer-marks.js';
import type { ContentRecorder } from './record-content.js';

/** What all pages share. */
export interface PaintResources {
  readonly edition: PdfEdition;
  readonly encoder: WordEncoder;
  readonly states: GraphicsStates;
  /** Resource names of the pictures. */
  readonly images: ReadonlyMap<ImageAsset, { readonly name: string; readonly transparent: boolean }>;
  /** Where marked content is told; undefined leaves the page untagged. */
  readonly recorder: ContentRecorder | undefined;
}

/** A link area in PDF coordinates, lower left and upper right corner. */
export interface PaintedLink {
  readonly item: LinkItem;
  readonly box: Box;
}

export interface PaintedPage {
  readonly content: Uint8Array;
  readonly media: PageMedia;
  readonly links: readonly PaintedLink[];
  readonly transparent: boolean;
}

/** The marked-content sequence that is open; what comes with the same key stays in it. */
interface OpenMark {
  readonly key: string;
  /** Place of the last item among the kids of its element. */
  readonly order: number;
}

export class PagePainter {
  private readonly canvas: Canvas;
  private readonly text: TextPainter;
  private links: PaintedLink[] = [];
  private pageIndex = 0;
  // Trim coordinates → PDF coordinates: x + left, top − y.
  private left = 0;
  private top = 0;
  private matrix: Matrix = identity;
  private opacity = 1;
  private open: OpenMark | undefined;

  constructor(private readonly resources: PaintResources) {
    this.canvas = new Canvas(new ContentBuffer(), resources.states);
    this.text = new TextPainter(this.canvas, resources.encoder, resources.edition);
  }

  /** Paints the page with this index (from 0). */
  paint(page: Page, index: number): PaintedPage {
    const { canvas } = this;
    const media = mediaOf(page, this.resources.edition);
    this.links = [];
    this.pageIndex = index;
    this.left = media.trim[0];
    this.top = media.trim[3];
    if (media.marks) {
      paintMarks(canvas, page, media);
      // Nothing of the page may reach into the marks.
      canvas.save();
      this.clip([rectangle(-page.bleed, page)]);
    }
    this.items(page.items);
    this.endMark();
    if (media.marks) canvas.restore();
    const { transparent } = canvas;
    return { content: canvas.take(), media, links: this.links, transparent };
  }

  private items(items: readonly PageItem[]): void {
    for (const item of items) {
      switch (item.type) {
        case 'text':
          this.paintText(item);
          break;
        case 'path':
          this.paintPath(item);
          break;
        case 'image':
          this.paintImage(item);
          break;
        case 'link':
          this.addLink(item);
          break;
        case 'group':
          this.paintGroup(item);
          break;
      }
    }
  }

  private paintText(item: TextItem): void {
    for (const run of item.runs) {
      this.mark(item.tag, run.origin);
      this.text.paint(run, this.left + item.x + run.x, this.top - item.y + run.rise, this.opacity);
    }
  }

  private paintPath(item: PathItem): void {
    const { edition } = this.resources;
    if (!item.fill && !item.stroke) return;
    this.mark(item.tag);
    const out = this.canvas.graphics();
    const fill = item.fill && paintOf(item.fill, edition);
    const stroke = item.stroke && paintOf(item.stroke.color, edition);
    if (fill) this.canvas.fill(fill.fill);
    if (stroke && item.stroke) this.canvas.stroke(stroke.stroke, item.stroke.width, item.stroke.dash);
    const alpha = (fill ?? stroke)?.alpha ?? 1;
    this.canvas.state({ alpha: alpha * this.opacity, overprint: false });
    this.segments(item.path);
    out.text(fill && stroke ? 'B\n' : fill ? 'f\n' : 'S\n');
  }

  private paintImage(item: ImageItem): void {
    const image = this.resources.images.get(item.image);
    if (!image) throw new Error(`picture ${item.image.id} was not prepared`);
    if (image.transparent) this.canvas.transparent = true;
    this.mark(item.tag);
    const { content } = item;
    this.canvas.state({ alpha: this.opacity, overprint: false });
    this.canvas.save();
    const sticksOut =
      content.x < item.x - 0.001 ||
      content.y < item.y - 0.001 ||
      content.x + content.width > item.x + item.width + 0.001 ||
      content.y + content.height > item.y + item.height + 0.001;
    if (sticksOut) this.clip([{ ...item, type: 'rect' }]);
    const out = this.canvas.graphics();
    out.number(content.width).text('0 0 ').number(content.height);
    out
      .number(this.left + content.x)
      .number(this.top - content.y - content.height)
      .text('cm\n');
    out.text(`/${image.name} Do\n`);
    this.canvas.restore();
  }

  private addLink(item: LinkItem): void {
    const box = transformBox(this.matrix, [item.x, item.y, item.x + item.width, item.y + item.height]);
    this.links.push({
      item,
      box: [this.left + box[0], this.top - box[3], this.left + box[2], this.top - box[1]],
    });
  }

  /** A group saves the state, so marked content ends before it and begins anew inside and after. */
  private paintGroup(item: PageItem & { type: 'group' }): void {
    const { canvas } = this;
    const [matrix, opacity] = [this.matrix, this.opacity];
    this.endMark();
    canvas.save();
    if (item.transform && !isIdentity(item.transform)) {
      this.matrix = multiply(matrix, item.transform);
      const [a, b, c, d, e, f] = item.transform;
      // F·M·F with F the flip of the y axis about this page.
      const out = canvas.graphics().number(a).number(-b).number(-c).number(d);
      out.number(e + this.left - a * this.left + c * this.top);
      out.number(this.top - f + b * this.left - d * this.top).text('cm\n');
    }
    if (item.clip) this.clip(item.clip);
    this.opacity = opacity * (item.opacity ?? 1);
    this.items(item.items);
    this.endMark();
    canvas.restore();
    [this.matrix, this.opacity] = [matrix, opacity];
  }

  private clip(path: readonly PathSegment[]): void {
    const out = this.canvas.graphics();
    this.segments(path);
    out.text('W n\n');
  }

  private segments(path: readonly PathSegment[]): void {
    const out = this.canvas.graphics();
    const point = (x: number, y: number): ContentBuffer => out.number(this.left + x).number(this.top - y);
    for (const segment of path) {
      switch (segment.type) {
        case 'rect':
          point(segment.x, segment.y + segment.height);
          out.number(segment.width).number(segment.height).text('re\n');
          break;
        case 'move':
          point(segment.x, segment.y).text('m\n');
          break;
        case 'line':
          point(segment.x, segment.y).text('l\n');
          break;
        case 'curve':
          point(segment.x1, segment.y1);
          point(segment.x2, segment.y2);
          point(segment.x, segment.y).text('c\n');
          break;
        case 'close':
          out.text('h\n');
          break;
      }
    }
  }

  /**
   * Makes sure that what follows stands in the marked content of its tag. Text that the article does not
   * hold says so under our private key (third-class name, ISO 32000-1, annex E): whoever proves that no
   * word was lost leaves it out. Print has artifacts and origins, but no tags.
   */
  private mark(tag: Tag, origin: Origin = 'content'): void {
    if (tag.type === 'artifact') {
      // Rules and background screens are both "Layout" (table 330); "Background" would need a BBox.
      const kind = tag.kind === 'pagination' ? 'Pagination' : 'Layout';
      this.begin({ key: kind, order: 0 }, () => `/Artifact <</Type /${kind}>>`);
      return;
    }
    const { recorder } = this.resources;
    const { element, order } = tag;
    const ours = origin === 'content' ? '' : ` /XXOrigin /${origin}`;
    if (!recorder) {
      if (ours === '') this.endMark();
      else this.begin({ key: origin, order: 0 }, () => `/Span <<${ours.trimStart()}>>`);
      return;
    }
    const key = `${element} ${origin}`;
    if (this.open?.key === key && recorder.separated(element, this.open.order, order)) this.endMark();
    this.begin({ key, order }, () => {
      const { type, mcid } = recorder.content(element, order, this.pageIndex);
      return `/${type} <</MCID ${mcid}${ours}>>`;
    });
  }

  /** Opens a marked-content sequence unless the one that is open is the same. */
  private begin(mark: OpenMark, operands: () => string): void {
    if (this.open?.key !== mark.key) this.canvas.beginMark(operands());
    this.open = mark;
  }

  private endMark(): void {
    this.canvas.endMark();
    this.open = undefined;
  }
}

/** The trim with an edge all round (negative: outwards). */
function rectangle(edge: number, page: Page): PathSegment {
  return { type: 'rect', x: edge, y: edge, width: page.width - 2 * edge, height: page.height - 2 * edge };
}
