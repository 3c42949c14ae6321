/**
 * Rules on pictures (WCAG 1.1.1): each has an alternative text, which is no placeholder, no file name and
 * not the caption once more; drawings have a name.
 */
import type { Diagnostic } from '../../../diagnostic.js';
import { isPlaceholderAlt } from '../../../document/placeholder-alt.js';
import { elementsOf, xmlText, type XmlElement } from '../../../document/read-xml.js';
import {
  collapsed,
  epubTypes,
  isPresentation,
  labelOf,
  named,
  rolesOf,
  said,
  svg,
  xhtml,
  type DocumentRule,
  type DocumentView,
} from './document-view.js';

export const checkPictures: DocumentRule = (view) => [
  ...named(view, xhtml, 'img', 'area').flatMap((image) => checkAlt(view, image)),
  ...named(view, svg, 'svg').flatMap((drawing) => checkDrawing(view, drawing)),
];

function checkAlt(view: DocumentView, image: XmlElement): readonly Diagnostic[] {
  const src = image.attributes.get('src') ?? image.attributes.get('href') ?? '';
  const alt = image.attributes.get('alt');
  if (image.name === 'area' && !image.attributes.has('href')) return [];
  if (alt === undefined) {
    const named = isPresentation(image) || labelOf(view, image) !== '';
    return named ? [] : [said(view, 'CHECK-EPUB-ALT', image, { src })];
  }
  const caption = captionOf(view, image);
  // An empty text says that the picture is decoration; nobody writes a caption for that, and a cover is none.
  if (alt.trim() === '') {
    const meant = caption !== '' || isCover(image);
    return meant && !isPresentation(image) && labelOf(view, image) === ''
      ? [said(view, 'CHECK-EPUB-ALT-EMPTY', image, { src })]
      : [];
  }
  if (isPlaceholderAlt(alt, src)) {
    return [said(view, 'CHECK-EPUB-ALT-PLACEHOLDER', image, { alt, src })];
  }
  const again = caption !== '' && plain(alt) === plain(caption);
  return again ? [said(view, 'CHECK-EPUB-ALT-CAPTION', image, { src })] : [];
}

function isCover(image: XmlElement): boolean {
  return rolesOf(image).includes('doc-cover') || epubTypes(image).includes('cover');
}

/** The caption of the figure around a picture, where it is the only one in it. */
function captionOf({ parents }: DocumentView, image: XmlElement): string {
  let figure = parents.get(image);
  while (figure && figure.name !== 'figure') figure = parents.get(figure);
  if (!figure) return '';
  const inside = [...elementsOf(figure)];
  if (inside.filter(({ name }) => name === 'img').length !== 1) return '';
  const caption = inside.find(({ name }) => name === 'figcaption');
  return caption ? collapsed(xmlText(caption)) : '';
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A drawing among text; what has words of its own is read out as it stands (SVG-AAM 1.0). */
function checkDrawing(view: DocumentView, drawing: XmlElement): readonly Diagnostic[] {
  if (view.parents.get(drawing)?.namespace === svg || isPresentation(drawing)) return [];
  if (labelOf(view, drawing) !== '') return [];
  const inside = [...elementsOf(drawing)];
  const words = inside.some(
    (element) =>
      (element.namespace === xhtml || ['title', 'desc', 'text'].includes(element.name)) &&
      collapsed(xmlText(element)) !== '',
  );
  const labelled = inside.some((element) => labelOf(view, element) !== '');
  return words || labelled ? [] : [said(view, 'CHECK-EPUB-SVG', drawing)];
}
