/**
 * What Vietnamese law wants to be said of a publication in its imprint (Luật Xuất bản 19/2012, Điều 27; Luật Báo
 * chí 103/2016, Điều 34), under `imprint`: by the names of our data or as the law calls it.
 */
import { nearest, type YamlPath } from '../../document/checked-yaml.js';
import { membersOf, textValue } from './plain-values.js';
import { wrongValue, type Reading, type WrongFact } from './wrong-fact.js';

/** Each field as the law calls it, and in English. */
export const imprintFields: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  registration: { vi: 'số xác nhận đăng ký xuất bản', en: 'Number of the registration.' },
  decision: { vi: 'số quyết định xuất bản', en: 'Number and date of the decision to publish.' },
  licence: { vi: 'giấy phép xuất bản', en: 'Number and date of the licence, and who gave it.' },
  responsible: { vi: 'chịu trách nhiệm xuất bản', en: 'Who is responsible for the publication.' },
  content: { vi: 'chịu trách nhiệm nội dung', en: 'Who is responsible for what it says.' },
  partner: { vi: 'đối tác liên kết', en: 'Who publishes it together with the publisher.' },
  designer: { vi: 'trình bày', en: 'Who designed it and its cover.' },
  deposit: { vi: 'nộp lưu chiểu', en: 'When it was deposited.' },
  price: { vi: 'giá bán', en: 'What it costs, or that it is not for sale.' },
  printer: { vi: 'nơi in', en: 'Who printed it, where.' },
  copies: { vi: 'số lượng in', en: 'The print run.' },
  period: { vi: 'kỳ hạn xuất bản', en: 'How often it appears.' },
};

/** Reads the imprint; keys of other kinds are kept for templates. */
export function readImprint(given: unknown, path: YamlPath): Reading<Readonly<Record<string, unknown>>> {
  const members = membersOf(given);
  if (!members) return wrongValue(path, '{ licence: “…” }');
  const value: Record<string, unknown> = {};
  const wrong: WrongFact[] = [];
  const known = Object.entries(imprintFields).flatMap(([name, { vi }]) => [name, vi]);
  for (const [key, text] of members) {
    const plain = key.normalize('NFC').toLowerCase();
    const name = Object.keys(imprintFields).find((one) => one === key || imprintFields[one]?.vi === plain);
    const near = name === undefined ? nearest(key, known) : undefined;
    if (near !== undefined) wrong.push({ type: 'key', path: [...path, key], near });
    if (name !== undefined && textValue(text) === undefined)
      wrong.push({ type: 'value', path: [...path, key], expected: '“…”' });
    else value[name ?? key] = text;
  }
  return { value, wrong };
}
