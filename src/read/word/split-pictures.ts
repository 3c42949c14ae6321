/**
 * Pictures out of the paragraphs that they hang on: a line of nothing but pictures is a paragraph of its
 * own, and so is a picture in front of or behind a paragraph's words, where Word anchors those that float.
 */
import { numberMark, numberOf } from './number-paragraphs.js';
import {
  hasPicture,
  isEmpty,
  isPictureOnly,
  type WordBlock,
  type WordInline,
  type WordParagraph,
} from './word-document.js';

/** Blocks with pictures and words parted; empty paragraphs are gone. */
export function splitPictures(blocks: readonly WordBlock[]): readonly WordBlock[] {
  let number = 1;
  return blocks.flatMap((block): readonly WordBlock[] => {
    if (block.type === 'table') return [block];
    if (block.type === 'image') return [{ ...bare, children: [numberMark(number), block] }];
    number = numberOf(block);
    if (isEmpty(block)) return [];
    return hasPicture(block) && !isPictureOnly(block) && !block.numbering ? partsOf(block) : [block];
  });
}

const bare = {
  type: 'paragraph',
  children: [],
  styleId: null,
  styleName: null,
  numbering: null,
  alignment: null,
} as const;

function partsOf(paragraph: WordParagraph): readonly WordParagraph[] {
  const parts: { pictures: boolean; children: WordInline[] }[] = [];
  for (const line of linesOf(flat(paragraph.children))) {
    for (const children of withoutPicturesAtEnds(line)) {
      const pictures = children.length > 0 && isPictureOnly({ ...bare, children });
      const last = parts.at(-1);
      if (last?.pictures === pictures) {
        if (!pictures) last.children.push({ type: 'break', breakType: 'line' });
        last.children.push(...children);
      } else parts.push({ pictures, children: [...children] });
    }
  }
  const mark = numberMark(numberOf(paragraph));
  return parts
    .map(({ pictures, children }) => ({
      ...(pictures ? { ...bare, alignment: paragraph.alignment } : paragraph),
      children: [mark, ...children],
    }))
    .filter((part) => !isEmpty(part));
}

/** Runs cut so that each break and each picture stands by itself; the number's mark is left out. */
function flat(nodes: readonly WordInline[]): readonly WordInline[] {
  return nodes.flatMap((node): readonly WordInline[] => {
    if (node.type === 'bookmarkStart' && node.name.startsWith('¶')) return [];
    if (node.type !== 'run') return [node];
    return flat(node.children).map((child) =>
      child.type === 'image' || child.type === 'break' ? child : { ...node, children: [child] },
    );
  });
}

function linesOf(nodes: readonly WordInline[]): readonly (readonly WordInline[])[] {
  const lines: WordInline[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

/** The pictures in front, the words with what stands among them, the pictures behind. */
function withoutPicturesAtEnds(line: readonly WordInline[]): readonly (readonly WordInline[])[] {
  const isWord = (node: WordInline): boolean => !isEmpty({ ...bare, children: [node] }) && !isPicture(node);
  const first = line.findIndex(isWord);
  if (first < 0) return [line];
  const behind = line.findLastIndex(isWord) + 1;
  // Places that links lead to stay with the words.
  const from = line.slice(0, first).some(isPicture) ? first : 0;
  const to = line.slice(behind).some(isPicture) ? behind : line.length;
  return [line.slice(0, from), line.slice(from, to), line.slice(to)].filter((part) => part.length > 0);
}

function isPicture(node: WordInline): boolean {
  return isPictureOnly({ ...bare, children: [node] });
}
