/**
 * The cascade (CSS Cascade 5 §6): of all declarations that match, the winning one per property; and,
 * for `revert`, the one that the user-agent sheet would have given.
 */
import type { Declaration } from './declarations.js';
import type { MatchedRule } from './match-rules.js';

type Winners = Map<string, Declaration>;

export interface Cascaded {
  readonly winners: ReadonlyMap<string, Declaration>;
  readonly userAgent: ReadonlyMap<string, Declaration>;
}

/** Everything that declares for one element, weakest first within each list. */
export interface CascadeInput {
  readonly rules: readonly MatchedRule[];
  /** From HTML attributes (`start`, `width`): weaker than any author rule. */
  readonly hints: readonly Declaration[];
  /** From the `style` attribute: stronger than any selector. */
  readonly inline: readonly Declaration[];
}

/** Normal declarations of user agent, hints, author, attribute; then important ones in reverse origin. */
export function cascade(input: CascadeInput): Cascaded {
  const byUserAgent = declarationsOf(input.rules, 'user-agent');
  const byAuthor = declarationsOf(input.rules, 'author');
  const winners: Winners = new Map();
  const userAgent: Winners = new Map();
  apply(byUserAgent, false, userAgent);
  apply(byUserAgent, true, userAgent);
  apply(byUserAgent, false, winners);
  apply(input.hints, false, winners);
  apply(byAuthor, false, winners);
  apply(input.inline, false, winners);
  apply(byAuthor, true, winners);
  apply(input.inline, true, winners);
  apply(byUserAgent, true, winners);
  return { winners, userAgent };
}

function declarationsOf(
  rules: readonly MatchedRule[],
  origin: MatchedRule['origin'],
): readonly Declaration[] {
  return rules.flatMap((rule) => (rule.origin === origin ? rule.declarations : []));
}

function apply(declarations: readonly Declaration[], important: boolean, winners: Winners): void {
  for (const declaration of declarations)
    if (declaration.important === important) winners.set(declaration.name, declaration);
}
