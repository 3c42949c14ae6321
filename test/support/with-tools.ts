/**
 * Tests that need an outside program: `describeWith(['verapdf'], …)` runs them where it is installed,
 * skips them with a word of what was left out where it is not, and fails in CI (`CI=true`), where
 * everything has to be there.
 */
import { describe, it } from 'vitest';
import { missingTools, type ToolName } from './tools.js';

/** `describe` for tests that need all of `tools`. */
export function describeWith(tools: readonly ToolName[], title: string, tests: () => void): void {
  const missing = missingTools(tools);
  if (missing.length === 0) {
    // A Java program takes seconds to start, more where all cores are busy.
    describe(title, { timeout: 120_000 }, tests);
    return;
  }
  const reason = `${missing.join(', ')} not installed (run .ci/install-tools)`;
  if (process.env['CI'] === 'true') {
    it(title, () => {
      throw new Error(reason);
    });
    return;
  }
  console.warn(`skipped: ${title}: ${reason}`);
  describe.skip(`${title}: ${reason}`, tests);
}
