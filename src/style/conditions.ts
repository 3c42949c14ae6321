/**
 * Conditions of `@media` and `@supports`: groups in parentheses joined by `not`, `and`, `or` (Conditional
 * Rules 3 §6, Media Queries 5 §3). What a group says is for the caller to answer; an unknown answer
 * stays unknown where it matters (Kleene's logic).
 */

export type Answer = boolean | 'unknown';

/** What stands in a group: `(text)`, or `name(text)`. */
export type Ask = (text: string, name: string) => Answer;

/** A word, or a group with what stands before its parenthesis. */
type Token =
  | { readonly type: 'word'; readonly text: string }
  | { readonly type: 'group'; readonly name: string; readonly text: string };

/** The answer to a whole condition; unknown when it is not one. */
export function answerCondition(text: string, ask: Ask): Answer {
  const tokens = tokensOf(text);
  return (tokens && answer(tokens, ask)) ?? 'unknown';
}

/** Parts of a list between commas that stand in no group. */
export function splitList(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const [piece] of withoutComments(text).matchAll(/"[^"]*"|'[^']*'|[^]/g)) {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (piece === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => part.trim());
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, ' ');
}

/** Words and groups; undefined when parentheses do not close. */
function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let rest = withoutComments(text).trim();
  while (rest !== '') {
    const [word = ''] = /^[-\w]*/.exec(rest) ?? [];
    if (rest[word.length] === '(') {
      const end = closing(rest, word.length);
      if (end < 0) return undefined;
      tokens.push({ type: 'group', name: word.toLowerCase(), text: rest.slice(word.length + 1, end).trim() });
      rest = rest.slice(end + 1).trimStart();
    } else if (word !== '') {
      tokens.push({ type: 'word', text: word.toLowerCase() });
      rest = rest.slice(word.length).trimStart();
    } else return undefined;
  }
  return tokens;
}

function closing(text: string, from: number): number {
  let depth = 0;
  for (const match of text.slice(from).matchAll(/"[^"]*"|'[^']*'|[()]/g)) {
    if (match[0] === '(') depth += 1;
    else if (match[0] === ')') depth -= 1;
    if (depth === 0) return from + match.index;
  }
  return -1;
}

/** `not X`, `X and Y and …` or `X or Y or …`; the two are not mixed. Undefined when it is none of them. */
function answer(tokens: readonly Token[], ask: Ask): Answer | undefined {
  const [first, ...more] = tokens;
  if (first === undefined) return undefined;
  if (first.type === 'word') {
    const [group] = more;
    if (first.text !== 'not' || more.length !== 1 || group?.type !== 'group') return undefined;
    return not(answerGroup(group, ask));
  }
  let result = answerGroup(first, ask);
  const joint = more[0]?.type === 'word' ? more[0].text : undefined;
  for (let i = 0; i < more.length; i += 2) {
    const [word, group] = [more[i], more[i + 1]];
    if (word?.type !== 'word' || word.text !== joint || group?.type !== 'group') return undefined;
    if (joint !== 'and' && joint !== 'or') return undefined;
    const next = answerGroup(group, ask);
    result = joint === 'and' ? both(result, next) : not(both(not(result), not(next)));
  }
  return result;
}

function answerGroup(group: Extract<Token, { type: 'group' }>, ask: Ask): Answer {
  if (group.name === '' && /^(?:\(|not[\s(])/i.test(group.text)) {
    const tokens = tokensOf(group.text);
    const inner = tokens && answer(tokens, ask);
    if (inner !== undefined) return inner;
  }
  return ask(group.text, group.name);
}

export function not(answer: Answer): Answer {
  return answer === 'unknown' ? 'unknown' : !answer;
}

export function both(a: Answer, b: Answer): Answer {
  if (a === false || b === false) return false;
  return a === 'unknown' || b === 'unknown' ? 'unknown' : true;
}
