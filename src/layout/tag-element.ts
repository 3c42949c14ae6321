/**
 * Opens the structure elements of one tree element by the table of `document/elements.ts`, and says
 * what its text is tagged with. Furniture of the template and everything in running heads has no
 * structure: it is an artifact. Lists, notes, links and table cells get the extra elements that
 * ISO 32000-1, 14.8.4 wants around or in them.
 */
import { meaningOf } from '../document/elements.js';
import type { StructureId, StructureType, Tag, TreePlace } from '../document/page.js';
import type { ComputedStyle } from '../document/style.js';
import type { NodeIndex } from '../document/tree-index.js';
import { attribute, textOf, type ElementNode, type Origin } from '../document/tree.js';
import { artifact, artifactAt, type TextTag } from './boxes/box.js';
import type { LayoutScene } from './scene.js';
import { structureTag, type StructureDetails } from './structure.js';

/** Where in the structure a node stands. */
export interface TagContext {
  /** The element that text falls into; none for artifacts. */
  readonly structure: StructureId | undefined;
  /** Tag of the element's own box (a picture). */
  readonly own: Tag | undefined;
  /** Tag of the label of a list item or note. */
  readonly label: Tag | undefined;
  readonly link: TextTag['link'];
  /** Text in here calls this note. */
  readonly note: number | undefined;
  /** The language the structure around has said. */
  readonly language: string;
  /** What everything is an artifact of: a running head or foot; undefined elsewhere. */
  readonly running: Tag | undefined;
}

/** Where a tree begins: in an element, or outside of all. */
export function rootContext(structure: StructureId | undefined, language: string, running?: Tag): TagContext {
  return { structure, own: undefined, label: undefined, link: undefined, note: undefined, language, running };
}

/** What text with this origin is tagged with at a place inside an element. */
export function textTag(origin: Origin, context: TagContext, { inside, order }: TreePlace): TextTag {
  if (context.structure === undefined || origin === 'template') {
    return { tag: context.running ?? artifactAt(inside, order) };
  }
  const tag = structureTag(context.structure, order);
  return context.link ? { tag, link: context.link } : { tag };
}

/** The context of an element's content, its structure elements opened. */
export function openStructure(
  node: ElementNode,
  number: NodeIndex,
  scene: LayoutScene,
  outer: TagContext,
): TagContext {
  const plain = inherited(outer);
  if (outer.structure === undefined || node.origin === 'template') return plain;
  if (attribute(node, 'aria-hidden') === 'true') return inside(plain, { structure: undefined });
  const { language } = scene.styles.of(number);
  const meaning = meaningOf(node)?.pdf ?? (language === outer.language ? 'none' : 'Span');
  if (meaning === 'none') return plain;
  const opener = new Opener(node, number, scene, outer.structure);
  const details = language === outer.language ? undefined : { language };
  const inner = language === outer.language ? plain : inside(plain, { structure: plain.structure, language });
  switch (meaning) {
    case 'Figure':
      return opener.figure(inner, details);
    case 'Formula':
      return opener.formula(inner, details);
    case 'LI':
    case 'Lbl':
    case 'LBody':
      return opener.listPart(inner, details, meaning);
    case 'Link':
    case 'Reference':
      return opener.link(inner, details, meaning);
    case 'Note': {
      const noteType = scene.styles.of(number).float === 'footnote' ? 'Footnote' : 'Endnote';
      const structure = opener.open('Note', { ...details, noteType });
      const label = opener.under(structure, 'Lbl', 0.2, { origin: 'generated' });
      return inside(inner, { structure, label: structureTag(label, opener.index) });
    }
    default: {
      const more = opener.tableDetails(meaning);
      return inside(inner, { structure: opener.open(meaning, more ? { ...details, ...more } : details) });
    }
  }
}

/** What an element takes over from around it: all but the tags of its parent's own box and label. */
function inherited(outer: TagContext): TagContext {
  return outer.own || outer.label ? inside(outer, { structure: outer.structure }) : outer;
}

/** The context in an element: what is not given is as around it, but for the tags of the element's own box and label. */
function inside(outer: TagContext, own: Pick<TagContext, 'structure'> & Partial<TagContext>): TagContext {
  return {
    structure: own.structure,
    own: own.own,
    label: own.label,
    link: own.link ?? outer.link,
    note: own.note ?? outer.note,
    language: own.language ?? outer.language,
    running: outer.running,
  };
}

/** Types of elements in lines (ISO 32000-1, 14.8.4.4, and illustrations, 14.8.4.5). */
const inLines: ReadonlySet<StructureType> = new Set<StructureType>([
  'Span',
  'Quote',
  'Note',
  'Reference',
  'Code',
  'Link',
  'Figure',
  'Formula',
]);

/** Whether an element of this style is no part of a line. */
function isBlock({ display, float, position }: ComputedStyle): boolean {
  return !display.startsWith('inline') || float !== 'none' || position === 'absolute';
}

class Opener {
  constructor(
    readonly node: ElementNode,
    readonly index: NodeIndex,
    readonly scene: LayoutScene,
    readonly parent: StructureId,
  ) {}

  open(type: StructureType, details: StructureDetails | undefined): StructureId {
    const { node, index, parent, scene } = this;
    const id = attribute(node, 'id');
    const block = inLines.has(type) && isBlock(scene.styles.of(index));
    const more: StructureDetails | undefined =
      id === undefined && node.origin !== 'generated' && !block
        ? details
        : {
            ...details,
            ...(id === undefined ? {} : { elementId: id }),
            ...(node.origin === 'generated' ? { origin: 'generated' } : {}),
            ...(block ? { block } : {}),
          };
    return scene.structure.add(type, parent, { index, order: index }, more);
  }

  /** An element of ours inside `parent`, `offset` (below 1) after the start of this node. */
  under(parent: StructureId, type: StructureType, offset: number, details?: StructureDetails): StructureId {
    return this.scene.structure.add(type, parent, { index: this.index, order: this.index + offset }, details);
  }

  figure(inner: TagContext, details: StructureDetails | undefined): TagContext {
    const alt = attribute(this.node, 'alt');
    if (alt === '') return inside(inner, { structure: undefined, own: artifact });
    const structure = this.open('Figure', alt === undefined ? details : { ...details, alt });
    return inside(inner, { structure, own: structureTag(structure, this.index) });
  }

  /** A formula that says how it is read out; without that, its signs are the words around them. */
  formula(inner: TagContext, details: StructureDetails | undefined): TagContext {
    const alt = attribute(this.node, 'alttext');
    if (alt === undefined && !details) return inner;
    const structure =
      alt === undefined ? this.open('Span', details) : this.open('Formula', { ...details, alt });
    return inside(inner, { structure });
  }

  /** LI holds a label and a body (14.8.4.3.3); terms and definitions of a `dl` make items of their own. */
  listPart(
    inner: TagContext,
    details: StructureDetails | undefined,
    type: 'LI' | 'Lbl' | 'LBody',
  ): TagContext {
    if (type === 'LI') {
      const item = this.open('LI', details);
      const label = this.under(item, 'Lbl', 0.2, { origin: 'generated' });
      const body = this.under(item, 'LBody', 0.4);
      return inside(inner, { structure: body, label: structureTag(label, this.index) });
    }
    const item = this.scene.structure.add(
      'LI',
      this.parent,
      { index: this.index, order: this.index },
      details,
    );
    return inside(inner, { structure: this.under(item, type, 0.2) });
  }

  /** A note's call is a Reference that holds the Link; every link annotation needs a Link (7.18.5). */
  link(inner: TagContext, details: StructureDetails | undefined, type: 'Link' | 'Reference'): TagContext {
    const href = attribute(this.node, 'href');
    const outer = this.open(type, details);
    if (href === undefined) return inside(inner, { structure: outer });
    const link = type === 'Link' ? outer : this.under(outer, 'Link', 0.2);
    const id = href.startsWith('#') ? href.slice(1) : undefined;
    const note = id !== undefined && this.scene.isFootnote(id) ? this.scene.noteNumber(id) : undefined;
    const description = textOf(this.node).replace(/\s+/gu, ' ').trim();
    return inside(inner, {
      structure: link,
      link: {
        target: id === undefined ? { type: 'url', url: href } : { type: 'destination', id },
        description: description || href,
        tag: structureTag(link, this.scene.index.end(this.index) - 0.5),
      },
      note,
    });
  }

  /** What the type of element asks to be said. */
  tableDetails(type: StructureType): StructureDetails | undefined {
    if (type === 'L') return { listNumbering: numberingOf(this.node, this.scene.styles.of(this.index)) };
    if (type !== 'TH' && type !== 'TD') return undefined;
    const colSpan = Number(attribute(this.node, 'colspan') ?? 1);
    const rowSpan = Number(attribute(this.node, 'rowspan') ?? 1);
    const scope = attribute(this.node, 'scope')?.startsWith('row') ? 'Row' : 'Column';
    return {
      ...(type === 'TH' ? { scope } : {}),
      ...(colSpan > 1 ? { colSpan } : {}),
      ...(rowSpan > 1 ? { rowSpan } : {}),
    };
  }
}

/** What the labels of a list are (ISO 32000-1, table 347); styles that it does not know by what HTML means. */
function numberingOf({ tagName }: ElementNode, style: ComputedStyle): StructureDetails['listNumbering'] {
  if (tagName === 'dl') return 'Description';
  return numberings[style.listStyleType.toLowerCase()] ?? (tagName === 'ol' ? 'Decimal' : 'Disc');
}

const numberings: Readonly<Record<string, NonNullable<StructureDetails['listNumbering']>>> = {
  none: 'None',
  disc: 'Disc',
  circle: 'Circle',
  square: 'Square',
  decimal: 'Decimal',
  'upper-roman': 'UpperRoman',
  'lower-roman': 'LowerRoman',
  'upper-alpha': 'UpperAlpha',
  'upper-latin': 'UpperAlpha',
  'lower-alpha': 'LowerAlpha',
  'lower-latin': 'LowerAlpha',
};
