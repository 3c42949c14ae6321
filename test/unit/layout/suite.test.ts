/** The case files of `test/suite/pages/`. */
import { describe, expect, test } from 'vitest';
import { pageCases, pageFiles, runPageCase } from '../../support/page-suite.js';

describe.each(pageFiles)('%s', (file) => {
  test.each(pageCases(file))('$name', async (each) => {
    expect(await runPageCase(each)).toEqual(each.expected);
  });
});
