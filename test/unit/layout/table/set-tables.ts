/**
 * Lays tables out by the engine alone, on pages without margins: `setTables('body { … }', 100, table)`
 * gives one line a page, the texts as `text@x,top` from the page's corner.
 */
import { runText } from '../../../support/set-text.js';
import type { TreeNode } from '../../../../src/document/tree.js';
import { blockSpace } from '../../../../src/layout/flow/block-space.js';
import { FlowEngine } from '../../../../src/layout/flow/engine.js';
import { fillBest } from '../../../../src/layout/flow/fill.js';
import type { BoxFragment, LineFragment, Placed } from '../../../../src/layout/flow/fragment.js';
import type { BreakToken } from '../../../../src/layout/flow/space.js';
import { usedBox } from '../../../../src/layout/used-values.js';
import { boxesOf } from '../boxes/show-boxes.js';

const sheet = `
body, p, table, td, th, caption { margin: 0; padding: 0; orphans: 1; widows: 1 }
table { border-spacing: 0 }
`;

/** What stands on the pages; `height` and `width` are a page's, pt. */
export interface SetPages {
  /** `text@x,top` of each line, page by page. */
  readonly texts: readonly (readonly string[])[];
  readonly roots: readonly BoxFragment[];
  readonly stops: readonly (string | undefined)[];
}

/** Sets `body` with this content on pages of 100 × `height` pt, at most 2000 of them. */
export async function setTables(
  css: string,
  height: number,
  ...content: readonly TreeNode[]
): Promise<SetPages> {
  const { body, scene } = await boxesOf(`${sheet}${css}`, ...content);
  const engine = new FlowEngine(scene, { pageHeight: height, breakWideWords: false, continuous: false });
  const used = usedBox(body.style, 100);
  const roots: BoxFragment[] = [];
  const stops: (string | undefined)[] = [];
  let token: BreakToken | undefined;
  do {
    const { result } = fillBest(false, (search) => {
      const space = blockSpace({
        used,
        width: 100,
        fragmentainer: Number.isFinite(height)
          ? { kind: 'page', paged: true, size: height, search, heldNotes: undefined }
          : undefined,
        room: height,
        initialBlock: { x: 0, y: 0, width: 100, height },
      });
      const outcome = engine.layOut(body, space, token);
      if (outcome.refused) throw new Error('refused on an empty page');
      return outcome.stop?.type === 'full' ? { outcome, fullWith: outcome.appeal } : { outcome };
    });
    const { outcome } = result;
    roots.push(outcome.fragment);
    stops.push(outcome.stop?.type);
    ({ token } = outcome);
  } while (token && roots.length < 2000);
  return { texts: roots.map((root) => textsIn([{ x: 0, y: 0, fragment: root }])), roots, stops };
}

/** Lines as `text@x,top`, in the order of the fragments; repeated ones with a `*`. */
export function textsIn(placed: readonly Placed[], x = 0, y = 0, sign = ''): readonly string[] {
  return placed.flatMap(({ x: dx, y: dy, fragment }): readonly string[] => {
    if (fragment.type === 'line')
      return [`${sign}${wordsOf(fragment)}@${round(x + dx + fragment.line.x)},${round(y + dy)}`];
    if (fragment.type !== 'box') return [];
    return textsIn(fragment.children, x + dx, y + dy, fragment.paint?.repeated ? '*' : sign);
  });
}

function wordsOf({ line }: LineFragment): string {
  return line.runs.map(runText).join('').trim();
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Fragments of boxes under these, outermost first, with their places from the page's corner. */
export function boxesIn(
  placed: readonly Placed[],
  x = 0,
  y = 0,
): readonly (Placed & { readonly fragment: BoxFragment })[] {
  return placed.flatMap((one) => {
    const { fragment } = one;
    if (fragment.type !== 'box') return [];
    const at = { x: round(x + one.x), y: round(y + one.y), fragment };
    return [at, ...boxesIn(fragment.children, x + one.x, y + one.y)];
  });
}
