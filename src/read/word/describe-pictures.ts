/**
 * What the pictures of a document show, by their authors. mammoth takes the alternative text of most, but
 * not of those that Word and LibreOffice write in two forms (`mc:AlternateContent`) or in the old one
 * (`v:shape`): for these `word/document.xml` is read here.
 */
import { attributeOf, elementsOf, readXml, type XmlElement } from '../../document/read-xml.js';
import { numberOf } from './number-paragraphs.js';
import type { WordBlock, WordDocument, WordImage, WordInline } from './word-document.js';

/** The document, each picture of the text with its alternative text and the number of its paragraph. */
export function describePictures(document: WordDocument, source: string | undefined): WordDocument {
  const texts = source?.includes('imagedata') ? altTexts(source) : [];
  const counted = new Describer([]);
  counted.blocks(document.children);
  // Where mammoth found others, which text is whose cannot be told.
  const describer = new Describer(counted.count === texts.length ? texts : []);
  return { ...document, children: describer.blocks(document.children) };
}

/** Goes through the pictures in their order. */
class Describer {
  count = 0;
  #line = 1;

  constructor(private readonly texts: readonly (string | undefined)[]) {}

  blocks(blocks: readonly WordBlock[]): readonly WordBlock[] {
    return blocks.map((block): WordBlock => {
      if (block.type === 'image') return this.#picture(block);
      if (block.type === 'paragraph') {
        this.#line = numberOf(block);
        return { ...block, children: this.#inlines(block.children) };
      }
      const rows = block.children.map((row) => ({
        ...row,
        children: row.children.map((cell) => ({ ...cell, children: this.blocks(cell.children) })),
      }));
      return { ...block, children: rows };
    });
  }

  #inlines(nodes: readonly WordInline[]): readonly WordInline[] {
    return nodes.map((node): WordInline => {
      if (node.type === 'image') return this.#picture(node);
      if (node.type !== 'run' && node.type !== 'hyperlink') return node;
      return { ...node, children: this.#inlines(node.children) };
    });
  }

  #picture(image: WordImage): WordImage {
    const text = this.texts[this.count++];
    const altText = image.altText ?? text;
    return { ...image, line: this.#line, ...(altText === undefined ? {} : { altText }) };
  }
}

/** The texts of the pictures in the order in which mammoth gives them. */
function altTexts(source: string): readonly (string | undefined)[] {
  const read = readXml(source);
  if (!read.ok) return [];
  const { line, behind } = picturesIn(read.root, undefined);
  return [...line, ...behind];
}

interface Found {
  readonly line: readonly (string | undefined)[];
  /** `w:pict`: mammoth puts these behind their paragraph. */
  readonly behind: readonly (string | undefined)[];
}

/** `alt` is what the element around says of the picture. */
function picturesIn(node: XmlElement, alt: string | undefined): Found {
  switch (node.name) {
    case 'del':
    case 'moveFrom':
      return { line: [], behind: [] };
    case 'inline':
    case 'anchor': {
      const own = describedBy(node);
      return { line: [...elementsOf(node)].filter(isBlip).map(() => own), behind: [] };
    }
    case 'imagedata':
      return { line: [alt ?? named(node, 'title')], behind: [] };
    case 'AlternateContent': {
      const fallback = childrenOf(node).find(({ name }) => name === 'Fallback');
      return fallback ? insideOf(fallback, describedBy(node)) : { line: [], behind: [] };
    }
    case 'shape':
      return insideOf(node, alt ?? named(node, 'alt'));
    case 'p': {
      const { line, behind } = insideOf(node, alt);
      return { line: [...line, ...behind], behind: [] };
    }
    case 'pict': {
      const { line, behind } = insideOf(node, alt);
      return { line: [], behind: [...behind, ...line] };
    }
    default:
      return insideOf(node, alt);
  }
}

function insideOf(node: XmlElement, alt: string | undefined): Found {
  const parts = childrenOf(node).map((child) => picturesIn(child, alt));
  return { line: parts.flatMap(({ line }) => line), behind: parts.flatMap(({ behind }) => behind) };
}

function childrenOf(node: XmlElement): readonly XmlElement[] {
  return node.children.filter((child) => child.type === 'element');
}

/** A picture that is in the file or that the file names. */
function isBlip(node: XmlElement): boolean {
  const relations = [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ];
  return (
    node.name === 'blip' &&
    relations.some((space) => attributeOf(node, space, 'embed') ?? attributeOf(node, space, 'link'))
  );
}

/** ECMA-376, part 1, 20.4.2.5: what a drawing shows. */
function describedBy(node: XmlElement): string | undefined {
  for (const { name, attributes } of elementsOf(node)) {
    const words = name === 'docPr' ? (attributes.get('descr') ?? attributes.get('title'))?.trim() : undefined;
    if (words) return words;
  }
  return undefined;
}

function named(node: XmlElement, local: string): string | undefined {
  for (const [name, value] of node.attributes)
    if (name.replace(/^.*:/, '') === local && value.trim() !== '') return value.trim();
  return undefined;
}
