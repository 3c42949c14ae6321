/** Rules on the metadata streams and the XMP packets in them. */
import type { Diagnostic } from '../../../../diagnostic.js';
import type { PdfContents } from '../../read-pdf.js';
import type { Rule } from '../rule.js';
import type { Standard } from '../standards.js';
import { metadataFacts, type Metadata } from './facts.js';

/** The packets that a part looks at: PDF/A-1 only at that of the document. */
export function packetsOf(contents: PdfContents, { part }: Standard): readonly Metadata[] {
  const { main, others } = metadataFacts(contents);
  return [...(main ? [main] : []), ...(part === 'A1' ? [] : others)];
}

/** A rule for each packet. */
function eachPacket(
  wrong: (metadata: Metadata) => readonly Diagnostic['values'][],
): (contents: PdfContents, standard: Standard) => readonly Diagnostic['values'][] {
  return (contents, standard) =>
    packetsOf(contents, standard).flatMap((one) =>
      wrong(one).map((values) => ({ object: one.place, ...values })),
    );
}

export const packetRules: readonly Rule[] = [
  {
    code: 'PDFA-METADATA',
    clauses: { A1: '6.7.2', A2: '6.6.2.1', A3: '6.6.2.1', A4: '6.7.2.1', UA1: '7.1', UA2: '8.11.1' },
    find: (contents) => (metadataFacts(contents).main ? [] : [{}]),
  },
  {
    code: 'PDFA-METADATA-FILTER',
    clauses: { A1: '6.7.2' },
    find: eachPacket(({ stream }) => {
      const filter = stream.dict.raw('Filter');
      return filter === null || (Array.isArray(filter) && filter.length === 0) ? [] : [{}];
    }),
  },
  {
    code: 'PDFA-XMP-HEADER',
    clauses: { A1: '6.7.5', A2: '6.6.2.1', A3: '6.6.2.1', A4: '6.7.2.1' },
    find: eachPacket(({ packet }) =>
      ['bytes', 'encoding']
        .filter((attribute) => packet?.header.has(attribute))
        .map((attribute) => ({ attribute })),
    ),
  },
  {
    code: 'PDFA-XMP-SYNTAX',
    clauses: { A1: '6.7.9', A2: '6.6.2.1', A3: '6.6.2.1', A4: '6.7.2.1' },
    find: eachPacket(({ broken }) => (broken === undefined ? [] : [{ where: broken || '–' }])),
  },
  {
    code: 'PDFA-XMP-UTF8',
    clauses: { A2: '6.6.2.1', A3: '6.6.2.1', A4: '6.7.2.1' },
    find: eachPacket(({ packet }) =>
      !packet || packet.encoding === 'UTF-8' ? [] : [{ encoding: packet.encoding }],
    ),
  },
];
