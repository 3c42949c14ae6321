/** What the tables of diagnostic codes say of each. A message never ends in a full stop; a hint is a sentence. */
import type { MessageLanguage, Severity } from './diagnostic.js';

export interface CodeEntry extends Readonly<Record<MessageLanguage, string>> {
  readonly severity: Severity;
  /** The standard's clause or the law the code rests on. */
  readonly clause?: string;
  readonly hint?: Readonly<Record<MessageLanguage, string>>;
}
