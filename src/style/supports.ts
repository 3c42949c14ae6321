/** `@supports` (Conditional Rules 4 §2): our own tables answer. */
import { answerCondition, type Answer } from './conditions.js';
import { readDeclaration } from './declarations.js';
import { parseCss } from './parse-css.js';
import { parseSelector } from './selectors.js';
import { parseStyleAttribute } from './sheet-nodes.js';

/** Whether rules under this condition apply. */
export function supportsApplies(condition: string): Answer {
  return answerCondition(condition, (text, name) => {
    if (name === '') return understands(text);
    return name === 'selector' && understandsSelector(text);
  });
}

/** Whether a declaration has an effect here. */
export function understands(declaration: string): boolean {
  const [written, more] = parseStyleAttribute(declaration, undefined, []);
  if (written === undefined || more !== undefined) return false;
  const { declarations, unsupported } = readDeclaration(written);
  return declarations.length > 0 && unsupported === undefined;
}

function understandsSelector(text: string): boolean {
  let broken = false;
  const parsed = parseCss(text, { context: 'selector', onParseError: () => (broken = true) });
  return !broken && parsed.type === 'Selector' && parseSelector(parsed) !== undefined;
}
