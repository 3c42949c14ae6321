/**
 * The EJS templates that epub-gen-memory fills: package document, navigation document, NCX and
 * chapter. They are constants; no text of a user is ever a template. `<%=` escapes; `<%-` writes the
 * markup that `serialise-xhtml.ts` made. All our data stands under `m`, because EJS takes some names
 * at the top (`strict`, `delimiter`, `client`…) for its own options.
 */

/** Package document (EPUB 3.3, 5). */
export const packageTemplate = `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id" xml:lang="<%= m.metadata.language %>"<% if (m.hasFonts) { %> prefix="ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/"<% } %>>
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<% m.metadata.items.forEach(function (item) { -%>
<% if (item.type === 'dc') { -%>
    <dc:<%= item.name %><% if (item.id) { %> id="<%= item.id %>"<% } %>><%= item.value %></dc:<%= item.name %>>
<% } else if (item.type === 'meta') { -%>
    <meta<% if (item.id) { %> id="<%= item.id %>"<% } if (item.refines) { %> refines="#<%= item.refines %>"<% } %> property="<%= item.property %>"<% if (item.scheme) { %> scheme="<%= item.scheme %>"<% } %>><%= item.value %></meta>
<% } else { -%>
    <link<% if (item.id) { %> id="<%= item.id %>"<% } if (item.refines) { %> refines="#<%= item.refines %>"<% } %> rel="<%= item.rel %>" href="<%= item.href %>"/>
<% } -%>
<% }) -%>
<% if (m.rendition) { -%>
    <meta property="rendition:layout"><%= m.rendition.layout %></meta>
    <meta property="rendition:orientation"><%= m.rendition.orientation %></meta>
    <meta property="rendition:spread"><%= m.rendition.spread %></meta>
<% } -%>
<% if (m.hasFonts) { -%>
    <meta property="ibooks:specified-fonts">true</meta>
<% } -%>
<% if (m.coverId) { -%>
    <meta name="cover" content="<%= m.coverId %>"/>
<% } -%>
<% m.licences.forEach(function (licence) { -%>
    <link rel="dcterms:license" refines="#<%= licence.id %>" href="<%= licence.href %>" media-type="<%= licence.mediaType %>"/>
<% }) -%>
  </metadata>
  <manifest>
<% m.manifest.forEach(function (item) { -%>
    <item id="<%= item.id %>" href="<%= item.href %>" media-type="<%= item.mediaType %>"<% if (item.properties) { %> properties="<%= item.properties %>"<% } %>/>
<% }) -%>
  </manifest>
  <spine<% if (m.hasNcx) { %> toc="ncx"<% } %>>
<% m.spine.forEach(function (ref) { -%>
    <itemref idref="<%= ref.id %>"<% if (!ref.linear) { %> linear="no"<% } %><% if (ref.properties) { %> properties="<%= ref.properties %>"<% } %>/>
<% }) -%>
  </spine>
</package>
`;

/** Navigation document (EPUB 3.3, 7): contents, which are shown; landmarks, figures, tables and pages for reading systems. */
export const navigationTemplate = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="<%= m.metadata.language %>" lang="<%= m.metadata.language %>">
<head>
<title><%= m.phrases.contents %></title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body class="<%= m.navigationClasses %>" epub:type="frontmatter" data-origin="generated">
<nav class="contents" epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">
<h1 id="toc-title"><%= m.phrases.contents %></h1>
<% function list(points) { -%>
<ol>
<% points.forEach(function (point) { -%>
<li><a href="<%= point.href %>"><%= point.label %></a><% if (point.children.length) { %>
<% list(point.children) } -%>
</li>
<% }) -%>
</ol>
<% } list(m.navigation.toc) -%>
</nav>
<nav epub:type="landmarks" id="landmarks" hidden="hidden" aria-label="<%= m.phrases.landmarks %>">
<ol>
<% m.navigation.landmarks.forEach(function (landmark) { -%>
<li><a epub:type="<%= landmark.type %>" href="<%= landmark.href %>"><%= landmark.label %></a></li>
<% }) -%>
</ol>
</nav>
<% [['loi', 'figures'], ['lot', 'tables']].forEach(function (list) { if (m.navigation[list[1]].length) { -%>
<nav epub:type="<%= list[0] %>" id="<%= list[0] %>" hidden="hidden" aria-labelledby="<%= list[0] %>-title">
<h2 id="<%= list[0] %>-title"><%= m.phrases[list[1]] %></h2>
<ol>
<% m.navigation[list[1]].forEach(function (entry) { -%>
<li><a href="<%= entry.href %>"><%= entry.label %></a></li>
<% }) -%>
</ol>
</nav>
<% } }) -%>
<% if (m.navigation.pages.length) { -%>
<nav epub:type="page-list" role="doc-pagelist" id="page-list" hidden="hidden" aria-label="<%= m.phrases.pages %>">
<ol>
<% m.navigation.pages.forEach(function (page) { -%>
<li><a href="<%= page.href %>"><%= page.label %></a></li>
<% }) -%>
</ol>
</nav>
<% } -%>
</body>
</html>
`;

/** NCX of EPUB 2 (EPUB 3.3, 5.9.5), for the readers that know nothing newer. */
export const ncxTemplate = `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="<%= m.metadata.language %>">
<head>
<meta name="dtb:uid" content="<%= m.metadata.identifier %>"/>
<meta name="dtb:depth" content="<%= m.navigation.depth %>"/>
<meta name="dtb:totalPageCount" content="<%= m.navigation.pages.length %>"/>
<meta name="dtb:maxPageNumber" content="<%= m.navigation.pages.length %>"/>
</head>
<docTitle><text><%= m.metadata.title %></text></docTitle>
<navMap>
<% var order = 0; function points(list) { list.forEach(function (point) { order++ -%>
<navPoint id="point-<%= order %>" playOrder="<%= order %>"><navLabel><text><%= point.label %></text></navLabel><content src="<%= point.href %>"/>
<% points(point.children) -%>
</navPoint>
<% }) } points(m.navigation.toc) -%>
</navMap>
<% if (m.navigation.pages.length) { -%>
<pageList>
<navLabel><text><%= m.phrases.pages %></text></navLabel>
<% m.navigation.pages.forEach(function (page, i) { order++ -%>
<pageTarget id="target-<%= i + 1 %>" type="normal" value="<%= i + 1 %>" playOrder="<%= order %>"><navLabel><text><%= page.label %></text></navLabel><content src="<%= page.href %>"/></pageTarget>
<% }) -%>
</pageList>
<% } -%>
</ncx>
`;

/** Content document (EPUB 3.3, 6.1). The library gives it the chapter's own keys. */
export const chapterTemplate = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="<%= m.language %>" lang="<%= m.language %>">
<head>
<title><%= m.title %></title>
<% if (m.viewport) { -%>
<meta name="viewport" content="width=<%= m.viewport.width %>, height=<%= m.viewport.height %>"/>
<% } -%>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body class="<%= m.className %>" epub:type="<%= m.epubType %>"<% if (m.origin !== 'content') { %> data-origin="<%= m.origin %>"<% } %>>
<%- m.markup %>
</body>
</html>
`;
