/**
 * What the templates of the package document, the navigation document and the chapters are filled
 * with. Types only, but for the file names that all of them share.
 */

import type { LentBytes } from '../document/lent-bytes.js';
import type { Origin } from '../document/tree.js';

/** A file of the package beside the documents: picture, font, licence. */
export interface PackageFile {
  /** From the folder of the package document. */
  readonly href: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The way to `bytes` that keeps none of them, where they are read from a file each time. */
  readonly lent?: LentBytes;
  /** The same deflated (RFC 1951), where that was done already. */
  readonly deflated?: Uint8Array;
  /** Manifest properties (EPUB 3.3, 5.6.2.1): `cover-image`. */
  readonly properties?: string;
  /** Of a licence: the files that it is for. It stands beside the publication, not in its manifest. */
  readonly licenceOf?: readonly string[];
}

/** A licence, and the manifest id of what it is for (EPUB 3.3, 5.5.7: a linked resource). */
export interface LicenceLink {
  readonly href: string;
  readonly mediaType: string;
  readonly id: string;
}

/** One content document, written. */
export interface ContentFile {
  /** `ten-bai.xhtml` */
  readonly href: string;
  readonly title: string;
  readonly language: string;
  /** What stands in `body`, as XHTML. */
  readonly markup: string;
  /** `cover`, `frontmatter` or `bodymatter`, for `body`. */
  readonly epubType: string;
  readonly className: string;
  /** Who wrote what stands in `body`, unless an element says otherwise. */
  readonly origin: Origin;
  /** Manifest properties: `svg`, `mathml`. */
  readonly properties: string;
  /** Of a page of fixed layout: its size in CSS pixels (EPUB 3.3, 8.2.2.6). */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** How fixed pages are shown (EPUB 3.3, 8.2.2). */
export interface Rendition {
  readonly layout: 'pre-paginated';
  readonly orientation: 'auto';
  readonly spread: 'none' | 'auto';
}

/** A document of the spine. */
export interface SpineItem {
  /** In the manifest. */
  readonly id: string;
  /** What is not is only reached by links. */
  readonly linear: boolean;
  /** `page-spread-left`: on which side of a spread a fixed page stands. */
  readonly properties?: string;
}

/** An entry of the table of contents. */
export interface NavPoint {
  readonly label: string;
  readonly href: string;
  readonly children: readonly NavPoint[];
}

/** An entry of the landmarks; `type` is a word of the EPUB vocabulary. */
export interface Landmark {
  readonly type: string;
  readonly label: string;
  readonly href: string;
}

/** An entry of the page list, or of the list of figures or tables. */
export interface PageTarget {
  readonly label: string;
  readonly href: string;
}

/** What the file itself proves about its accessibility (schema.org terms, EPUB Accessibility 1.1). */
export interface AccessibilityClaims {
  readonly modes: readonly string[];
  /** Each a set of modes that suffice together: `textual`, `textual,visual`. */
  readonly sufficient: readonly string[];
  readonly features: readonly string[];
  readonly hazard: 'none' | 'unknown';
  readonly summary: string;
}

/** One element of the metadata (EPUB 3.3, 5.5), cleaned of what XML cannot hold. `refines` is an id. */
export type MetadataItem =
  /** `dc:…` */
  | { readonly type: 'dc'; readonly name: string; readonly value: string; readonly id?: string }
  | {
      readonly type: 'meta';
      readonly property: string;
      readonly value: string;
      readonly id?: string;
      readonly refines?: string;
      /** Of the value: `marc:relators`. */
      readonly scheme?: string;
    }
  | {
      readonly type: 'link';
      readonly rel: string;
      readonly href: string;
      readonly id?: string;
      readonly refines?: string;
    };

/** What the package document says of the publication. */
export interface PackageMetadata {
  /** The unique one; the NCX repeats it. */
  readonly identifier: string;
  readonly title: string;
  readonly language: string;
  readonly creators: readonly string[];
  /** `YYYY-MM-DDThh:mm:ssZ` */
  readonly modified: string;
  /** Everything that is said, in order. */
  readonly items: readonly MetadataItem[];
}

/** The navigation: contents, landmarks, pages. */
export interface Navigation {
  readonly toc: readonly NavPoint[];
  /** Depth of `toc`, for the NCX. */
  readonly depth: number;
  readonly landmarks: readonly Landmark[];
  readonly pages: readonly PageTarget[];
  /** Pictures and tables with captions. */
  readonly figures: readonly PageTarget[];
  readonly tables: readonly PageTarget[];
}

/** An entry of the manifest. */
export interface ManifestItem {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  readonly properties: string;
}

/** Everything that the templates see, under the one key `m`. */
export interface PackageModel {
  readonly metadata: PackageMetadata;
  readonly navigation: Navigation;
  readonly manifest: readonly ManifestItem[];
  /** In reading order. */
  readonly spine: readonly SpineItem[];
  /** Of an ebook of fixed pages. */
  readonly rendition?: Rendition;
  /** Manifest id of the cover picture. */
  readonly coverId: string | undefined;
  readonly hasFonts: boolean;
  readonly licences: readonly LicenceLink[];
  /** Whether contents for readers of EPUB 2 go with it. */
  readonly hasNcx: boolean;
  /** Of the body of the navigation document. */
  readonly navigationClasses: string;
  readonly phrases: Readonly<Record<string, string>>;
}

/** The navigation document; the library that writes it gives the name. */
export const navigationHref = 'toc.xhtml';

/** The contents for readers of EPUB 2; the library gives the name. */
export const ncxHref = 'toc.ncx';

/** An ASCII file name that every reading system and file system takes (EPUB 3.3, 4.2.3 allows more). */
export function asciiName(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return plain || 'file';
}
