/**
 * What a publisher says of how accessible the ebook is, under `accessibility`: the standard that somebody found
 * it to keep, who that was, exemptions. Sentences of the standard are held to it letter by letter (EPUB
 * Accessibility 1.1, 3.5): one that is nearly right says nothing to a machine.
 */
import {
  conformanceStrings,
  exemptionNames,
  isWebAddress,
  oldConformanceUrls,
  type ConformanceClaim,
} from '../../document/bibliography.js';
import { nearest, type YamlPath } from '../../document/checked-yaml.js';
import { someWords } from '../../document/expected-words.js';
import { memberOf, membersOf, textValue, textValues } from './plain-values.js';
import { needsKey, right, wrongValue, type Reading, type WrongFact } from './wrong-fact.js';

type Member = 'conformsTo' | 'certifiedBy' | 'credentials' | 'report' | 'exemptions';

const memberKeys: Readonly<Record<string, Member>> = {
  conformsTo: 'conformsTo',
  'đạt chuẩn': 'conformsTo',
  certifiedBy: 'certifiedBy',
  'đơn vị đánh giá': 'certifiedBy',
  certifierCredential: 'credentials',
  'chứng nhận của đơn vị đánh giá': 'credentials',
  certifierReport: 'report',
  'báo cáo đánh giá': 'report',
  exemption: 'exemptions',
  'miễn trừ': 'exemptions',
};

/** The keys as an editor completes them. */
export const claimKeys: readonly string[] = Object.keys(memberKeys);

const sentence = conformanceStrings[0] ?? '';

/** Reads the claims. */
export function readClaims(given: unknown, path: YamlPath): Reading<ConformanceClaim> {
  const members = membersOf(given);
  if (!members) return wrongValue(path, `{ conformsTo: “${sentence}”, certifiedBy: “…” }`);
  const claims: Partial<Record<Member, readonly string[]>> = {};
  const wrong: WrongFact[] = [];
  for (const [key, value] of members) {
    const at = [...path, key];
    const member = memberOf(memberKeys, key);
    const read = member && readMember(member, value, at);
    if (!member || !read) {
      wrong.push({ type: 'key', path: at, near: nearest(key, claimKeys) });
      continue;
    }
    wrong.push(...read.wrong);
    if (read.value) claims[member] = read.value;
  }
  return joined(claims, wrong, path);
}

function readMember(member: Member, given: unknown, path: YamlPath): Reading<readonly string[]> {
  const single = textValue(given);
  const texts = member === 'conformsTo' || member === 'exemptions' ? textValues(given) : single && [single];
  if (!texts) return wrongValue(path, someWords);
  const expected = texts.flatMap((text) => expectedFor(member, text) ?? []);
  return expected[0] === undefined ? right(texts) : wrongValue(path, expected[0]);
}

/** What should stand in place of a text that is wrong. */
function expectedFor(member: Member, text: string): string | undefined {
  switch (member) {
    case 'conformsTo':
      if (conformanceStrings.includes(text) || text === 'none') return undefined;
      if (isWebAddress(text) && (!/idpf\.org/i.test(text) || oldConformanceUrls.includes(text)))
        return undefined;
      return nearest(text, [...conformanceStrings, ...oldConformanceUrls]) ?? sentence;
    case 'exemptions':
      return exemptionNames.some((name) => name === text) ? undefined : exemptionNames.join(' | ');
    case 'report':
      return isWebAddress(text) ? undefined : 'https://…';
    case 'certifiedBy':
    case 'credentials':
      return undefined;
  }
}

/** A claim without the one who judged is none (3.5.2.1), and a judge without a judgement has nothing to say. */
function joined(
  claims: Partial<Record<Member, readonly string[]>>,
  wrong: readonly WrongFact[],
  path: YamlPath,
): Reading<ConformanceClaim> {
  const { conformsTo = [], certifiedBy, credentials = [], report, exemptions = [] } = claims;
  const judged = conformsTo.some((one) => one !== 'none');
  const none = { conformsTo: conformsTo.filter((one) => one === 'none'), credentials: [], exemptions };
  const needs = (key: 'conformsTo' | 'certifiedBy'): Reading<ConformanceClaim> => ({
    value: none,
    wrong: wrong.length > 0 ? wrong : [needsKey(path, key)],
  });
  if (judged && !certifiedBy) return needs('certifiedBy');
  if (!judged && (certifiedBy || credentials.length > 0 || report)) return needs('conformsTo');
  if (judged && conformsTo.includes('none'))
    return {
      value: none,
      wrong: [...wrong, { type: 'value', path: [...path, 'conformsTo'], expected: sentence }],
    };
  const judge = certifiedBy?.[0];
  const value = {
    conformsTo,
    ...(judge !== undefined && { certifiedBy: judge }),
    credentials,
    ...(report?.[0] !== undefined && { report: report[0] }),
    exemptions,
  };
  return { value, wrong };
}
