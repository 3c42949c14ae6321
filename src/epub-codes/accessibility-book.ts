/** What is said of pages, metadata and claims of an ebook that keep a reader out or mislead one. */
import type { CodeEntry } from '../code-entry.js';

export const accessibilityBookCodes = {
  'CHECK-EPUB-LANDMARKS': {
    severity: 'warning',
    clause: 'EPUB 3.3, 7.6',
    en: 'the navigation has no landmarks',
    vi: 'phần điều hướng không có các mốc',
    hint: {
      en: 'Add nav epub:type="landmarks" with the beginning of the text (bodymatter).',
      vi: 'Hãy thêm nav epub:type="landmarks" có chỗ bắt đầu phần chính (bodymatter).',
    },
  },
  'CHECK-EPUB-PAGE-LIST': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.4.1',
    en: 'the page list does not lead to page “{label}” in reading order',
    vi: 'danh sách trang không dẫn tới trang “{label}” theo thứ tự đọc',
    hint: {
      en: 'Lead to a place that exists, after that of the page before.',
      vi: 'Hãy dẫn tới chỗ có thật, sau chỗ của trang trước.',
    },
  },
  'CHECK-EPUB-PAGE-LIST-NONE': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.4.1',
    en: '{count} page break(s) are marked in the text, but the navigation has no page list',
    vi: 'trong bài đánh dấu {count} chỗ ngắt trang nhưng phần điều hướng không có danh sách trang',
    hint: {
      en: 'Add nav epub:type="page-list" with an entry for each.',
      vi: 'Hãy thêm nav epub:type="page-list" có mục cho từng trang.',
    },
  },
  'CHECK-EPUB-PAGE-LABEL': {
    severity: 'warning',
    clause: 'DPUB-ARIA 1.1, doc-pagebreak',
    en: '{count} page break marker(s) have no label to be read out',
    vi: '{count} dấu ngắt trang không có nhãn để đọc lên',
    hint: {
      en: 'Put the number of the page into aria-label.',
      vi: 'Hãy ghi số trang vào aria-label.',
    },
  },
  'CHECK-EPUB-PAGE-OTHER': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.4.1',
    en: 'the page list calls a page “{label}”, its marker “{marker}”',
    vi: 'danh sách trang gọi một trang là “{label}”, dấu ở đó ghi “{marker}”',
    hint: {
      en: 'Name the page alike in both.',
      vi: 'Hãy ghi hai nơi như nhau.',
    },
  },
  'CHECK-EPUB-PAGE-REPEATED': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.4.1',
    en: 'the page list has page “{label}” again after other pages',
    vi: 'danh sách trang lại có trang “{label}” sau những trang khác',
    hint: {
      en: 'Each page of the printed edition stands there once, or twice in a row.',
      vi: 'Mỗi trang của bản in chỉ có một lần, hoặc hai lần liền nhau.',
    },
  },
  'CHECK-EPUB-PAGE-TARGET': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.4.1',
    en: '{count} entry or entries of the page list, “{label}” first, lead to elements that are no page break markers',
    vi: '{count} mục của danh sách trang, đầu tiên là “{label}”, dẫn tới phần tử không phải dấu ngắt trang',
    hint: {
      en: 'Mark the places with role="doc-pagebreak" and epub:type="pagebreak".',
      vi: 'Hãy đánh dấu các chỗ đó bằng role="doc-pagebreak" và epub:type="pagebreak".',
    },
  },
  'CHECK-EPUB-PAGE-UNLISTED': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.4.1',
    en: '{count} page break marker(s) are not in the page list',
    vi: '{count} dấu ngắt trang không có trong danh sách trang',
    hint: {
      en: 'Add them to the list.',
      vi: 'Hãy thêm vào danh sách.',
    },
  },
  'CHECK-EPUB-PAGE-SOURCE': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.4.2',
    en: 'the package does not say which printed edition the page list follows',
    vi: 'tệp OPF không ghi danh sách trang theo bản in nào',
    hint: {
      en: 'Name it in a meta with property="pageBreakSource", best by its ISBN.',
      vi: 'Hãy ghi trong meta có property="pageBreakSource", tốt nhất là bằng ISBN.',
    },
  },
  'CHECK-EPUB-PAGE-SPOKEN': {
    severity: 'warning',
    clause: 'EPUB 3.3, 9.3.4',
    en: 'the media overlay reads {count} page break(s) aloud and does not say that they are ones',
    vi: 'lớp đọc kèm đọc {count} chỗ ngắt trang mà không ghi đó là ngắt trang',
    hint: {
      en: 'Put epub:type="pagebreak" on the par, so that readers can switch page numbers off.',
      vi: 'Hãy ghi epub:type="pagebreak" ở par để người đọc tắt được số trang.',
    },
  },
  'CHECK-EPUB-METADATA': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 2.2',
    en: 'the package does not say how the book can be read: {properties}',
    vi: 'tệp OPF không cho biết đọc sách bằng cách nào: {properties}',
    hint: {
      en: 'Shops and libraries show it, and the European Accessibility Act has them ask for it: say what is true of the book.',
      vi: 'Cửa hàng và thư viện hiển thị các mục này, và luật tiếp cận của châu Âu đòi hỏi: hãy ghi đúng như sách có.',
    },
  },
  'CHECK-EPUB-METADATA-ADVISED': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 2.2',
    en: 'the package says how the book can be read without {properties}',
    vi: 'tệp OPF cho biết cách đọc sách nhưng thiếu {properties}',
    hint: {
      en: 'Add it: one names what suffices to read all of the book, the other tells people in a sentence.',
      vi: 'Hãy thêm: một mục ghi cách đọc đủ để đọc hết sách, một mục nói với người đọc bằng một câu.',
    },
  },
  'CHECK-EPUB-METADATA-VALUE': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 2.2',
    en: '“{value}” is no value of {property}',
    vi: '“{value}” không phải giá trị của {property}',
    hint: {
      en: 'Take one from the Schema.org accessibility vocabulary; upper and lower case count.',
      vi: 'Hãy dùng giá trị trong bộ từ vựng tiếp cận của Schema.org, đúng chữ hoa chữ thường.',
    },
  },
  'CHECK-EPUB-METADATA-AGAINST': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 2.2',
    en: '{property} contradicts itself: {values}',
    vi: '{property} tự mâu thuẫn: {values}',
    hint: {
      en: 'Keep what is true of the book.',
      vi: 'Hãy giữ giá trị đúng với sách.',
    },
  },
  'CHECK-EPUB-MODE': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 2.2',
    en: 'the book has what is {mode} only, and schema:accessMode does not say so',
    vi: 'sách có nội dung {mode} mà schema:accessMode không ghi',
    hint: {
      en: 'Add {mode} to schema:accessMode.',
      vi: 'Hãy thêm {mode} vào schema:accessMode.',
    },
  },
  'CHECK-EPUB-CLAIM': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 2.2',
    en: 'the package claims the feature {feature}, and the book has nothing of the kind',
    vi: 'tệp OPF ghi tính năng {feature} nhưng sách không có gì như vậy',
    hint: {
      en: 'Take the claim out, or add what it promises.',
      vi: 'Hãy bỏ lời ghi, hoặc thêm điều nó hứa.',
    },
  },
  'CHECK-EPUB-CLAIM-ALT': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 2.2',
    en: 'the package claims {claim}, but {count} picture(s) have no words that describe them',
    vi: 'tệp OPF ghi {claim} nhưng {count} ảnh không có lời mô tả',
    hint: {
      en: 'Describe the pictures, or take the claim out.',
      vi: 'Hãy mô tả các ảnh, hoặc bỏ lời ghi.',
    },
  },
  'CHECK-EPUB-CONFORMS': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.5.1',
    en: '“{value}” is no claim of conformance that anybody knows',
    vi: '“{value}” không phải lời tuyên bố tuân thủ nào được công nhận',
    hint: {
      en: 'Write it as “EPUB Accessibility 1.1 - WCAG 2.2 Level AA”, with the version and level that were evaluated.',
      vi: 'Hãy ghi như “EPUB Accessibility 1.1 - WCAG 2.2 Level AA”, với phiên bản và mức đã được đánh giá.',
    },
  },
  'CHECK-EPUB-CERTIFIER': {
    severity: 'warning',
    clause: 'EPUB Accessibility 1.1, 3.5.2',
    en: 'the package claims {claim} and does not say who evaluated it',
    vi: 'tệp OPF tuyên bố {claim} mà không ghi ai đã đánh giá',
    hint: {
      en: 'Name the person or organisation in a11y:certifiedBy; without an evaluation take the claim out.',
      vi: 'Hãy ghi người hay tổ chức đánh giá vào a11y:certifiedBy; chưa ai đánh giá thì bỏ lời tuyên bố.',
    },
  },
  'CHECK-EPUB-CONFORMS-BROKEN': {
    severity: 'error',
    clause: 'EPUB Accessibility 1.1, 3.3, 3.5',
    en: 'the package claims {claim}, but {count} place(s) of the book break it: {codes}',
    vi: 'tệp OPF tuyên bố {claim} nhưng sách vi phạm ở {count} chỗ: {codes}',
    hint: {
      en: 'Mend them, or take the claim (conformsTo) out; an ebook that breaks it is not given out.',
      vi: 'Hãy sửa các chỗ đó, hoặc bỏ lời tuyên bố (đạt chuẩn); sách điện tử vi phạm thì không được xuất ra.',
    },
  },
} satisfies Record<string, CodeEntry>;
