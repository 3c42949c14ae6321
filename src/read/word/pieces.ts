/** The blocks of a document on their way to HTML, each with what it is. Types, and how they are made. */
import type { WordRole } from './style-names.js';
import { isPictureOnly, type WordBlock, type WordParagraph, type WordTable } from './word-document.js';
import type { WordStyles } from './word-styles.js';

/**
 * What a paragraph becomes: one of the roles of styles, or a part of a figure. A picture with its caption
 * is `picture` and `figcaption`; where the caption stands above, `figcaption-first` and `picture-more`.
 */
export type PieceRole =
  WordRole | 'p' | 'picture' | 'picture-more' | 'figcaption' | 'figcaption-first' | 'cell';

export type Piece =
  | { readonly role: 'table'; readonly block: WordTable }
  | { readonly role: PieceRole; readonly block: WordParagraph };

export type ParagraphPiece = Extract<Piece, { readonly block: WordParagraph }>;

/** Blocks (no pictures by themselves among them) with the roles of their styles. */
export function piecesOf(blocks: readonly WordBlock[], styles: WordStyles): readonly Piece[] {
  return blocks.flatMap((block): readonly Piece[] => {
    if (block.type === 'table') return [{ role: 'table', block }];
    if (block.type === 'image') return [];
    if (isPictureOnly(block)) return [{ role: 'picture', block }];
    const role = styles.roleOf(block.styleId, block.styleName) ?? 'p';
    const alignment = block.alignment ?? styles.alignmentOf(block.styleId) ?? null;
    return [{ role, block: { ...block, alignment } }];
  });
}

/** From 1; undefined for what is no heading. */
export function levelOf({ role }: Piece): number | undefined {
  return role.startsWith('heading-') ? Number(role.slice('heading-'.length)) : undefined;
}

export function headingRole(level: number): PieceRole {
  return `heading-${Math.max(1, Math.min(6, level))}` as PieceRole;
}
