/**
 * The part of the pipeline that tells an archive what it is given, on request: beside the archive edition
 * its record as XML and a conformity sheet to print, from the bytes as they are read back.
 */
import { conformitySheet } from './archive/conformity-sheet.js';
import { recordXml } from './archive/record-xml.js';
import { checkPdf } from './check/pdf/check-pdf.js';
import { fontsOfPdf } from './check/pdf/list-fonts.js';
import type { MessageLanguage } from './diagnostic.js';
import { defaultLevel, type ArchiveLevel } from './document/archive-level.js';
import { archiveRecord } from './document/archive-record.js';
import type { Metadata } from './document/publication.js';
import type { Artifact } from './document/result.js';

/** The files beside each archive edition; the sheet in this language. */
export function archivePapers(
  artifacts: readonly Artifact[],
  metadata: Metadata,
  { level = defaultLevel, language }: { level?: ArchiveLevel | undefined; language: MessageLanguage },
): readonly Artifact[] {
  return artifacts.flatMap((artifact) => {
    const { edition, name, bytes, pages = 0, words } = artifact;
    if (edition !== 'archive') return [];
    const record = archiveRecord(metadata, pages);
    const { value, diagnostics } = checkPdf(bytes, name);
    const { version } = value;
    const found = { version, pages: value.pages, fonts: fontsOfPdf(bytes), diagnostics };
    const sheet = conformitySheet({ name, bytes, level, record, found, words }, language);
    const stem = name.replace(/\.pdf$/, '');
    return [
      { edition, beside: 'record', name: `${stem}.xml`, bytes: recordXml(record) },
      { edition, beside: 'sheet', name: `${stem}.html`, bytes: sheet },
    ] as const;
  });
}
