/**
 * A page → the nodes of its article. A document without page furniture is all article. Otherwise Readability
 * (Mozilla's reader view) looks for it in a copy of the page in which every element has a number; what it
 * kept is taken from the page itself, so that places stay known and nothing is rewritten.
 */
import { serialize } from 'parse5';
import { attributeOf, isHidden } from './attributes.js';
import { isPhrasing, leftOutElements } from './elements.js';
import { htmlText, isElement, isText, type HtmlElement, type HtmlNode } from './parse.js';

export interface FoundArticle {
  readonly nodes: readonly HtmlNode[];
  /** It was found in a page; what somebody wrote is all article. */
  readonly page: boolean;
  /** What Readability read in the head and around the text. */
  readonly title?: string;
  readonly byline?: string;
  /** Words of the page that are not in the article: how many, the first of them, and where they begin. */
  readonly leftOut: { readonly words: number; readonly text: string; readonly at: number };
}

const nothingLeftOut = { words: 0, text: '', at: 0 };
/** Elements that only pages have. */
const furniture = /^(?:nav|aside|form|header|footer|iframe|button|select)$/;
/** How pages without those elements name such parts, in a class or an id. */
const furnitureName =
  /(?:^|[-_ ])(?:header|footer|(?:top|main)?menu|nav(?:bar|igation)?|breadcrumbs?|side-?bar|comments?|related|banner)(?:$|[-_ ])/i;
/** The number of an element in the copy. */
const mark = 'data-anpham-element';
/** UTF-16 units of what a message shows. */
const shownLength = 200;
/** UTF-16 units: less than that on a page is no article, and the page is taken whole. */
const shortestArticle = 200;
/** Elements that Readability goes through: a page with more is no article. */
const mostElements = 50_000;

/** Finds the article of a page; nothing in an empty one. */
export async function findArticle(page: HtmlElement | undefined, source: string): Promise<FoundArticle> {
  const body = page?.childNodes.find((node): node is HtmlElement => node.nodeName === 'body');
  if (!page || !body) return { nodes: [], page: false, leftOut: nothingLeftOut };
  const whole = { nodes: body.childNodes, page: false, leftOut: nothingLeftOut };
  if (source.trim() === '' || !hasFurniture(body)) return whole;
  const elements = numbered(page);
  const read = elements.length > mostElements ? undefined : await readability(page, elements);
  if (!read || read.kept.size === 0) return whole;
  const kept = withTitleOf(read.kept, body, read.title);
  const nodes = taken(body.childNodes, kept);
  const { title, byline } = read;
  return {
    nodes: withoutClasses(nodes),
    page: true,
    ...(title ? { title } : {}),
    ...(byline ? { byline } : {}),
    leftOut: leftOutOf(body.childNodes, kept),
  };
}

function hasFurniture(node: HtmlElement): boolean {
  return node.childNodes.some((child) => isElement(child) && (isFurniture(child) || hasFurniture(child)));
}

function isFurniture(node: HtmlElement): boolean {
  if (furniture.test(node.tagName)) return true;
  const box = node.tagName === 'div' || node.tagName === 'table' || node.tagName === 'ul';
  return box && ['id', 'class'].some((name) => furnitureName.test(attributeOf(node, name) ?? ''));
}

function numbered(top: HtmlElement): readonly HtmlElement[] {
  const below = top.childNodes.filter(isElement).flatMap(numbered);
  return [top, ...below];
}

interface Read {
  readonly kept: ReadonlySet<HtmlElement>;
  readonly title: string;
  readonly byline: string;
}

async function readability(page: HtmlElement, elements: readonly HtmlElement[]): Promise<Read | undefined> {
  const [{ Readability }, { parseHTML }] = await Promise.all([
    import('@mozilla/readability'),
    import('linkedom'),
  ]);
  elements.forEach((node, at) => node.attrs.push({ name: mark, value: String(at) }));
  const copy = `<!DOCTYPE html><html>${serialize(page)}</html>`;
  for (const node of elements) node.attrs.pop();
  const { document } = parseHTML(copy);
  const kept = new Set<HtmlElement>();
  try {
    const read = new Readability<Element>(document, {
      keepClasses: true,
      // It asks for the node itself, which it calls a Node.
      serializer: (node) => node as Element,
    }).parse();
    if (!read?.content || tidy(read.textContent).length < shortestArticle) return undefined;
    for (const node of read.content.querySelectorAll(`[${mark}]`)) {
      const own = elements[Number(node.getAttribute(mark))];
      if (own) kept.add(own);
    }
    return { kept, title: tidy(read.title), byline: tidy(read.byline) };
  } catch {
    // A page that it cannot read is taken whole.
    return undefined;
  }
}

function tidy(words: string | null | undefined): string {
  return (words ?? '').replace(/\s+/g, ' ').trim();
}

/** Readability takes the heading off that says the title: it belongs to the article. */
function withTitleOf(
  kept: ReadonlySet<HtmlElement>,
  body: HtmlElement,
  title: string,
): ReadonlySet<HtmlElement> {
  const heading = numbered(body).find(
    (node) => node.tagName === 'h1' && tidy(htmlText(node)) !== '' && isTitle(tidy(htmlText(node)), title),
  );
  if (!heading) return kept;
  return new Set([...kept, ...numbered(heading)]);
}

/** The title of the head often has the name of the site behind it. */
function isTitle(heading: string, title: string): boolean {
  const [a, b] = [heading, title].map((words) => words.normalize('NFC').toLowerCase());
  return a !== undefined && b !== undefined && (a === b || b.startsWith(a) || a.startsWith(b));
}

/** The nodes that are kept, in their order; what holds them gives up its tag where it is not kept itself. */
function taken(nodes: readonly HtmlNode[], kept: ReadonlySet<HtmlElement>): HtmlElement['childNodes'] {
  return nodes.flatMap((node): HtmlElement['childNodes'] => {
    if (!isElement(node)) return [];
    if (kept.has(node)) return [{ ...node, childNodes: inside(node.childNodes, kept) }];
    const childNodes = taken(node.childNodes, kept);
    // A box that says what its words are may have been given up for the one element in it.
    const named = childNodes.length > 0 && roleOf(attributeOf(node, 'class') ?? '') !== undefined;
    return named ? [{ ...node, childNodes }] : childNodes;
  });
}

function inside(nodes: readonly HtmlNode[], kept: ReadonlySet<HtmlElement>): HtmlElement['childNodes'] {
  return nodes.flatMap((node): HtmlElement['childNodes'] => {
    if (!isElement(node)) return [node];
    // What is left out may hold what is kept.
    if (!kept.has(node)) return taken(node.childNodes, kept);
    return [{ ...node, childNodes: inside(node.childNodes, kept) }];
  });
}

const roles: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['lead', /(?:^|[-_ ])(?:sapo|lead|chapeau|standfirst|summary)(?:$|[-_ ])/i],
  ['byline', /(?:^|[-_ ])(?:byline|author|tac-gia|tacgia)(?:$|[-_ ])/i],
  ['source', /(?:^|[-_ ])(?:nguon|source)(?:$|[-_ ])/i],
];

/** The classes of a site mean nothing here, but for those that name the parts of an article. */
function withoutClasses(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    const typed = attributeOf(node, 'class') ?? '';
    const role =
      node.tagName === 'p' || node.tagName === 'h2' || node.tagName === 'div' ? roleOf(typed) : undefined;
    const attrs = node.attrs.filter(({ name }) => name !== 'class');
    if (role !== undefined) attrs.push({ name: 'class', value: role });
    const line = role !== undefined && (node.tagName === 'h2' || isLine(node));
    const tagName = line ? 'p' : node.tagName;
    const childNodes = [...withoutClasses(node.childNodes)];
    return { ...node, tagName, nodeName: tagName, attrs, childNodes } as HtmlElement;
  });
}

/** A box of words in a line is a paragraph. */
function isLine(node: HtmlElement): boolean {
  return (
    node.tagName === 'div' && node.childNodes.every((child) => !isElement(child) || isPhrasing(child.tagName))
  );
}

function roleOf(typed: string): string | undefined {
  return roles.find(([, pattern]) => pattern.test(typed))?.[0];
}

/** The words that are not in the article, scripts and what is hidden left aside. */
function leftOutOf(nodes: readonly HtmlNode[], kept: ReadonlySet<HtmlElement>): FoundArticle['leftOut'] {
  const texts: string[] = [];
  let at: number | undefined;
  const look = (node: HtmlNode): void => {
    if (isText(node)) {
      const words = tidy(node.value);
      if (words === '') return;
      at ??= node.sourceCodeLocation?.startOffset ?? 0;
      texts.push(words);
    } else if (isElement(node) && !kept.has(node)) {
      if (leftOutElements.has(node.tagName) || isHidden(node)) return;
      node.childNodes.forEach(look);
    } else if (isElement(node)) {
      // Inside of what is kept only elements can be missing.
      node.childNodes.filter(isElement).forEach(look);
    }
  };
  nodes.forEach(look);
  const all = texts.join(' · ');
  return {
    words: texts.reduce((count, words) => count + words.split(' ').length, 0),
    text: all.length <= shownLength ? all : `${all.slice(0, shownLength)}…`,
    at: at ?? 0,
  };
}
