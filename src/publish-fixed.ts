/**
 * The part of the pipeline that makes an ebook of the printed pages, where it is wanted: what the print edition
 * showed is written once more as HTML, as `<slug>.fixed.epub`.
 */
import { derivedIdentifier } from './assemble/identifier.js';
import { diagnostic, type Staged } from './diagnostic.js';
import type { EbookOptions } from './document/ebook-options.js';
import { ebookArtifact } from './document/ebook-artifact.js';
import type { Artifact } from './document/result.js';
import { writeFixedEpub } from './epub/fixed/write-fixed-epub.js';
import type { Host } from './host.js';
import type { FixedSource } from './publish-keep.js';
import { drawPage } from './publish-pages.js';
import { pageToSvg } from './svg/page-to-svg.js';

/** What is said of the file, and its cover, if the reflowable ebook has one. */
export interface FixedMaking {
  readonly wanted: EbookOptions;
  /** The print edition is made in the same run. */
  readonly printing: boolean;
  readonly coverImage?: Uint8Array | undefined;
  readonly coverAlt?: string | undefined;
}

/** Makes the ebook; no file when an error withholds it. Without a cover the first page is the cover. */
export async function makeFixed(
  source: FixedSource | undefined,
  { wanted, printing, coverImage, coverAlt }: FixedMaking,
  host: Host,
): Promise<Staged<readonly Artifact[]>> {
  const [first] = source?.paged.pages ?? [];
  if (!source || !first) {
    const code = printing ? 'EPUB-FIXED-WITHHELD' : 'EPUB-FIXED-PRINT';
    const at = { edition: 'ebook', span: wanted.fixedLayoutAt } as const;
    return { value: [], diagnostics: [diagnostic(code, {}, at)] };
  }
  const { dressed, paged } = source;
  const { slug, metadata, modified, identifier } = dressed.publication;
  const title = metadata.title ?? slug;
  const { value: parts, diagnostics } = await writeFixedEpub(
    dressed,
    paged,
    {
      coverImage: coverImage ?? (await drawPage(first)),
      coverAlt: coverAlt ?? title,
      modified,
      identifier: derivedIdentifier(identifier, 'fixed'),
      wanted,
      draw: (page, items, names) => pageToSvg({ ...page, items }, { text: 'outline', ...names }),
    },
    host,
  );
  const name = `${slug}.fixed.epub`;
  return { value: parts ? [ebookArtifact(name, parts, paged.pages.length)] : [], diagnostics };
}
