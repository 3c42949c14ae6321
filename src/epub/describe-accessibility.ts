/**
 * What may be said of the ebook's accessibility: only what this very file proves (EPUB Accessibility
 * 1.1, 2.2; Schema.org Accessibility Properties for Discoverability Vocabulary). No conformance to WCAG is
 * claimed: that takes a person who looks.
 */
import type { ElementNode } from '../document/tree.js';
import type { Pictures, PictureSource } from './gather-pictures.js';
import type { AccessibilityClaims, Navigation } from './package-model.js';
import { isAdaptable } from './is-adaptable.js';
import { otherPhrases, type Phrases } from './phrases.js';
import type { PlacedDocument } from './place-documents.js';

/** What is looked at besides the documents. */
interface Looked {
  readonly pictures: Pictures;
  readonly navigation: Navigation;
  /** Whether there is a cover picture. */
  readonly cover: boolean;
  readonly css: string;
  /** Whether the publisher says that somebody judged it. */
  readonly judged: boolean;
}

/** Looks at the documents, the pictures, the style sheet and the navigation. */
export function describeAccessibility(
  placed: readonly PlacedDocument[],
  found: Looked,
  phrases: Phrases,
): AccessibilityClaims {
  const { pictures } = found;
  const seen = seenIn(placed);
  const hasPictures = pictures.shown.size > 0 || found.cover || seen.tags.has('svg');
  const summary = (words: Phrases): string => summaryOf(found, hasPictures, words);
  const other = otherPhrases(phrases);
  return {
    modes: hasPictures ? ['textual', 'visual'] : ['textual'],
    // A caption tells what a picture is about, not what it shows: then text alone does not suffice.
    sufficient: [...(pictures.authored ? ['textual'] : []), ...(hasPictures ? ['textual,visual'] : [])],
    features: featuresOf(seen, found, hasPictures),
    hazard: isStill(seen, found) ? 'none' : 'unknown',
    // One property for both languages: repeated, it is not known for a translation (EPUB Accessibility
    // Techniques 1.1, 3.1.5).
    summary: `${summary(phrases)} ${other.ownName}: ${summary(other)}`,
  };
}

/** What stands in the documents. */
interface Seen {
  readonly tags: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** Headings are there in the text, and none is more than a level below the one before it. */
  readonly structured: boolean;
  /** A description longer than an alternative text is pointed at. */
  readonly described: boolean;
  /** Chinese characters outside of ruby. */
  readonly plainHan: boolean;
}

function seenIn(placed: readonly PlacedDocument[]): Seen {
  const tags = new Set<string>();
  const roles = new Set<string>();
  const levels: number[][] = [];
  let described = false;
  let plainHan = false;
  let headed = false;
  for (const { document, elements } of placed) {
    const own: number[] = [];
    plainHan ||= hasPlainHan(document.body);
    for (const node of elements) {
      tags.add(node.tagName);
      for (const role of rolesOf(node)) roles.add(role);
      described ||= 'ariaDetails' in node.properties;
      const level = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (level !== undefined) own.push(Number(level));
      headed ||= level !== undefined && document.role === 'chapter' && isText(node);
    }
    levels.push(own);
  }
  const steady = levels.every((own) => own.every((level, at) => level <= (own[at - 1] ?? level) + 1));
  return { tags, roles, structured: steady && headed, described, plainHan };
}

/** Chinese characters that do not stand in ruby. */
function hasPlainHan(node: ElementNode): boolean {
  if (node.tagName === 'ruby') return false;
  return node.children.some((child) =>
    child.type === 'text' ? mayHaveHan.test(child.value) && han.test(child.value) : hasPlainHan(child),
  );
}

const han = /\p{Script=Han}/u;
/** What is quickly seen of a text without any. */
const mayHaveHan = /[\u2e80-\ufaff\ud800-\udbff]/;

/** Not what a template adds: the imprint has a heading where the text has none. */
function isText({ origin = 'content' }: ElementNode): boolean {
  return origin === 'content';
}

const noRoles: readonly string[] = [];

function rolesOf({ properties }: ElementNode): readonly string[] {
  const { role, 'epub:type': type } = properties;
  if (role === undefined && type === undefined) return noRoles;
  return [role, type].flatMap((value) => (value ? String(value).split(/[\s,]+/) : []));
}

/** Words of the vocabulary that the file bears out. */
function featuresOf(
  seen: Seen,
  { pictures, navigation, css }: Looked,
  hasPictures: boolean,
): readonly string[] {
  const is: Readonly<Record<string, boolean>> = {
    structuralNavigation: seen.structured,
    tableOfContents: true,
    readingOrder: keepsOrder(css),
    displayTransformability: isAdaptable(css),
    // The contents are marked by a role in every ebook of ours.
    ARIA: true,
    index: seen.roles.has('doc-index') || seen.roles.has('index'),
    pageBreakMarkers: navigation.pages.length > 0,
    pageNavigation: navigation.pages.length > 0,
    alternativeText: hasPictures && pictures.authored,
    longDescription: seen.described,
    MathML: seen.tags.has('math'),
    rubyAnnotations: seen.tags.has('ruby') && seen.plainHan,
    fullRubyAnnotations: seen.tags.has('ruby') && !seen.plainHan,
  };
  return Object.keys(is).filter((feature) => is[feature]);
}

/**
 * Whether the sheet shows the text in the order in which it stands (WCAG 1.3.2). What is put elsewhere may only
 * be ornament before or behind an element, or out of sight.
 */
function keepsOrder(css: string): boolean {
  if (/(?:row|column)-reverse|[;{\s]order\s*:|grid-(?:area|row|column)/.test(css)) return false;
  const moved = [...css.matchAll(/([^{}]*)\{([^{}]*position\s*:\s*(?:absolute|fixed)[^{}]*)\}/g)];
  return moved.every(
    ([, selectors = '', rules = '']) =>
      /\bclip(?:-path)?\s*:/.test(rules) ||
      selectors.split(',').every((selector) => /::?(?:before|after)\s*$/.test(selector)),
  );
}

/** Nothing moves, flashes or sounds: text and still pictures alone. */
function isStill({ tags }: Seen, { pictures, css }: Looked): boolean {
  const moving = [
    'audio',
    'video',
    'canvas',
    'marquee',
    'animate',
    'animateMotion',
    'animateTransform',
    'set',
  ];
  return (
    !moving.some((name) => tags.has(name)) &&
    !movingStyle.test(css) &&
    pictures.files.every(({ picture }) => isStillPicture(picture))
  );
}

/** Looks into what can move alone: the bytes may be read from a file each time that they are asked for. */
function isStillPicture(picture: PictureSource): boolean {
  if (picture.format === 'jpeg') return true;
  return picture.format === 'png' ? !holds(picture.bytes, 'acTL') : !moves(picture.bytes);
}

const movingStyle = /@keyframes|animation(?:-name)?\s*:|\bblink\b/;

/** A drawing that moves of itself (SVG 1.1, 19; CSS). */
function moves(bytes: Uint8Array): boolean {
  const drawing = new TextDecoder().decode(bytes);
  return /<(?:\w+:)?(?:animate\w*|set)\b/.test(drawing) || movingStyle.test(drawing);
}

/** Whether a PNG has a chunk before its picture; `acTL` says that it is animated (APNG). */
function holds(png: Uint8Array, name: string): boolean {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at + 12 <= png.length; at += 12 + view.getUint32(at)) {
    const chunk = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (chunk === name) return true;
    if (chunk === 'IDAT') return false;
  }
  return false;
}

/** What the other properties do not tell, and what is missing. */
function summaryOf({ pictures, navigation, judged }: Looked, hasPictures: boolean, words: Phrases): string {
  const aboutPictures = !hasPictures ? words.summaryNoPictures : summaryOfPictures(pictures, words);
  return [
    words.summaryText,
    ...(navigation.pages.length > 0 ? [words.summaryPages] : []),
    aboutPictures,
    ...(judged ? [] : [words.summaryUnjudged]),
  ].join(' ');
}

/** Whose words stand for the pictures. */
export function summaryOfPictures({ authored, undescribed }: Pictures, words: Phrases): string {
  if (authored) return words.summaryAlt;
  return undescribed ? words.summaryPlaceholder : words.summaryCaption;
}
