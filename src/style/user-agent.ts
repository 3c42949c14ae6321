/**
 * The user-agent style sheet: what HTML means on paper before any template speaks (after the
 * rendering section of the HTML standard, but for ruby, which stands in the line: its parentheses are
 * shown), the places of the page-margin boxes (CSS Page 3 §5.3) and the usual look of footnotes (CSS GCPM
 * 3 §2).
 */
export const userAgentSheet = `
html, body, address, article, aside, blockquote, center, details, dialog, dd, div, dl, dt, fieldset,
figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, legend, main, menu, nav,
listing, ol, p, plaintext, pre, search, section, summary, ul, xmp { display: block }
li { display: list-item }
table { display: table }
caption { display: table-caption; text-align: center }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group }
tbody { display: table-row-group }
tfoot { display: table-footer-group }
tr { display: table-row }
td, th { display: table-cell; padding: 0.75pt; vertical-align: top }
th { font-weight: bold; text-align: start }
area, base, basefont, datalist, head, link, meta, noembed, noframes, param, script, style, template,
title, [hidden] { display: none }
img, svg, math, object, video, audio, canvas { display: inline }
button, input, meter, progress, select, textarea { display: inline-block }
slot { display: contents }
dialog:not([open]), input[type="hidden"] { display: none }

center { text-align: center }
fieldset { margin-inline: 1.5pt; padding: 0.35em 0.75em 0.625em; border: 1.5pt groove }
legend { padding-inline: 1.5pt }
p, blockquote, figure, dl, listing, ol, ul, menu, plaintext, pre, xmp { margin-block: 1em }
blockquote, figure { margin-inline: 30pt }
:is(ol, ul, menu) :is(ol, ul, menu) { margin-block: 0 }
dd { margin-left: 30pt }
ol, ul, menu { padding-left: 30pt; counter-reset: list-item }
ol { list-style-type: decimal }
ul, menu { list-style-type: disc }
:is(ol, ul, menu) ul { list-style-type: circle }
:is(ol, ul, menu) :is(ol, ul, menu) ul { list-style-type: square }
ol[type="a" s] { list-style-type: lower-alpha }
ol[type="A" s] { list-style-type: upper-alpha }
ol[type="i" s] { list-style-type: lower-roman }
ol[type="I" s] { list-style-type: upper-roman }
hr { border-top: 0.4pt solid; margin-block: 0.5em }

h1, h2, h3, h4, h5, h6 { font-weight: bold; break-after: avoid; break-inside: avoid }
h1 { font-size: 2em; margin-block: 0.67em; bookmark-level: 1 }
h2 { font-size: 1.5em; margin-block: 0.83em; bookmark-level: 2 }
h3 { font-size: 1.17em; margin-block: 1em; bookmark-level: 3 }
h4 { margin-block: 1.33em; bookmark-level: 4 }
h5 { font-size: 0.83em; margin-block: 1.67em; bookmark-level: 5 }
h6 { font-size: 0.67em; margin-block: 2.33em; bookmark-level: 6 }
.in-part h1 { bookmark-level: 2 }
.in-part h2 { bookmark-level: 3 }
.in-part h3 { bookmark-level: 4 }
.in-part h4 { bookmark-level: 5 }
.in-part h5 { bookmark-level: 6 }
h1[data-number], h2[data-number], h3[data-number] { bookmark-label: attr(data-number) ' ' content(text) }

b, strong { font-weight: bolder }
i, em, cite, var, dfn, address { font-style: italic }
u, ins { text-decoration: underline }
s, strike, del { text-decoration: line-through }
small { font-size: smaller }
big { font-size: larger }
sub { vertical-align: sub; font-size: smaller }
sup { vertical-align: super; font-size: smaller }
math { white-space: nowrap }
math[display="block"] { display: block; margin-block: 1em; text-align: center; text-indent: 0 }
msub > :nth-child(2), munder > :nth-child(2), msubsup > :nth-child(2), munderover > :nth-child(2) {
  vertical-align: sub; font-size: smaller; line-height: 0
}
msup > :nth-child(2), mover > :nth-child(2), mroot > :nth-child(2), msubsup > :nth-child(3),
munderover > :nth-child(3) { vertical-align: super; font-size: smaller; line-height: 0 }
mi { font-style: italic }
mo, mi[mathvariant="normal"] { font-style: normal }
code, kbd, samp, tt, listing, plaintext, pre, xmp { font-family: monospace }
listing, plaintext, pre, xmp { white-space: pre-wrap }
mark { background-color: yellow; color: black }
nobr { white-space: nowrap }
q::before { content: open-quote }
q::after { content: close-quote }
table { border-collapse: separate; border-spacing: 1.5pt; text-indent: 0 }
thead { break-inside: avoid }
tr { break-inside: avoid }

::footnote-call { content: counter(footnote); vertical-align: super; font-size: 65%; text-indent: 0 }
::footnote-marker { content: counter(footnote) ". " }

@page {
  size: A4;
  margin: 20mm;
  @footnote { margin-top: 6pt; padding-top: 3pt; border-top: 0.4pt solid }
  @top-left-corner { text-align: right; vertical-align: middle }
  @top-left { text-align: left; vertical-align: middle }
  @top-center { text-align: center; vertical-align: middle }
  @top-right { text-align: right; vertical-align: middle }
  @top-right-corner { text-align: left; vertical-align: middle }
  @left-top { text-align: center; vertical-align: top }
  @left-middle { text-align: center; vertical-align: middle }
  @left-bottom { text-align: center; vertical-align: bottom }
  @right-top { text-align: center; vertical-align: top }
  @right-middle { text-align: center; vertical-align: middle }
  @right-bottom { text-align: center; vertical-align: bottom }
  @bottom-left-corner { text-align: right; vertical-align: middle }
  @bottom-left { text-align: left; vertical-align: middle }
  @bottom-center { text-align: center; vertical-align: middle }
  @bottom-right { text-align: right; vertical-align: middle }
  @bottom-right-corner { text-align: left; vertical-align: middle }
}
`;
