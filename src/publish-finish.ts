/**
 * The end of the pipeline: files that an error stops are not given out, nor ebooks that break what they claim;
 * the others are read back and proved,
 * where that was asked for, and what an archive is told about its edition is put beside it.
 */
import type { DiagnosticLog } from './diagnostic.js';
import type { Publication } from './document/publication.js';
import type { Artifact, PublishOptions } from './document/result.js';

/** The files that are given out. */
export async function finishArtifacts(
  artifacts: readonly Artifact[],
  publication: Publication,
  options: PublishOptions,
  log: DiagnosticLog,
): Promise<readonly Artifact[]> {
  let made = artifacts.filter(({ edition }) => !log.stops(edition));
  if (publication.metadata.accessibility) {
    // What is claimed is not known to be broken by the file that claims it.
    const { proveClaims } = await import('./publish-claims.js');
    for (const said of proveClaims(made)) log.add(said);
    made = made.filter(({ edition }) => !log.stops(edition));
  }
  if (options.verify) {
    // A file that is not the publication word by word is not given out.
    const { verifyArtifacts } = await import('./publish-verify.js');
    const verified = log.take(verifyArtifacts(made, publication));
    made = verified.filter(({ edition }) => !log.stops(edition));
  }
  if (options.sheet === undefined) return made;
  const { archivePapers } = await import('./publish-archive.js');
  const { metadata } = publication;
  const own = /^vi\b/i.test(metadata.language) ? 'vi' : 'en';
  const language = options.sheet === 'own' ? own : options.sheet;
  return [...made, ...archivePapers(made, metadata, { level: options.archive, language })];
}
