/**
 * Publication + template → the tree that is laid out, and the documents of the ebook. Furniture is
 * rendered from Liquid and stands about the content with `origin: template`. Content nodes are put
 * in as they are, the same objects: never copied, moved among each other, or rewritten; only an
 * article into which furniture is set becomes a new shell about the same children, with its key.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type {
  DressedEbook,
  DressedPublication,
  EbookDocument,
  Publication,
} from '../document/publication.js';
import {
  element,
  hasClass,
  textOf,
  walk,
  type ElementNode,
  type RootNode,
  type Origin,
  type TreeNode,
} from '../document/tree.js';
import { chooseOptions, ebookOptionSheet, pageOptionSheet, type ChosenOptions } from './choose-options.js';
import { chooseSettings } from './choose-settings.js';
import { describePiece, pieceClasses, type Piece } from './describe-piece.js';
import { FurnitureRenderer, type FurnitureData } from './furniture.js';
import { pieceData, publicationData } from './furniture-data.js';
import { lineFormulas } from './line-formulas.js';
import type { Furniture, OptionValues, Template } from './template.js';

/** Dresses a publication for pages: one tree `root > html > body > furniture and articles`. */
export async function dress(
  publication: Publication,
  template: Template,
  edition: 'print' | 'archive',
  options: OptionValues = {},
): Promise<Staged<DressedPublication>> {
  const chosen = chooseOptions(publication, template, options);
  const wardrobe = new Wardrobe(publication, template, chosen.value, edition);
  const masthead = await wardrobe.once('masthead');
  const contents = await wardrobe.once('contents');
  const pieces: ElementNode[] = [];
  for (const piece of wardrobe.pieces) {
    const about = (slot: ArticleSlot): Promise<readonly TreeNode[]> => wardrobe.about(piece, slot);
    const children = [
      ...(await about('running-heads')),
      ...(await about('article-head')),
      withFacts(piece.section.body, await about('article-facts')),
      ...(await about('article-foot')),
    ];
    const { language } = piece.section;
    const own = language === publication.metadata.language ? {} : { lang: language };
    pieces.push(furnish('div', { className: [...wardrobe.classesOf(piece)], ...own }, children));
  }
  const imprint = await wardrobe.once('imprint');
  const classNames = [template.name, edition, ...optionClasses(chosen.value)];
  const formulas = lineFormulas(
    page(publication, classNames, [...masthead, ...contents, ...pieces, ...imprint]),
  );
  return {
    value: {
      publication,
      edition,
      tree: formulas.value,
      stylesheets: [...template.stylesheets.print, pageOptionSheet(publication, template, chosen.value)],
      assets: new Map(),
    },
    diagnostics: [
      ...editionProblem(template, edition),
      ...chosen.diagnostics,
      ...wardrobe.diagnostics,
      ...formulas.diagnostics,
    ],
  };
}

/**
 * Dresses a publication for reading systems: a colophon if the template has something to say, one
 * document an article, and the cover page to draw. Contents and the cover's document are made by `epub`.
 */
export async function dressEbook(
  publication: Publication,
  template: Template,
  options: OptionValues = {},
): Promise<Staged<DressedEbook>> {
  const chosen = chooseOptions(publication, template, options);
  const wardrobe = new Wardrobe(publication, template, chosen.value, 'ebook');
  const classNames = [template.name, 'ebook', ...optionClasses(chosen.value)];
  const body = (kinds: readonly string[], children: readonly TreeNode[]): ElementNode =>
    furnish('body', { className: [...classNames, ...kinds] }, children);
  const documents: EbookDocument[] = [];
  const { language } = publication.metadata;
  const colophon = await wardrobe.once('colophon');
  if (colophon.length > 0) {
    const title = wardrobe.label('colophon');
    documents.push({
      name: 'colophon',
      title,
      body: body(['colophon-page'], colophon),
      language,
      role: 'colophon',
    });
  }
  for (const piece of wardrobe.pieces) {
    const { section } = piece;
    const children = [
      ...(await wardrobe.about(piece, 'article-head')),
      withFacts(section.body, await wardrobe.about(piece, 'article-facts')),
      ...(await wardrobe.about(piece, 'article-foot')),
    ];
    const chapter = body(wardrobe.classesOf(piece), children);
    documents.push({
      name: section.id,
      title: section.title,
      body: chapter,
      language: section.language,
      role: 'chapter',
    });
  }
  const cover = await dressCover(publication, template, chosen.value, wardrobe);
  return {
    value: {
      publication,
      documents,
      stylesheets: [...template.stylesheets.ebook, ebookOptionSheet(publication, template, chosen.value)],
      assets: new Map(),
      ...(cover ? { cover } : {}),
    },
    diagnostics: [...editionProblem(template, 'ebook'), ...chosen.diagnostics, ...wardrobe.diagnostics],
  };
}

/** The cover: a tree of one page with its own style sheets; none if the template has no cover. */
async function dressCover(
  publication: Publication,
  template: Template,
  chosen: ChosenOptions,
  wardrobe: Wardrobe,
): Promise<DressedEbook['cover']> {
  const children = await wardrobe.cover();
  if (children.length === 0) return undefined;
  return {
    tree: page(publication, [template.name, 'cover', ...optionClasses(chosen)], children),
    stylesheets: [...template.stylesheets.cover, pageOptionSheet(publication, template, chosen)],
    alt: `${wardrobe.label('cover')}: ${wordsOf(children)}`,
  };
}

/** Everything that a cover says, a sentence a paragraph: a picture of text is told by its words (WCAG 2.2, 1.1.1). */
function wordsOf(children: readonly TreeNode[]): string {
  const said: string[] = [];
  for (const child of children)
    walk(child, (node) => {
      if (node.type !== 'element' || node.tagName !== 'p') return;
      const words = textOf(node).replace(/\s+/g, ' ').trim();
      if (words !== '') said.push(/[.!?…]$/.test(words) ? words : `${words}.`);
      return false;
    });
  return said.join(' ').replace(/\.$/, '');
}

/** A boolean option that is on is a class of `body`. */
function optionClasses(chosen: ChosenOptions): readonly string[] {
  return Object.keys(chosen.values).filter((name) => chosen.values[name] === true);
}

/** Slots about an article; an edition has those that its template fills. */
type ArticleSlot = 'running-heads' | 'article-head' | 'article-facts' | 'article-foot';
type OnceSlot = 'masthead' | 'contents' | 'imprint' | 'colophon';

const nothing: Promise<readonly TreeNode[]> = Promise.resolve([]);

/** The furniture of one template for one edition of one publication, rendered on demand. */
class Wardrobe {
  readonly diagnostics: Diagnostic[] = [];
  readonly pieces: readonly Piece[];
  readonly #renderer: FurnitureRenderer;
  readonly #slots: ReadonlyMap<string, Furniture>;
  readonly #data: FurnitureData;
  readonly #labels: Readonly<Record<string, string>>;
  readonly #cover: Furniture | undefined;
  readonly #settings: readonly (readonly string[])[];

  constructor(
    publication: Publication,
    template: Template,
    chosen: ChosenOptions,
    edition: 'print' | 'archive' | 'ebook',
  ) {
    this.#renderer = new FurnitureRenderer(template, publication.metadata.language);
    this.#slots = edition === 'ebook' ? template.ebook : template.pages;
    this.#data = publicationData(publication, template, chosen, edition);
    this.#labels = this.#data['labels'] as Readonly<Record<string, string>>;
    this.#cover = template.cover;
    const settings = chooseSettings(publication.sections, template);
    this.#settings = settings.value;
    this.diagnostics.push(...settings.diagnostics);
    const count = publication.sections.length;
    this.pieces = publication.sections.map((section, index) =>
      describePiece(section, { number: index + 1, count }, publication.assets),
    );
  }

  /**
   * Furniture that stands once in the publication. Contents are made, but no ornament: they are read
   * out and followed, so that their entries are tagged and links.
   */
  once(slot: OnceSlot): Promise<readonly TreeNode[]> {
    return this.#render(this.#slots.get(slot), this.#data, slot === 'contents' ? 'generated' : 'template');
  }

  /** Furniture that belongs to one article. */
  about(piece: Piece, slot: ArticleSlot): Promise<readonly TreeNode[]> {
    const furniture = this.#slots.get(slot);
    return furniture ? this.#render(furniture, pieceData(this.#data, piece)) : nothing;
  }

  /** The classes of an article's wrapper: what it is, and how its editor wants it. */
  classesOf(piece: Piece): readonly string[] {
    return [...pieceClasses(piece), ...(this.#settings[piece.number - 1] ?? [])];
  }

  cover(): Promise<readonly TreeNode[]> {
    return this.#render(this.#cover, this.#data);
  }

  /** A word of the template in the publication's language; its own name where the template has none. */
  label(name: string): string {
    return this.#labels[name] ?? name;
  }

  /** A slot that fails does so the same way for every article: it is reported once. */
  async #render(
    furniture: Furniture | undefined,
    data: FurnitureData,
    origin: Origin = 'template',
  ): Promise<readonly TreeNode[]> {
    if (!furniture) return [];
    const rendered = await this.#renderer.render(furniture, data, origin);
    for (const problem of rendered.diagnostics) {
      const said = JSON.stringify(problem);
      if (!this.diagnostics.some((known) => JSON.stringify(known) === said)) this.diagnostics.push(problem);
    }
    return rendered.value;
  }
}

/** The article with furniture right after its title and subtitle (at its start, if it has none). */
function withFacts(article: ElementNode, facts: readonly TreeNode[]): ElementNode {
  if (facts.length === 0) return article;
  const children = [...article.children];
  const title = children.findIndex((child) => child.type === 'element' && child.tagName === 'h1');
  const next = children[title + 1];
  const subtitled = title >= 0 && next?.type === 'element' && hasClass(next, 'subtitle');
  children.splice(title + (subtitled ? 2 : 1), 0, ...facts);
  return { ...article, children };
}

function page(
  publication: Publication,
  classNames: readonly string[],
  children: readonly TreeNode[],
): RootNode {
  const body = furnish('body', { className: [...classNames] }, children);
  const html = furnish('html', { lang: publication.metadata.language }, [body]);
  return { type: 'root', children: [html], origin: 'template' };
}

function furnish(
  tagName: string,
  properties: ElementNode['properties'],
  children: readonly TreeNode[],
): ElementNode {
  return element(tagName, properties, children, { origin: 'template' });
}

function editionProblem(template: Template, edition: 'print' | 'archive' | 'ebook'): readonly Diagnostic[] {
  if (template.editions.includes(edition)) return [];
  const values = { template: template.name, edition, editions: template.editions.join(', ') };
  return [diagnostic('TEMPLATE-EDITION', values, { edition })];
}
