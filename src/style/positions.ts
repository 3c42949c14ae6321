/** `<position>` (CSS Values 4 §9): one to four words and lengths for a place in an area. */
import type { LengthPercentage } from '../document/style.js';
import { lengthPercentage } from './lengths.js';
import type { Parser, ValueReader } from './value-reader.js';

type Place = readonly [LengthPercentage, LengthPercentage];

/** One word or length, and for a side the distance from it. */
interface Part {
  readonly axis: 'x' | 'y' | 'both';
  readonly value: LengthPercentage;
}

const words = ['left', 'center', 'right', 'top', 'bottom'] as const;

/** The place, as distances of the left and top edges; `right 3pt` is 100% − 3pt. */
export const position: Parser<Place> = (reader, context) => {
  const tokens: (LengthPercentage | (typeof words)[number])[] = [];
  while (tokens.length < 4) {
    const token = reader.keyword(words) ?? offset(reader, context);
    if (token === undefined) break;
    tokens.push(token);
  }
  if (tokens.length <= 2) return shortForm(tokens);
  return longForm(tokens);
};

const offset = (
  reader: ValueReader,
  context: Parameters<Parser<unknown>>[1],
): LengthPercentage | undefined => {
  const start = reader.at;
  const found = lengthPercentage()(reader, context);
  if (found === undefined) reader.at = start;
  return found;
};

type Token = LengthPercentage | (typeof words)[number];

function partOf(token: Token): Part {
  switch (token) {
    case 'left':
      return { axis: 'x', value: { percent: 0 } };
    case 'right':
      return { axis: 'x', value: { percent: 100 } };
    case 'top':
      return { axis: 'y', value: { percent: 0 } };
    case 'bottom':
      return { axis: 'y', value: { percent: 100 } };
    case 'center':
      return { axis: 'both', value: { percent: 50 } };
    default:
      return { axis: 'both', value: token };
  }
}

/** One or two: across, then down, unless words say otherwise; lengths never change places. */
function shortForm(tokens: readonly Token[]): Place | undefined {
  const [one, two] = tokens;
  if (one === undefined) return undefined;
  const first = partOf(one);
  if (two === undefined)
    return first.axis === 'y' ? [{ percent: 50 }, first.value] : [first.value, { percent: 50 }];
  const second = partOf(two);
  if (first.axis !== 'y' && second.axis !== 'x') return [first.value, second.value];
  const bothWords = typeof one === 'string' && typeof two === 'string';
  return bothWords && first.axis !== 'x' && second.axis !== 'y' ? [second.value, first.value] : undefined;
}

/** Three or four: sides with distances from them. */
function longForm(tokens: readonly Token[]): Place | undefined {
  const parts: Part[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (typeof token !== 'string') return undefined;
    const next = tokens[i + 1];
    if (next === undefined || typeof next === 'string' || token === 'center') {
      parts.push(partOf(token));
      continue;
    }
    parts.push({ axis: partOf(token).axis, value: fromSide(token, next) });
    i += 1;
  }
  const [first, second] = parts;
  if (parts.length !== 2 || !first || !second) return undefined;
  if (first.axis !== 'y' && second.axis !== 'x') return [first.value, second.value];
  return first.axis !== 'x' && second.axis !== 'y' ? [second.value, first.value] : undefined;
}

function fromSide(side: (typeof words)[number], distance: LengthPercentage): LengthPercentage {
  if (side === 'left' || side === 'top') return distance;
  if (typeof distance === 'number') return { percent: 100, length: -distance };
  const { percent, length } = distance;
  return { percent: 100 - percent, ...(length === undefined ? {} : { length: -length }) };
}
