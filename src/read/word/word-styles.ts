/**
 * The styles of a document (`word/styles.xml`; ECMA-376, part 1, 17.7) as far as they say what a paragraph
 * is: its name and those it is based on, its level in the outline, its font, bold and italic.
 */
import { readXml, type XmlElement } from '../../document/read-xml.js';
import { roleOfName, type WordRole } from './style-names.js';

/** What a style and those it is based on give to the runs of its paragraphs. */
export interface RunLook {
  readonly font?: string | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
}

interface Style extends RunLook {
  readonly name: string;
  readonly basedOn: string | undefined;
  /** From 1. */
  readonly outline: number | undefined;
  readonly alignment: string | undefined;
}

/** Styles based on each other: no real chain is longer. */
const longestChain = 20;

export class WordStyles {
  readonly #styles = new Map<string, Style>();
  #standard: string | undefined;
  #defaults: RunLook = {};

  /** `source` is the text of the part; without one there are no styles. */
  constructor(source: string | undefined) {
    const read = source === undefined ? undefined : readXml(source);
    if (!read?.ok) return;
    const defaults = childOf(read.root, 'docDefaults');
    this.#defaults = lookOf(childOf(defaults && childOf(defaults, 'rPrDefault'), 'rPr'));
    for (const node of elements(read.root)) {
      const id = valueOf(node, 'styleId');
      if (node.name !== 'style' || id === undefined) continue;
      this.#styles.set(id, styleOf(node));
      if (valueOf(node, 'type') === 'paragraph' && /^(?:1|true|on)$/.test(valueOf(node, 'default') ?? ''))
        this.#standard = id;
    }
  }

  /** What a paragraph of this style is; undefined for plain text. */
  roleOf(styleId: string | null, styleName: string | null): WordRole | undefined {
    const own = styleName === null ? undefined : roleOfName(styleName);
    if (own) return own;
    for (const style of this.#chain(styleId)) {
      const role = roleOfName(style.name);
      if (role) return role;
      if (style.outline !== undefined && style.outline <= 6) return `heading-${style.outline}` as WordRole;
    }
    return undefined;
  }

  /** The look of the runs of a paragraph (or of a character style) of this style. */
  lookOf(styleId: string | null): RunLook {
    const chain = this.#chain(styleId);
    const first = <T>(pick: (look: RunLook) => T | undefined): T | undefined =>
      chain.map(pick).find((value) => value !== undefined);
    return { font: first((s) => s.font), bold: first((s) => s.bold), italic: first((s) => s.italic) };
  }

  /** The font of a paragraph whose runs name none. */
  fontOf(styleId: string | null): string | undefined {
    return this.lookOf(styleId ?? this.#standard ?? null).font ?? this.#defaults.font;
  }

  alignmentOf(styleId: string | null): string | undefined {
    return this.#chain(styleId).find((style) => style.alignment !== undefined)?.alignment;
  }

  #chain(styleId: string | null): readonly Style[] {
    const chain: Style[] = [];
    for (let id = styleId ?? undefined; id !== undefined && chain.length < longestChain;) {
      const style = this.#styles.get(id);
      if (!style) break;
      chain.push(style);
      id = style.basedOn;
    }
    return chain;
  }
}

function styleOf(node: XmlElement): Style {
  const paragraph = childOf(node, 'pPr');
  const outline = Number(valOf(paragraph, 'outlineLvl') ?? Number.NaN) + 1;
  return {
    name: valOf(node, 'name') ?? '',
    basedOn: valOf(node, 'basedOn'),
    outline: Number.isInteger(outline) ? outline : undefined,
    alignment: valOf(paragraph, 'jc'),
    ...lookOf(childOf(node, 'rPr')),
  };
}

function lookOf(properties: XmlElement | undefined): RunLook {
  const fonts = childOf(properties, 'rFonts');
  return {
    font: fonts && (valueOf(fonts, 'ascii') ?? valueOf(fonts, 'hAnsi')),
    bold: switched(properties, 'b'),
    italic: switched(properties, 'i'),
  };
}

function switched(properties: XmlElement | undefined, name: string): boolean | undefined {
  const node = childOf(properties, name);
  return node && !/^(?:0|false|off)$/.test(valueOf(node, 'val') ?? '');
}

function elements(node: XmlElement): readonly XmlElement[] {
  return node.children.filter((child) => child.type === 'element');
}

function childOf(node: XmlElement | undefined, name: string): XmlElement | undefined {
  return node && elements(node).find((child) => child.name === name);
}

function valOf(node: XmlElement | undefined, name: string): string | undefined {
  const child = childOf(node, name);
  return child && valueOf(child, 'val');
}

/** An attribute by its local name: all of them are of one namespace. */
function valueOf(node: XmlElement, local: string): string | undefined {
  for (const [name, value] of node.attributes) if (name.replace(/^.*:/, '') === local) return value;
  return undefined;
}
