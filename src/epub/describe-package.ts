/** Manifest and spine of the package document. */
import {
  navigationHref,
  ncxHref,
  type ContentFile,
  type ManifestItem,
  type PackageFile,
  type PackageModel,
} from './package-model.js';

const ncx = { id: 'ncx', href: ncxHref, mediaType: 'application/x-dtbncx+xml', properties: '' };

/**
 * Manifest and spine. The navigation document stands in the spine at `contentsAt` (an index into the
 * reading order). When the ebook shows no contents page (-1) it comes last and outside the linear
 * reading order: the landmark that leads to it must lead to something in the spine (RSC-011).
 */
export function listManifest(
  documents: readonly ContentFile[],
  others: readonly PackageFile[],
  { contentsAt, hasNcx }: { readonly contentsAt: number; readonly hasNcx: boolean },
): Pick<PackageModel, 'manifest' | 'spine' | 'coverId' | 'hasFonts' | 'hasNcx' | 'licences'> {
  const navigation = {
    id: 'nav',
    href: navigationHref,
    mediaType: 'application/xhtml+xml',
    properties: 'nav',
  };
  const chapters = documents.map((document, index): ManifestItem => {
    const { href, properties } = document;
    return { id: `doc-${index + 1}`, href, mediaType: 'application/xhtml+xml', properties };
  });
  const cover =
    documents[0]?.epubType === 'cover' ? others.find(({ href }) => href === 'images/cover.jpg') : undefined;
  const files = others.flatMap((file, index): readonly ManifestItem[] => {
    if (file.licenceOf) return [];
    const { href, mediaType } = file;
    return file === cover
      ? [{ id: 'cover-image', href, mediaType, properties: 'cover-image' }]
      : [{ id: `file-${index + 1}`, href, mediaType, properties: '' }];
  });
  const licences = others.flatMap(({ href, mediaType, licenceOf = [] }) =>
    files.filter((file) => licenceOf.includes(file.href)).map(({ id }) => ({ href, mediaType, id })),
  );
  const spine = chapters.map(({ id }) => ({ id, linear: true }));
  const shown = contentsAt >= 0;
  spine.splice(shown ? contentsAt : spine.length, 0, { id: navigation.id, linear: shown });
  return {
    manifest: [
      navigation,
      ...(hasNcx ? [ncx] : []),
      { id: 'css', href: 'style.css', mediaType: 'text/css', properties: '' },
      ...chapters,
      ...files,
    ],
    spine,
    coverId: cover ? 'cover-image' : undefined,
    hasNcx,
    hasFonts: files.some(({ mediaType }) => mediaType === 'font/ttf'),
    licences,
  };
}
