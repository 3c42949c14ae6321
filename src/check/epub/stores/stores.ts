/** The stores that a book is held to, and what a rule of theirs says. Types, and the names. */
import type { Diagnostic, DiagnosticCode, Span } from '../../../diagnostic.js';
import type { StoreView } from './store-view.js';

/** Their names as users see them. */
export const stores = {
  apple: 'Apple Books',
  kobo: 'Kobo',
  google: 'Google Play',
  kindle: 'Kindle',
} as const;

export type StoreName = keyof typeof stores;

export const storeNames = Object.keys(stores) as readonly StoreName[];

/** What a rule found: once for a book, at its first place. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly values?: Diagnostic['values'];
  readonly span: Span;
}

/** A rule, and the stores that ask for it. */
export interface StoreRule {
  readonly stores: readonly StoreName[];
  readonly check: (view: StoreView) => Finding | undefined;
}
