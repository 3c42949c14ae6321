/**
 * Generated content: the values of `content`, `string-set`, `bookmark-label`, `quotes` and the
 * counter properties (CSS Content 3, CSS Lists 3, CSS GCPM 3), as lists of parts that layout fills.
 */
import type { Content, ContentPart, CounterChange } from '../document/style.js';
import { integer } from './lengths.js';
import { commaList, keywords, many, oneOf, type Parser, type ValueReader } from './value-reader.js';

const placeKeywords = ['first', 'start', 'last', 'first-except'] as const;
const textKeywords = ['text', 'before', 'after', 'first-letter'] as const;
const quoteParts: Readonly<Record<string, ContentPart>> = {
  'open-quote': { type: 'quote', open: true, shown: true },
  'close-quote': { type: 'quote', open: false, shown: true },
  'no-open-quote': { type: 'quote', open: true, shown: false },
  'no-close-quote': { type: 'quote', open: false, shown: false },
};
const leaders: Readonly<Record<string, string>> = { dotted: '. ', solid: '_', space: ' ' };

/** One part of a `content` list. */
export const contentPart: Parser<ContentPart> = (reader) => {
  const next = reader.take();
  if (next?.type === 'string') return { type: 'string', value: next.value };
  if (next?.type === 'url') return { type: 'image', url: next.value };
  if (next?.type === 'ident') return quoteParts[next.name.toLowerCase()];
  if (next?.type !== 'function') return undefined;
  reader.at -= 1;
  const args = reader.function(next.name);
  const part = args && functionPart(next.name, args);
  return args?.done ? part : undefined;
};

function functionPart(name: string, args: ValueReader): ContentPart | undefined {
  switch (name) {
    case 'attr': {
      const attribute = args.ident();
      // A type or unit may follow the name; the value is a string all the same.
      if (!args.done) args.ident();
      return attribute === undefined ? undefined : { type: 'attr', name: attribute.toLowerCase() };
    }
    case 'counter': {
      const counter = args.ident();
      const style = counterStyle(args);
      return counter === undefined || style === undefined
        ? undefined
        : { type: 'counter', name: counter, style };
    }
    case 'counters': {
      const counter = args.ident();
      const separator = args.operator(',') ? args.string() : undefined;
      const style = counterStyle(args);
      if (counter === undefined || separator === undefined || style === undefined) return undefined;
      return { type: 'counters', name: counter, separator, style };
    }
    case 'string':
    case 'element': {
      const named = args.ident();
      const keyword = args.operator(',') ? args.keyword(placeKeywords) : 'first';
      if (named === undefined || keyword === undefined) return undefined;
      return { type: name === 'string' ? 'string-ref' : 'element-ref', name: named, keyword };
    }
    case 'leader': {
      const value = args.string() ?? leaders[args.ident()?.toLowerCase() ?? ''];
      return value ? { type: 'leader', value } : undefined;
    }
    case 'content': {
      const what = args.done ? 'text' : args.keyword(textKeywords);
      return what === undefined ? undefined : { type: 'content', what };
    }
    default:
      return targetPart(name, args);
  }
}

/** `target-counter()` and `target-text()`: references into the same publication. */
function targetPart(name: string, args: ValueReader): ContentPart | undefined {
  if (name !== 'target-counter' && name !== 'target-text') return undefined;
  const url = urlPart(args);
  if (url === undefined) return undefined;
  if (name === 'target-text') {
    const what = args.operator(',')
      ? args.keyword(['content', 'before', 'after', 'first-letter'])
      : 'content';
    return what === undefined ? undefined : { type: 'target-text', url, what };
  }
  const counter = args.operator(',') ? args.ident() : undefined;
  const style = counterStyle(args);
  if (counter === undefined || style === undefined) return undefined;
  return { type: 'target-counter', url, name: counter, style };
}

function urlPart(args: ValueReader): ContentPart | undefined {
  const next = args.peek();
  if (next?.type === 'url') {
    args.at += 1;
    return { type: 'string', value: next.value };
  }
  if (next?.type === 'string') {
    args.at += 1;
    return { type: 'string', value: next.value };
  }
  const inner = args.function('attr');
  return inner && functionPart('attr', inner);
}

/** The name of a counter style; neither a string nor `none`, which only `list-style-type` takes (css-counter-styles-3, 3.1). */
function counterStyle(args: ValueReader): string | undefined {
  if (!args.operator(',')) return 'decimal';
  const name = args.ident();
  return name?.toLowerCase() === 'none' ? undefined : name;
}

/** Parts, and after a slash what a voice says instead: understood, and of no use on paper. */
const contentList: Parser<readonly ContentPart[]> = (reader, context) => {
  const parts: ContentPart[] = [];
  while (!reader.done && !reader.operator('/')) {
    const part = contentPart(reader, context);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  if (!reader.done && many(contentPart)(reader, context) === undefined) return undefined;
  return parts.length > 0 ? parts : undefined;
};

/** `content` and `bookmark-label`. */
export const content: Parser<Content> = oneOf(keywords('normal', 'none'), contentList);

/** `string-set`: named strings and what they are set to. */
export const stringSet: Parser<
  readonly { readonly name: string; readonly value: readonly ContentPart[] }[]
> = (reader, context) =>
  reader.keyword(['none'])
    ? []
    : commaList((inner) => {
        const name = inner.ident();
        const value: ContentPart[] = [];
        for (let next = inner.peek(); next && next.type !== 'operator'; next = inner.peek()) {
          const part = contentPart(inner, context);
          if (part === undefined) return undefined;
          value.push(part);
        }
        return name === undefined || value.length === 0 ? undefined : { name, value };
      })(reader, context);

/** A list of counters, each with a whole number or this one when none is given. */
export function counterChanges(usual: number): Parser<readonly CounterChange[]> {
  const whole = integer();
  const changes = many<CounterChange>((reader, context) => {
    const name = reader.ident();
    if (name === undefined) return undefined;
    const next = reader.peek();
    const value = next === undefined || next.type === 'ident' ? usual : whole(reader, context);
    return value === undefined ? undefined : { name, value };
  });
  return (reader, context) => (reader.keyword(['none']) ? [] : changes(reader, context));
}

/** `quotes`: pairs of strings. */
export const quotes: Parser<'auto' | 'none' | readonly string[]> = (reader, context) => {
  const word = reader.keyword(['auto', 'none']);
  if (word !== undefined) return word;
  const marks = many((inner) => inner.string())(reader, context);
  return marks && marks.length % 2 === 0 ? marks : undefined;
};
