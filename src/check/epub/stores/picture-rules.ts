/** Rules of stores on pictures and the cover: kinds, sizes in pixels and bytes, where the cover stands. */
import { all, resolvePath } from '../open-epub.js';
import { xmlText } from '../../../document/read-xml.js';
import type { Finding, StoreRule } from './stores.js';
import type { StorePicture, StoreView } from './store-view.js';

export const pictureRules: readonly StoreRule[] = [
  {
    stores: ['kobo', 'google'],
    check: (view) => first(view, 'STORE-PICTURE-KIND', ({ kind }) => modern(kind)),
  },
  {
    stores: ['google'],
    check: (view) => first(view, 'STORE-PICTURE-ANIMATED', ({ animated }) => animated === true),
  },
  {
    stores: ['google'],
    check: (view) =>
      first(view, 'STORE-PICTURE-SIZE', (one) => one.item !== view.cover && longest(one) > mostPixels),
  },
  { stores: ['kobo'], check: (view) => first(view, 'STORE-PICTURE-BYTES', ({ bytes }) => bytes > mostBytes) },
  { stores: ['kobo'], check: (view) => first(view, 'STORE-PICTURE-CMYK', ({ cmyk }) => cmyk === true) },
  { stores: ['google', 'kobo'], check: checkCover },
  { stores: ['google'], check: checkCoverSize },
  { stores: ['kobo'], check: checkCoverBytes },
  { stores: ['kobo'], check: checkCoverMeta },
  { stores: ['kobo'], check: checkCoverPage },
];

/** Google Play Books: the longer side of a picture. */
const mostPixels = 3200;
/** Kobo: a picture in the text, 5 MB; the cover, 3 MB. */
const mostBytes = 5_000_000;
const mostCoverBytes = 3_000_000;
/** Google Play Books: the longer side of the cover. */
const coverPixels = { least: 640, most: 7200 };

function modern(kind: StorePicture['kind']): boolean {
  return kind === 'webp' || kind === 'avif';
}

function longest({ width = 0, height = 0 }: StorePicture): number {
  return Math.max(width, height);
}

function first(
  { book, pictures }: StoreView,
  code: Finding['code'],
  broken: (picture: StorePicture) => boolean,
): Finding | undefined {
  const all = pictures.filter(broken);
  const [picture] = all;
  if (!picture) return undefined;
  const { item, width = 0, height = 0, bytes } = picture;
  const size = (bytes / 1e6).toFixed(1);
  const values = { path: item.path, count: all.length, width, height, size, limit: mostPixels };
  return { code, values, span: { file: book.name } };
}

function inPackage({ book }: StoreView, code: Finding['code'], values: Finding['values'] = {}): Finding {
  return { code, values, span: { file: `${book.name}/${book.packagePath}` } };
}

function checkCover(view: StoreView): Finding | undefined {
  return view.cover || view.facts.version < 3 ? undefined : inPackage(view, 'STORE-COVER');
}

function coverOf({ cover, pictures }: StoreView): StorePicture | undefined {
  return pictures.find(({ item }) => item === cover);
}

function checkCoverSize(view: StoreView): Finding | undefined {
  const cover = coverOf(view);
  const side = cover ? longest(cover) : 0;
  const { least, most } = coverPixels;
  if (!cover || side === 0 || (side >= least && side <= most)) return undefined;
  const { width = 0, height = 0 } = cover;
  return inPackage(view, 'STORE-COVER-SIZE', { path: cover.item.path, width, height, least, most });
}

function checkCoverBytes(view: StoreView): Finding | undefined {
  const cover = coverOf(view);
  if (!cover || cover.bytes <= mostCoverBytes) return undefined;
  return inPackage(view, 'STORE-COVER-BYTES', {
    path: cover.item.path,
    size: (cover.bytes / 1e6).toFixed(1),
  });
}

/** Kobo looks for the cover as EPUB 2 named it. */
function checkCoverMeta(view: StoreView): Finding | undefined {
  const { cover, facts } = view;
  const named = all(facts.root, 'meta').find(({ attributes }) => attributes.get('name') === 'cover');
  if (!cover || named?.attributes.get('content') === cover.id) return undefined;
  return inPackage(view, 'STORE-COVER-META', { id: cover.id });
}

/** The page of the cover holds nothing but an `img`. */
function checkCoverPage({ book, cover, documents }: StoreView): Finding | undefined {
  for (const { document } of cover ? documents : []) {
    const shown = [...all(document.root, 'img'), ...all(document.root, 'image')].find(({ attributes }) => {
      const href = attributes.get('src') ?? attributes.get('xlink:href') ?? attributes.get('href') ?? '';
      return resolvePath(document.path, href) === cover?.path;
    });
    if (!shown) continue;
    const body = all(document.root, 'body')[0];
    const alone = body === undefined || xmlText(body).trim() === '';
    if (shown.name === 'img' && alone) return undefined;
    const span = { file: `${book.name}/${document.path}`, line: shown.line, column: shown.column };
    return { code: 'STORE-COVER-PAGE', span };
  }
  return undefined;
}
