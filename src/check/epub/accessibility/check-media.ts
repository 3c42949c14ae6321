/**
 * Rules on what is more than text and pictures: sound and film that the reader can stop and read
 * (WCAG 1.2.2, 1.4.2, 2.1.1), frames with a name (4.1.2), formulas with words (1.1.1).
 */
import { elementsOf, type XmlElement } from '../../../document/read-xml.js';
import { labelOf, mathml, named, said, xhtml, type DocumentRule } from './document-view.js';

export const checkMedia: DocumentRule = (view) => [
  ...named(view, xhtml, 'audio', 'video')
    .filter(({ attributes }) => !attributes.has('controls'))
    .map((media) => said(view, 'CHECK-EPUB-CONTROLS', media, { element: media.name })),
  ...named(view, xhtml, 'video')
    .filter((video) => !video.attributes.has('muted') && !hasCaptions(video))
    .map((video) => said(view, 'CHECK-EPUB-CAPTIONS', video)),
  ...named(view, xhtml, 'iframe')
    .filter((frame) => labelOf(view, frame) === '')
    .map((frame) => said(view, 'CHECK-EPUB-FRAME', frame)),
  ...named(view, mathml, 'math')
    .filter((formula) => (formula.attributes.get('alttext') ?? '').trim() === '' && !isAnnotated(formula))
    .map((formula) => said(view, 'CHECK-EPUB-MATH', formula)),
];

function hasCaptions(video: XmlElement): boolean {
  return [...elementsOf(video)].some(
    ({ name, attributes }) =>
      name === 'track' && ['captions', 'subtitles', undefined].includes(attributes.get('kind')),
  );
}

function isAnnotated(formula: XmlElement): boolean {
  return [...elementsOf(formula)].some(({ name }) => name === 'annotation-xml' || name === 'annotation');
}
