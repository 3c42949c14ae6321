/** Sections and headings (HTML, 4.3), with the roles of ARIA in HTML and DPUB-ARIA 1.1. */
import type { ElementRule, RuleTable } from '../element-rule.js';
import { address } from '../values.js';
import { block, presentational, words } from './shared.js';

const doc = (roles: string): readonly string[] => words(roles).map((role) => `doc-${role}`);
const flow: ElementRule = { in: ['flow'], holds: '#flow' };

const heading: ElementRule = {
  in: ['flow'],
  holds: '#phrasing',
  roles: ['heading', 'tab', 'doc-subtitle', ...presentational],
  native: 'heading',
};

export const sectionRules: RuleTable = {
  section: {
    ...flow,
    roles: [
      ...words(
        'alert alertdialog application banner complementary contentinfo dialog document feed group log main',
      ),
      ...words('marquee navigation note region search status tabpanel presentation none'),
      ...doc(
        'abstract acknowledgments afterword appendix bibliography chapter colophon conclusion credit credits',
      ),
      ...doc(
        'dedication endnotes epigraph epilogue errata example foreword glossary index introduction notice',
      ),
      ...doc('pagelist part preface prologue pullquote qna toc'),
    ],
    native: 'region',
  },
  nav: {
    ...flow,
    roles: ['navigation', 'menu', 'menubar', 'tablist', ...presentational, ...doc('index pagelist toc')],
    native: 'navigation',
  },
  article: {
    ...flow,
    roles: ['article', 'document', 'application', 'main', 'feed', 'region', ...presentational],
    native: 'article',
  },
  aside: {
    ...flow,
    roles: [
      ...words('note complementary search feed region presentation none'),
      ...doc('dedication example footnote glossary pullquote tip'),
    ],
    native: 'complementary',
  },
  header: { ...flow, roles: ['banner', 'group', ...presentational, 'doc-footnote'], native: 'banner' },
  footer: {
    ...flow,
    roles: ['contentinfo', 'group', ...presentational, 'doc-footnote'],
    native: 'contentinfo',
  },
  main: { ...flow, roles: ['main'], native: 'main' },
  search: {
    ...flow,
    roles: ['search', 'form', 'group', 'region', ...presentational],
    native: 'search',
    typed: false,
  },
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  hgroup: { ...block, holds: '(h1 | h2 | h3 | h4 | h5 | h6) & p* & #support' },
  address: block,
  blockquote: { ...block, takes: { cite: address } },
};
