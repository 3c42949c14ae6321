/**
 * Media queries, as far as pages need them (Media Queries 5): the type, and colour scheme, which on
 * paper is light. Any other feature is unknown and its rules do not apply.
 */

/** Whether rules under this query list apply to pages; `unknown` when it asks what we do not know. */
export function mediaApplies(list: string): boolean | 'unknown' {
  const text = list.trim().toLowerCase();
  if (text === '') return true;
  const answers = text.split(',').map(queryApplies);
  if (answers.includes(true)) return true;
  return answers.includes('unknown') ? 'unknown' : false;
}

function queryApplies(query: string): boolean | 'unknown' {
  const match = /^\s*(?:(not|only)\s+)?([a-z-]+)?\s*(?:\band\s*)?(\(.*\))?\s*$/s.exec(query);
  if (!match) return 'unknown';
  const [, modifier, type = 'all', features] = match;
  const ofType = type === 'print' || type === 'all';
  const answer = ofType && features !== undefined ? featuresApply(features) : ofType;
  if (modifier !== 'not') return answer;
  return answer === 'unknown' ? 'unknown' : !answer;
}

function featuresApply(features: string): boolean | 'unknown' {
  const answers = features.split(/\)\s*and\s*\(/).map((feature): boolean | 'unknown' => {
    const scheme = /^\(?\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)?$/.exec(feature);
    return scheme ? scheme[1] === 'light' : 'unknown';
  });
  if (answers.includes(false)) return false;
  return answers.includes('unknown') ? 'unknown' : true;
}
