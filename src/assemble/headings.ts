/**
 * Heading levels without gaps, as ISO 14289-1, 7.4.2 and screen readers want them: a heading that
 * skips a level is taken one level below the last, its equals with it, and says so in a class
 * (`typed-h3`) so that a style sheet can keep its look.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import { classes, type ElementNode } from '../document/tree.js';
import { mapElements } from './map-tree.js';
import type { Draft } from './sections.js';

/** The sections with their heading levels put right. */
export function repairHeadings(drafts: readonly Draft[]): Staged<readonly Draft[]> {
  const diagnostics: Diagnostic[] = [];
  // Typed levels that are open, from the outside in: the level in force is the depth.
  const open: number[] = [];
  const change = (node: ElementNode): ElementNode => {
    const typed = levelOf(node);
    if (typed === undefined) return node;
    const before = open.length;
    while ((open.at(-1) ?? 0) >= typed) open.pop();
    open.push(typed);
    const level = open.length;
    if (level === typed) return node;
    // Its equals follow it silently; only the first of them is told.
    if (level > before) {
      diagnostics.push(diagnostic('ASSEMBLE-HEADING', { typed, before, level }, { span: node.span }));
    }
    const className = [...classes(node), `typed-h${typed}`];
    return { ...node, tagName: `h${level}`, properties: { ...node.properties, className } };
  };
  const value = drafts.map((draft) => ({ ...draft, body: mapElements(draft.body, change) }));
  return { value, diagnostics };
}

/** 1 to 6 of a heading; undefined for anything else. */
export function levelOf(node: ElementNode): number | undefined {
  const { tagName } = node;
  // Asked of every element, several times.
  if (tagName.length !== 2 || !tagName.startsWith('h')) return undefined;
  const level = tagName.charCodeAt(1) - 0x30;
  return level >= 1 && level <= 6 ? level : undefined;
}
