/**
 * Verdicts → what is published: a table by folder, the tests excluded by each rule, and what failing
 * tests have in common. Text only; the runner prints it.
 */
import { posix } from 'node:path';
import { causes } from './causes.js';
import type { Verdict } from './judge.js';
import { ruleNames } from './rules.js';

interface Row {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
}

/** The whole report. */
export function report(verdicts: readonly Verdict[]): string {
  return [
    table(verdicts),
    exclusions(verdicts),
    '## What failing tests need\n',
    causes(verdicts),
    said(verdicts),
    '## What failing tests use more than passing ones\n',
    lifts(verdicts),
  ].join('\n');
}

/** The folder that a test is counted under. */
export function folderOf(test: string): string {
  const parts = posix.dirname(test).split('/');
  return parts.slice(0, parts[1] === 'CSS2' ? 3 : 2).join('/');
}

function rows(verdicts: readonly Verdict[]): readonly Row[] {
  const byFolder = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const folder = folderOf(verdict.test);
    const list = byFolder.get(folder) ?? [];
    list.push(verdict);
    byFolder.set(folder, list);
  }
  const folders = [...byFolder].map(([name, list]) => ({ name, verdicts: list }));
  folders.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...folders, { name: 'all', verdicts }];
}

function count(verdicts: readonly Verdict[], ...wanted: readonly Verdict['status'][]): number {
  return verdicts.filter(({ status }) => wanted.includes(status)).length;
}

function table(verdicts: readonly Verdict[]): string {
  const lines = rows(verdicts).map(({ name, verdicts: list }) => {
    const excluded = count(list, 'excluded');
    const applicable = list.length - excluded;
    const passed = count(list, 'passed');
    const ofPassed = (weak: (one: Verdict) => boolean): number =>
      list.filter((one) => one.status === 'passed' && weak(one)).length;
    const blank = ofPassed((one) => one.blank === true);
    const glyphless = ofPassed((one) =>
      (one.diagnostics ?? []).some((d) => /^TEXT-(?:GLYPH|PRIVATE)/.test(d)),
    );
    const share = applicable === 0 ? '–' : `${((100 * passed) / applicable).toFixed(1)} %`;
    const cells = [
      list.length,
      excluded,
      applicable,
      passed,
      blank,
      glyphless,
      count(list, 'failed'),
      count(list, 'error'),
    ];
    return `| ${name} | ${cells.join(' | ')} | ${share} |`;
  });
  return [
    '| folder | total | excluded | applicable | passed | blank | without a glyph | failed | errors | passed |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}

function exclusions(verdicts: readonly Verdict[]): string {
  const lines = rows(verdicts).map(({ name, verdicts: list }) => {
    const cells = ruleNames.map((rule) => list.filter(({ reasons }) => reasons[0]?.rule === rule).length);
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  const details = new Map<string, number>();
  for (const { reasons } of verdicts)
    if (reasons[0]?.rule === 'outside-the-list' || reasons[0]?.rule === 'reference')
      for (const shown of new Set(
        reasons.filter(({ rule }) => rule === reasons[0]?.rule).map(({ detail }) => detail),
      ))
        details.set(`${reasons[0].rule}: ${shown}`, (details.get(`${reasons[0].rule}: ${shown}`) ?? 0) + 1);
  return [
    'Excluded, by the first rule that applies:\n',
    `| folder | ${ruleNames.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(ruleNames.length)}`,
    ...lines,
    '',
    `Most frequent: ${top(details, 40)}`,
    '',
  ].join('\n');
}

function top(counts: ReadonlyMap<string, number>, most: number): string {
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, most);
  return sorted.map(([name, times]) => `${name} (${times})`).join(', ');
}

/** A message without the characters and words that it names. */
function general(message: string): string {
  const code = /^(?:TEXT-GLYPH|TEXT-PRIVATE|LAYOUT-WIDE-(?:WORD|TABLE))/.exec(message)?.[0];
  return code === undefined ? message : `${code}: …`;
}

/** What the stages said of failing tests: causes that are known by name. */
function said(verdicts: readonly Verdict[]): string {
  const failed = verdicts.filter(({ status }) => status === 'failed' || status === 'error');
  const passed = verdicts.filter(({ status }) => status === 'passed');
  const tell = (list: readonly Verdict[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { diagnostics } of list)
      for (const message of new Set(diagnostics?.map(general)))
        counts.set(message, (counts.get(message) ?? 0) + 1);
    return counts;
  };
  const style = (one: Verdict): boolean => (one.diagnostics ?? []).some((d) => d.startsWith('STYLE-'));
  const inPassed = tell(passed);
  const lines = [...tell(failed)]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 60)
    .map(([message, times]) => `- ${times} failing, ${inPassed.get(message) ?? 0} passing: ${message}`);
  const withStyle = failed.filter(style).length;
  const errors = new Map<string, number>();
  for (const { error } of failed) if (error !== undefined) errors.set(error, (errors.get(error) ?? 0) + 1);
  return [
    `## What was said of failing tests\n`,
    `${withStyle} failing tests have something that style does not know; ${failed.length - withStyle} have not.\n`,
    ...lines,
    '',
    `Errors: ${top(errors, 20)}`,
    '',
  ].join('\n');
}

function lifts(verdicts: readonly Verdict[]): string {
  const failed = verdicts.filter(({ status }) => status === 'failed' || status === 'error');
  const passed = verdicts.filter(({ status }) => status === 'passed');
  const counts = new Map<string, { failed: number; passed: number }>();
  for (const [list, key] of [
    [failed, 'failed'],
    [passed, 'passed'],
  ] as const)
    for (const { features } of list)
      for (const feature of features) {
        const entry = counts.get(feature) ?? { failed: 0, passed: 0 };
        entry[key] += 1;
        counts.set(feature, entry);
      }
  const found = [...counts].map(([feature, n]) => {
    // One test is added on each side, so that rare features do not lead.
    const lift = (n.failed + 1) / (failed.length + 1) / ((n.passed + 1) / (passed.length + 1));
    return { feature, ...n, lift };
  });
  const lines = found
    .filter((one) => one.lift > 1.3 && one.failed >= 5)
    .toSorted((a, b) => b.failed * Math.log(b.lift) - a.failed * Math.log(a.lift))
    .slice(0, 60)
    .map(({ feature, failed: f, passed: p, lift }) => `| ${feature} | ${f} | ${p} | ${lift.toFixed(1)} |`);
  return ['| feature | failing | passing | lift |', '| --- | ---: | ---: | ---: |', ...lines, ''].join('\n');
}
