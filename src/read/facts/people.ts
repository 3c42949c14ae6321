/**
 * Persons as a source names them → persons with roles: a name, several names, or mappings of name, role and the
 * form by which the name is sorted. No name is turned round: in Vietnamese the family name leads already.
 */
import { nearest, type YamlPath } from '../../document/checked-yaml.js';
import { someRole, someWords } from '../../document/expected-words.js';
import { relatorCodes, relatorOf, relators, type Person, type Relator } from '../../document/bibliography.js';
import { memberOf, membersOf, textValue, textValues } from './plain-values.js';
import { needsKey, right, wrongValue, type Reading, type WrongFact } from './wrong-fact.js';

const expected = '“…” | { name: “…”, role: edt, file-as: “…” }';

/** The keys of a mapping, each with what it says. */
const memberKeys: Readonly<Record<string, 'name' | 'role' | 'fileAs'>> = {
  name: 'name',
  tên: 'name',
  role: 'role',
  roles: 'role',
  'vai trò': 'role',
  'file-as': 'fileAs',
  fileAs: 'fileAs',
  'xếp theo': 'fileAs',
};

/** Those that somebody who misspelt one is told of. */
const documentedKeys = Object.keys(memberKeys).filter((key) => key !== 'fileAs' && key !== 'roles');

/** Reads the persons under a key; `role` is that of one whose own is not given. */
export function readPeople(given: unknown, role: Relator, path: YamlPath): Reading<readonly Person[]> {
  if (!Array.isArray(given)) return listed([readPerson(given, role, path)]);
  return listed(given.map((one: unknown, at) => readPerson(one, role, [...path, at])));
}

function listed(all: readonly Reading<Person>[]): Reading<readonly Person[]> {
  const value = all.flatMap((one) => (one.value ? [one.value] : []));
  const wrong = all.flatMap((one) => one.wrong);
  return { value: value.length > 0 || wrong.length === 0 ? value : undefined, wrong };
}

function readPerson(given: unknown, role: Relator, path: YamlPath): Reading<Person> {
  const plain = textValue(given);
  if (plain !== undefined) return right({ name: plain, roles: [role] });
  const members = membersOf(given);
  if (!members) return wrongValue(path, expected);
  const wrong: WrongFact[] = [];
  let name: string | undefined;
  let fileAs: string | undefined;
  let roles: readonly Relator[] = [role];
  for (const [key, value] of members) {
    const at = [...path, key];
    const member = memberOf(memberKeys, key);
    const text = textValue(value);
    if (member === undefined) wrong.push({ type: 'key', path: at, near: nearest(key, documentedKeys) });
    else if (member === 'role') {
      const read = readRoles(value, at);
      wrong.push(...read.wrong);
      roles = read.value ?? roles;
    } else if (text === undefined) wrong.push({ type: 'value', path: at, expected: someWords });
    else if (member === 'name') name = text;
    else fileAs = text;
  }
  if (name === undefined) return { value: undefined, wrong: [...wrong, needsKey(path, 'name')] };
  return { value: { name, roles, ...(fileAs !== undefined && { fileAs }) }, wrong };
}

function readRoles(given: unknown, path: YamlPath): Reading<readonly Relator[]> {
  const words = textValues(given);
  if (!words) return wrongValue(path, someRole);
  const found = words.map(relatorOf);
  const at = found.indexOf(undefined);
  if (at < 0) return right(found.filter((one) => one !== undefined));
  return wrongValue(path, nearRole(words[at] ?? ''));
}

/** The word that a wrong one is nearest to, and what else is taken. */
function nearRole(word: string): string {
  const known = relatorCodes.flatMap((code) => [code, ...relators[code].en, ...relators[code].vi]);
  const near = nearest(word, known);
  return near === undefined ? someRole : `${near} | ${someRole}`;
}

/** Each person once, with all roles; those of whom nothing but their authorship is known are left to `authors`. */
export function joinPeople(people: readonly Person[]): readonly Person[] {
  const byName = new Map<string, Person>();
  for (const one of people) {
    const known = byName.get(one.name);
    const fileAs = known?.fileAs ?? one.fileAs;
    byName.set(one.name, {
      name: one.name,
      roles: [...new Set([...(known?.roles ?? []), ...one.roles])],
      ...(fileAs !== undefined && { fileAs }),
    });
  }
  return [...byName.values()].filter(({ roles, fileAs }) => fileAs !== undefined || roles.join() !== 'aut');
}
