/** Content MathML 3 (chapter 4) and annotations (5.2); EPUB 3.3, 6.1.4.1 has it only in `annotation-xml`. */
import type { ElementRule, RuleTable } from '../element-rule.js';
import { address, anyValue, ncName, nonNegative, oneOf } from '../values.js';
import type { Attributes } from './shared.js';

const encoded: Attributes = { encoding: anyValue, definitionURL: address };
/** What says where the meaning of a symbol is laid down. */
export const definition: Attributes = { ...encoded, cd: ncName, name: ncName };

const shown: Pick<ElementRule, 'in'> = { in: ['contentMath'] };
const expression = (holds: string, takes: Attributes = {}): ElementRule => ({
  ...shown,
  holds,
  takes: { ...encoded, ...takes },
});
const part = (holds: string): ElementRule => ({ holds });

/** Operators and constants, which hold nothing. */
const operators =
  'inverse ident domain codomain image ln log moment compose quotient divide minus power rem root factorial abs ' +
  'conjugate arg real imaginary floor ceiling exp max min plus times gcd lcm and or xor not implies equivalent ' +
  'forall exists eq gt lt geq leq neq approx factorof tendsto int diff partialdiff divergence grad curl laplacian ' +
  'union intersect cartesianproduct in notin notsubset notprsubset setdiff subset prsubset card sum product limit ' +
  'sin cos tan sec csc cot sinh cosh tanh sech csch coth arcsin arccos arctan arccosh arccot arccoth arccsc ' +
  'arccsch arcsec arcsech arcsinh arctanh mean sdev variance median mode determinant transpose selector ' +
  'vectorproduct scalarproduct outerproduct integers reals rationals naturalnumbers complexes primes emptyset ' +
  'exponentiale imaginaryi notanumber true false pi eulergamma infinity';

const mixed = '(#text | mglyph | #math)*';
const domain = '(domainofapplication | condition | interval | (lowlimit, uplimit?))*';
const applied = `%contentMath, bvar*, (domainofapplication | condition | interval | lowlimit | uplimit | degree | momentabout | logbase)*, #contentMath`;
const collected = `bvar*, ${domain}, #contentMath`;

export const contentMathRules: RuleTable = {
  ...Object.fromEntries(
    operators
      .split(' ')
      .map((name) => [name, expression('empty', name === 'tendsto' ? { type: anyValue } : {})]),
  ),
  cn: expression('(#text | mglyph | sep | #math)*', { type: anyValue, base: anyValue }),
  ci: expression(mixed, { type: anyValue }),
  csymbol: expression(mixed, { type: anyValue, cd: ncName }),
  'semantics@content': { ...shown, holds: '%contentMath, (annotation | annotation-xml)*', takes: definition },
  apply: { ...expression(applied), takes: {} },
  bind: { ...expression(applied), takes: {} },
  share: { ...shown, holds: 'empty', takes: { src: address } },
  cerror: { ...shown, holds: 'csymbol, #contentMath' },
  cbytes: expression('#text'),
  cs: expression('#text'),
  piecewise: expression('piece* & otherwise?'),
  piece: { holds: '%contentMath, %contentMath', takes: encoded },
  otherwise: { holds: '%contentMath', takes: encoded },
  reln: { ...shown, holds: '#contentMath' },
  fn: { ...shown, holds: '%contentMath' },
  declare: expression('%contentMath+', {
    type: anyValue,
    scope: anyValue,
    nargs: nonNegative,
    occurrence: oneOf('prefix', 'infix', 'function-model'),
  }),
  interval: expression('%contentMath, %contentMath', { closure: anyValue }),
  lambda: expression(`bvar*, ${domain}, %contentMath`),
  set: expression(collected, { type: anyValue }),
  list: expression(collected, { order: oneOf('numeric', 'lexicographic') }),
  vector: expression(collected),
  matrix: expression(collected),
  matrixrow: expression(collected),
  bvar: part('(ci | semantics@content) & degree?'),
  degree: part('%contentMath'),
  domainofapplication: part('%contentMath'),
  condition: part('%contentMath'),
  lowlimit: part('%contentMath'),
  uplimit: part('%contentMath'),
  momentabout: part('%contentMath'),
  logbase: part('%contentMath'),
  sep: part('empty'),
};

const annotated: Attributes = { cd: ncName, name: ncName, src: address };

/** An annotation holds what its encoding says (EPUB 3.3, 6.1.4.1). */
export const annotationRules: RuleTable = {
  annotation: { holds: '#text', takes: { ...annotated, ...encoded } },
  'annotation-xml': {
    choose: ({ attributes }) => `math:annotation-xml@${annotationKind(attributes.get('encoding'))}`,
  },
  'annotation-xml@html': {
    holds: '#flow',
    takes: { ...annotated, encoding: oneOf('application/xhtml+xml', 'text/html') },
  },
  'annotation-xml@svg': { holds: 'svg:svg', takes: { ...annotated, encoding: oneOf('SVG1.1') } },
  'annotation-xml@content': {
    holds: '#contentMath',
    takes: { ...annotated, encoding: anyValue, name: oneOf('contentequiv') },
    needs: ['name'],
  },
  'annotation-xml@presentation': { holds: '#math', takes: { ...annotated, encoding: anyValue } },
};

function annotationKind(encoding: string | undefined): string {
  if (encoding === 'SVG1.1') return 'svg';
  if (encoding === 'MathML-Content' || encoding === 'application/mathml-content+xml') return 'content';
  const presentation = ['MathML', 'MathML-Presentation', 'application/mathml-presentation+xml'];
  return encoding !== undefined && presentation.includes(encoding) ? 'presentation' : 'html';
}
