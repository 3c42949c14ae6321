/**
 * Content models as text, and how children are held to them. In: a model such as `caption?, (tbody* | tr+)`;
 * out: a state that each child moves on, as in Brzozowski's derivatives of regular expressions (1964) with the
 * interleave of RELAX NG (ISO/IEC 19757-2, 7.4) added. States are shared and remember where each child leads,
 * so that a model becomes a table while it is used.
 *
 * Notation: `,` one after the other, `|` either, `&` mixed in any order, `? + *` as in DTDs, `()`. A word is an
 * element, or with `%` before it one of a class of elements, with `#` any number of them (`#flow`); `#text` is text
 * and `empty` nothing. `li@ol` is the element `li` as the rule `li@ol` has it.
 */

/** One state: what may still come. */
export interface State {
  /** Whether the children may end here. */
  readonly complete: boolean;
  /** The state after one more child, by its name; undefined when it may not come here. */
  after(child: string): State | undefined;
  /** What may come next, in the order of the model, names of elements and `#text`. */
  readonly expected: ReadonlySet<string>;
}

/** A model: where it starts, and the rule of every child that it knows. */
export interface ContentModel {
  readonly start: State;
  /** From the name of a child to the name of the rule that the child follows. */
  readonly rules: ReadonlyMap<string, string>;
}

type Pattern = Leaf | Branch;

interface Leaf {
  readonly type: 'nothing' | 'empty' | 'names';
  /** For `names`: the children that it takes, once each time. */
  readonly names: ReadonlySet<string>;
  readonly key: string;
}

interface Branch {
  readonly type: 'sequence' | 'choice' | 'interleave' | 'many';
  readonly left: Pattern;
  readonly right: Pattern;
  readonly key: string;
}

const noNames: ReadonlySet<string> = new Set();
const nothing: Leaf = { type: 'nothing', names: noNames, key: '!' };
const empty: Leaf = { type: 'empty', names: noNames, key: '()' };

/** Reads a model; `classes` says what the words with `#` stand for, by rule names. */
export function readModel(model: string, classes: ReadonlyMap<string, readonly string[]>): ContentModel {
  const rules = new Map<string, string>();
  const pattern = new ModelReader(model, classes, rules).read();
  return { start: stateOf(pattern, new Map()), rules };
}

class ModelReader {
  readonly #words: readonly string[];
  #at = 0;

  constructor(
    readonly model: string,
    readonly classes: ReadonlyMap<string, readonly string[]>,
    readonly rules: Map<string, string>,
  ) {
    this.#words = model.match(/[#%\w@:.-]+|[(),|&?*+]/g) ?? [];
  }

  read(): Pattern {
    const pattern = this.#group();
    if (this.#at < this.#words.length) throw new Error(`content model: ${this.model}`);
    return pattern;
  }

  /** Parts joined by one kind of sign. */
  #group(): Pattern {
    let pattern = this.#part();
    for (;;) {
      const sign = this.#words[this.#at];
      const join = sign === ',' ? sequence : sign === '|' ? choice : sign === '&' ? interleave : undefined;
      if (!join) return pattern;
      this.#at += 1;
      pattern = join(pattern, this.#part());
    }
  }

  #part(): Pattern {
    const word = this.#words[this.#at] ?? '';
    this.#at += 1;
    let pattern: Pattern;
    if (word === '(') {
      pattern = this.#group();
      this.#at += 1;
    } else pattern = this.#word(word);
    const sign = this.#words[this.#at];
    if (sign !== '?' && sign !== '*' && sign !== '+') return pattern;
    this.#at += 1;
    if (sign === '?') return choice(pattern, empty);
    return sign === '*' ? many(pattern) : sequence(pattern, many(pattern));
  }

  #word(word: string): Pattern {
    if (word === 'empty') return empty;
    if (word === '#text') return many(this.#names(['#text']));
    if (!/^[#%]/.test(word)) return this.#names([word]);
    const members = this.classes.get(word.slice(1));
    if (!members) throw new Error(`content model: no class ${word}`);
    return word.startsWith('#') ? many(this.#names(members)) : this.#names(members);
  }

  #names(rules: readonly string[]): Leaf {
    const names = rules.map((rule) => {
      const name = rule.replace(/@.*/, '');
      if (!this.rules.has(name)) this.rules.set(name, rule);
      return name;
    });
    return { type: 'names', names: new Set(names), key: names.join(' ') };
  }
}

function sequence(left: Pattern, right: Pattern): Pattern {
  if (left.type === 'nothing' || right.type === 'nothing') return nothing;
  if (left.type === 'empty') return right;
  if (right.type === 'empty') return left;
  return { type: 'sequence', left, right, key: `(${left.key},${right.key})` };
}

function choice(left: Pattern, right: Pattern): Pattern {
  if (left.type === 'nothing' || left.key === right.key) return right;
  if (right.type === 'nothing') return left;
  // The same alternative further down, so that the number of states stays finite.
  if (left.type === 'choice' && (left.left.key === right.key || left.right.key === right.key)) return left;
  return { type: 'choice', left, right, key: `(${left.key}|${right.key})` };
}

function interleave(left: Pattern, right: Pattern): Pattern {
  if (left.type === 'nothing' || right.type === 'nothing') return nothing;
  if (left.type === 'empty') return right;
  if (right.type === 'empty') return left;
  return { type: 'interleave', left, right, key: `(${left.key}&${right.key})` };
}

function many(pattern: Pattern): Pattern {
  if (pattern.type === 'nothing' || pattern.type === 'empty') return empty;
  if (pattern.type === 'many') return pattern;
  return { type: 'many', left: pattern, right: empty, key: `(${pattern.key})*` };
}

function isNullable(pattern: Pattern): boolean {
  switch (pattern.type) {
    case 'empty':
    case 'many':
      return true;
    case 'choice':
      return isNullable(pattern.left) || isNullable(pattern.right);
    case 'sequence':
    case 'interleave':
      return isNullable(pattern.left) && isNullable(pattern.right);
    default:
      return false;
  }
}

/** What is left of a pattern after one child. */
function derive(pattern: Pattern, child: string): Pattern {
  switch (pattern.type) {
    case 'names':
      return pattern.names.has(child) ? empty : nothing;
    case 'choice':
      return choice(derive(pattern.left, child), derive(pattern.right, child));
    case 'many':
      return sequence(derive(pattern.left, child), pattern);
    case 'sequence': {
      const first = sequence(derive(pattern.left, child), pattern.right);
      return isNullable(pattern.left) ? choice(first, derive(pattern.right, child)) : first;
    }
    case 'interleave':
      return choice(
        interleave(derive(pattern.left, child), pattern.right),
        interleave(pattern.left, derive(pattern.right, child)),
      );
    default:
      return nothing;
  }
}

function addExpected(pattern: Pattern, found: Set<string>): void {
  if (pattern.type === 'names') for (const name of pattern.names) found.add(name);
  if (!('left' in pattern)) return;
  addExpected(pattern.left, found);
  if (pattern.type !== 'sequence' || isNullable(pattern.left)) addExpected(pattern.right, found);
}

/** The state of a pattern, one for each pattern of a model. */
function stateOf(pattern: Pattern, known: Map<string, State>): State {
  const before = known.get(pattern.key);
  if (before) return before;
  const next = new Map<string, State | undefined>();
  let expected: Set<string> | undefined;
  const state: State = {
    complete: isNullable(pattern),
    after(child) {
      if (next.has(child)) return next.get(child);
      const rest = derive(pattern, child);
      const following = rest.type === 'nothing' ? undefined : stateOf(rest, known);
      next.set(child, following);
      return following;
    },
    get expected() {
      if (!expected) addExpected(pattern, (expected = new Set()));
      return expected;
    },
  };
  known.set(pattern.key, state);
  return state;
}
