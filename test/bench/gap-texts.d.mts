/** Types of `gap-texts.mjs`. */
export interface GapText {
  readonly name: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
}
export const gapTexts: readonly GapText[];
