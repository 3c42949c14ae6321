/** What stands under `imprint` → its fields, by the names of our data or as the law calls them. */
import { nearest, type YamlPath } from '../../document/checked-yaml.js';
import { someWords } from '../../document/expected-words.js';
import { imprintFields, imprintKey } from '../../document/imprint.js';
import { plainWord } from '../../document/plain-word.js';
import { membersOf, textValue } from './plain-values.js';
import { wrongValue, type Reading, type WrongFact } from './wrong-fact.js';

/** Reads the imprint; keys of other kinds are kept for templates. */
export function readImprint(given: unknown, path: YamlPath): Reading<Readonly<Record<string, unknown>>> {
  const members = membersOf(given);
  if (!members) return wrongValue(path, '{ licence: “…” }');
  const value: Record<string, unknown> = {};
  const wrong: WrongFact[] = [];
  const known = Object.keys(imprintFields).flatMap((name) => [name, imprintKey(name)]);
  for (const [key, text] of members) {
    const plain = plainWord(key);
    const name = Object.keys(imprintFields).find(
      (one) => one === key || plainWord(imprintKey(one)) === plain,
    );
    const near = name === undefined ? nearest(key, known) : undefined;
    if (near !== undefined) wrong.push({ type: 'key', path: [...path, key], near });
    if (name !== undefined && textValue(text) === undefined)
      wrong.push({ type: 'value', path: [...path, key], expected: someWords });
    else value[name ?? key] = text;
  }
  return { value, wrong };
}
