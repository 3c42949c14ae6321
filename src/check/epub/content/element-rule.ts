/** What a table says of an element: where it may stand, what it may hold, its attributes and its roles. Types only. */
import type { XmlElement } from '../../../document/read-xml.js';
import type { ValueType } from './values.js';

/** The rule of one element. */
export interface ElementRule {
  /** Classes that it belongs to; what is `phrasing` is `flow` too. */
  readonly in?: readonly ElementClass[];
  /** Its content model, in the notation of `grammar.ts`. */
  readonly holds: string;
  /** Other content models, by an attribute that it then has. */
  readonly holdsWith?: Readonly<Record<string, string>>;
  /** Attributes of its own beside the global ones. */
  readonly takes?: Readonly<Record<string, ValueType>>;
  /** Attributes that it cannot do without; `a | b` is either. */
  readonly needs?: readonly string[];
  /** Roles that `role` may give it; without them the attribute may not be there. */
  readonly roles?: 'any' | readonly string[];
  /** The role that it has of itself, as far as states belong to it. */
  readonly native?: string;
  /** Global attributes that it does without: microdata and RDFa, or all of HTML. */
  readonly lacks?: 'semantics' | 'html';
  /** Whether `epub:type` may stand on it; yes without. */
  readonly typed?: boolean;
  /** Attributes of no namespace beside the ones named may have any value. */
  readonly open?: boolean;
  /** Attributes that it does without though others have them. */
  readonly refuses?: readonly string[];
}

/** A rule that depends on the element: the name of the one that holds. */
export interface RuleChoice {
  readonly in?: readonly ElementClass[];
  choose(element: XmlElement): string;
}

export type ElementClass = 'metadata' | 'flow' | 'phrasing' | 'support' | 'math' | 'contentMath';

/** Rules by name: of the element, or `name@where` for an element that has several. */
export type RuleTable = Readonly<Record<string, ElementRule | RuleChoice>>;
