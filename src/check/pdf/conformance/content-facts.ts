/**
 * What the rules have to know of content, gathered in one walk per file. Each area has a collector, a
 * visitor that keeps what its rules ask for; they stand in this one table.
 */
import type { PdfContents } from '../read-pdf.js';
import type { ContentVisitor } from './content-streams.js';
import { walkContent } from './content-walk.js';
import { FontFacts } from './fonts/facts.js';
import { GraphicsFacts } from './graphics/facts.js';
import { TagFacts } from './structure/tag-facts.js';

/** One collector for each area, new for each file. */
function collectors(contents: PdfContents) {
  return {
    graphics: new GraphicsFacts(contents.file),
    fonts: new FontFacts(contents),
    tags: new TagFacts(contents),
  };
}

type ContentFacts = ReturnType<typeof collectors>;

const known = new WeakMap<PdfContents, ContentFacts>();

/** The facts of a file; read when first asked for. */
export function contentFacts(contents: PdfContents): ContentFacts {
  const found = known.get(contents) ?? collectors(contents);
  if (!known.has(contents)) {
    known.set(contents, found);
    const pages = contents.pages.map(({ page }) => page);
    const visitors: readonly ContentVisitor[] = Object.values(found);
    walkContent(contents.file, pages, visitors);
  }
  return found;
}
