/**
 * Attributes behind a part of a line: `*nhấn*{.lon}`, `![ảnh](a.jpg){width=50%}`. They go onto the tokens in
 * one pass, as the attribute plugin of markdown-it sets them, which begins again at each; what stands behind
 * whole blocks is left to it.
 */
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import type Token from 'markdown-it/lib/token.mjs';

/**
 * `{.class #id key=value}`: anything else in braces is the author's words. A blank or the brace must end
 * every item, or a long one could be read in exponentially many ways.
 */
export const attributeGroup =
  /^\{:?\s*(?:(?:[.#][\p{L}\p{N}_.-]+|[a-zA-Z][\w-]*=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))(?=[\s}])\s*)+\}/u;

const items = /([.#])([\p{L}\p{N}_.-]+)|([a-zA-Z][\w-]*)=(?:"([^"]*)"|('[^']*'|[^\s"'{}]+))/gu;

/**
 * Words in brackets with attributes right behind them, `[Guten Tag]{lang=de}`, which are no link: a `span`, as
 * Pandoc has it. The braces are left to `setLineAttributes`.
 */
export function bracketedSpan(state: StateInline, silent: boolean): boolean {
  const start = state.pos;
  // `[^1]` is a note, `[[toc]]` a list.
  if (state.src[start] !== '[' || /[[^]/.test(state.src.charAt(start + 1))) return false;
  const end = state.md.helpers.parseLinkLabel(state, start);
  if (end <= start + 1 || state.src[end + 1] !== '{' || groupAt(state.src.slice(end + 1), 0) === undefined)
    return false;
  if (!silent) {
    const { posMax } = state;
    [state.pos, state.posMax] = [start + 1, end];
    state.push('span_open', 'span', 1);
    state.md.inline.tokenize(state);
    state.push('span_close', 'span', -1);
    state.posMax = posMax;
  }
  state.pos = end + 1;
  return true;
}

/** Sets the attributes of the parts of a line, and takes their braces out of the words. */
export function setLineAttributes(children: Token[], allowed: readonly (string | RegExp)[]): void {
  const open: Token[] = [];
  let owner: Token | undefined;
  let kept = 0;
  for (const token of children) {
    const emptied = owner !== undefined && token.type === 'text' && takeGroups(token, owner, allowed);
    // Behind a picture or code nothing stays of braces alone, as with the plugin.
    if (!(emptied && owner?.nesting === 0)) children[kept++] = token;
    if (token.nesting === 1) open.push(token);
    owner = token.nesting === -1 ? open.pop() : isWhole(token) ? token : undefined;
  }
  children.length = kept;
}

function isWhole({ type }: Token): boolean {
  return type === 'image' || type === 'code_inline';
}

/** Whether nothing stays of the words. */
function takeGroups(token: Token, owner: Token, allowed: readonly (string | RegExp)[]): boolean {
  let [at, taken] = [0, false];
  for (let group = groupAt(token.content, at); group !== undefined; group = groupAt(token.content, at)) {
    for (const [, sign, name = '', key, quoted, plain = ''] of group.matchAll(items)) {
      const attribute = sign === '.' ? 'class' : sign === '#' ? 'id' : (key ?? '');
      if (!allowed.some((one) => (typeof one === 'string' ? one === attribute : one.test(attribute))))
        continue;
      const value = sign === undefined ? (quoted ?? plain) : name;
      if (attribute === 'class') owner.attrJoin(attribute, value);
      else owner.attrSet(attribute, value);
    }
    at += group.length;
    taken = true;
  }
  if (taken) token.content = token.content.slice(at);
  return taken && token.content === '';
}

function groupAt(typed: string, at: number): string | undefined {
  if (typed[at] !== '{') return undefined;
  const group = attributeGroup.exec(at === 0 ? typed : typed.slice(at))?.[0];
  return group === undefined || typed[at + group.length] === '}' ? undefined : group;
}
