/**
 * The cascade (CSS Cascade 5 §6): of all declarations that match, the winning one per property; and,
 * for `revert`, the one that the user-agent sheet would have given.
 */
import type { Declaration } from './declarations.js';
import type { MatchedRule } from './match-rules.js';
import { isLonghand, type LonghandName } from './properties.js';

export type Winners = ReadonlyMap<string, Declaration>;

export interface Cascaded {
  /** Of longhands and page descriptors. */
  readonly winners: Winners;
  /** The names of the longhands among them, in one order for all. */
  readonly names: readonly LonghandName[];
  /** Of custom properties. */
  readonly custom: Winners;
  /** What there would be without author rules; made when asked, which is seldom. */
  userAgent(): Winners;
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
  const own = [...byUserAgent, ...input.hints, ...byAuthor, ...input.inline];
  const important = own.some((declaration) => declaration.important)
    ? [...byAuthor, ...input.inline, ...byUserAgent].filter((declaration) => declaration.important)
    : [];
  const winners = new Map<string, Declaration>();
  const custom = new Map<string, Declaration>();
  for (const declaration of own)
    if (!declaration.important)
      (declaration.name.startsWith('--') ? custom : winners).set(declaration.name, declaration);
  for (const declaration of important)
    (declaration.name.startsWith('--') ? custom : winners).set(declaration.name, declaration);
  let userAgent: Winners | undefined;
  const names = [...winners.keys()].filter(isLonghand).sort();
  return {
    winners,
    names,
    custom,
    userAgent: () => (userAgent ??= new Map(byUserAgent.map((d) => [d.name, d]))),
  };
}

function declarationsOf(
  rules: readonly MatchedRule[],
  origin: MatchedRule['origin'],
): readonly Declaration[] {
  return rules.flatMap((rule) => (rule.origin === origin ? rule.declarations : []));
}
