/**
 * How the entries for violations of standards are made: each is an error, and each message says first
 * which clauses of which standards are broken.
 */
import type { MessageLanguage, Severity } from '../diagnostic.js';

type Messages = Readonly<Record<MessageLanguage, string>>;

/** The entries of a table of messages. */
export function conformanceEntries<Code extends string>(
  table: Readonly<Record<Code, Messages>>,
): Readonly<Record<Code, Messages & { readonly severity: Severity }>> {
  const entries = Object.entries<Messages>(table).map(([code, { en, vi }]) => [
    code,
    { severity: 'error', en: `{clauses}: ${en}`, vi: `{clauses}: ${vi}` },
  ]);
  // `fromEntries` forgets the names.
  return Object.fromEntries(entries) as Record<Code, Messages & { readonly severity: Severity }>;
}
