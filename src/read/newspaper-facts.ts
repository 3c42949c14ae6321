/**
 * Recognised blocks → what they say about the article: title, section, dateline, names, dates. And what
 * the date of the page and the years of the text have against each other.
 */
import { diagnostic, type Diagnostic } from '../diagnostic.js';
import type { Metadata } from '../document/publication.js';
import { bylineOf, sourceOf, type Named } from './byline.js';
import type { Recognised } from './recognise.js';
import { spanOf } from './source-text.js';
import { titleText } from './title.js';

/** What the blocks say about the article. */
export function metadataOf(blocks: readonly Recognised[]): Metadata {
  const textOfFirst = (type: Recognised['type']): string | undefined =>
    blocks.find((block) => block.type === type)?.measure.block.text;
  const title = textOfFirst('title');
  const kicker = textOfFirst('kicker');
  const section = sectionName(textOfFirst('section'));
  const dateline = blocks.find((block) => block.type === 'lead')?.measure.dateline?.name;
  const dates = blocks.filter((block) => block.type === 'date');
  // A bare date above the title is the site's clock when the page was saved; one with a time of day,
  // or below the title, was printed by the content system when the article appeared.
  const isClock = (block: Recognised): boolean =>
    block.phase === 'head' && block.measure.date?.timed === false;
  const accessDate = dates.find(isClock)?.measure.date?.date;
  const date = dates.find((block) => !isClock(block))?.measure.date?.date;
  return {
    ...(title === undefined ? {} : { title: titleText(title) }),
    ...(kicker === undefined ? {} : { kicker }),
    ...(section === undefined ? {} : { section }),
    ...(dateline === undefined ? {} : { dateline }),
    ...namesIn(blocks),
    ...(date === undefined ? {} : { date }),
    ...(accessDate === undefined ? {} : { accessDate }),
    language: 'vi',
    extra: {},
  };
}

/** `Chuyên mục: THỜI SỰ | Lượt xem : 10,565` → `THỜI SỰ`; `KINH TẾ .` → `KINH TẾ`. */
function sectionName(typed: string | undefined): string | undefined {
  return typed?.replace(/^chuyên mục\s*:\s*|\s*[|»>].*$|\s*\.$/giu, '');
}

function namesIn(blocks: readonly Recognised[]): Pick<Metadata, 'authors' | 'sources'> {
  const names = blocks.flatMap((block) => {
    if (block.type === 'byline') return bylineOf(block.measure.block.text)?.names ?? [];
    return block.type === 'source' ? (sourceOf(block.measure.block.text) ?? []) : [];
  });
  const texts = (type: Named['type']): readonly string[] => [
    ...new Set(names.filter((name) => name.type === type).map((name) => name.text)),
  ];
  return { authors: texts('author'), sources: texts('source') };
}

/** A page saved in another year than the article speaks of: “this afternoon (13/1)” must not be dated by it. */
export function yearConflict(blocks: readonly Recognised[], file: string): readonly Diagnostic[] {
  const dated = blocks.find((block) => block.type === 'date');
  const pageYear = Number(dated?.measure.date?.date.slice(0, 4));
  const spoken = blocks
    .filter((block) => block.type === 'title' || block.type === 'lead')
    .flatMap((block) => [...block.measure.block.text.matchAll(/(?<![\d./-])(?:19|20)\d{2}(?![\d.,]\d|\d)/g)])
    .map((match) => Number(match[0]));
  const textYear = Math.max(...spoken);
  if (!dated || spoken.length === 0 || !(textYear < pageYear)) return [];
  return [diagnostic('READ-YEAR', { pageYear, textYear }, { span: placeOf(dated, file) })];
}

/** Where a block begins. */
export function placeOf(block: Recognised, file: string): ReturnType<typeof spanOf> {
  const piece = block.measure.block.parts[0]?.piece;
  return piece ? spanOf(file, piece) : { file, line: block.measure.block.line };
}
