/**
 * One figure of the tree: picture, caption, credit and alternative text, the same for all readers.
 * A picture that could not be read leaves its caption standing (`figure.without-photo`).
 */
import { diagnostic, type Diagnostic, type Span } from '../diagnostic.js';
import { isPlaceholderAlt } from '../document/placeholder-alt.js';
import type { ImageAsset } from '../document/publication.js';
import { element, noProperties, type ElementNode, type Properties, type TreeNode } from '../document/tree.js';
import { sidecarName } from './photos.js';

export interface FigureParts {
  readonly image: ImageAsset | undefined;
  /** Alternative text by an author, if there is any. */
  readonly alt: string | undefined;
  /** The caption's nodes; empty when there is none. */
  readonly caption: readonly TreeNode[];
  /** The caption's words, which stand in for a missing alternative text. */
  readonly captionText: string;
  readonly span: Span;
  /** Classes and id that the author gave the figure. */
  readonly properties?: Properties;
}

/** Makes the figure and says what its alternative text lacks. */
export function figure(parts: FigureParts): {
  readonly node: ElementNode;
  readonly diagnostics: Diagnostic[];
} {
  const { image, caption, span } = parts;
  const captionNodes =
    caption.length > 0
      ? [element('figcaption', noProperties, caption, { span: caption[0]?.span ?? span })]
      : [];
  if (!image) {
    const own = parts.properties ?? noProperties;
    const properties = { ...own, className: ['without-photo', ...listOf(own['className'])] };
    return { node: element('figure', properties, captionNodes, { span }), diagnostics: [] };
  }
  const { properties, diagnostics } = imageProperties(image, parts.alt, parts.captionText, span);
  const img = element('img', properties, [], { span });
  const node = element('figure', parts.properties ?? noProperties, [img, ...captionNodes], { span });
  return { node, diagnostics };
}

/**
 * `src` and `alt` of a picture: the author's words, those that the photographer wrote into the file, or a
 * caption that stands in, marked by `dataAltFrom`, as are words that
 * describe nothing. A caption in the file stands in where the text has none.
 */
export function imageProperties(
  image: ImageAsset,
  alt: string | undefined,
  caption: string,
  span: Span,
): { readonly properties: Properties; readonly diagnostics: Diagnostic[] } {
  const given = [alt, image.photo?.alt].flatMap((words) => words || []);
  const written = given.find((words) => !isPlaceholderAlt(words, image.path));
  if (written !== undefined) return { properties: { src: image.id, alt: written }, diagnostics: [] };
  const values = { path: image.path, sidecar: sidecarName(image.path).replace(/^.*\//, '') };
  const [placeholder] = given;
  if (placeholder !== undefined) {
    const properties = { src: image.id, alt: placeholder, dataAltFrom: 'placeholder' };
    const said = diagnostic('IMG-ALT-WORDS', { ...values, alt: placeholder }, { span });
    return { properties, diagnostics: [said] };
  }
  const standIn = caption || image.photo?.caption;
  if (standIn) {
    const properties = { src: image.id, alt: standIn, dataAltFrom: 'caption' };
    return { properties, diagnostics: [diagnostic('IMG-ALT', values, { span })] };
  }
  // Only the accessible editions ask for it; print can do without.
  const editions = ['ebook', 'archive'] as const;
  const diagnostics = editions.map((edition) => diagnostic('IMG-ALT-NONE', values, { span, edition }));
  return { properties: { src: image.id, alt: '', dataAltFrom: 'none' }, diagnostics };
}

function listOf(value: Properties[string]): readonly string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
}
