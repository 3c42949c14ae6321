/** Metadata of a publication whose source says all that one can say. The numbers are made up: their check digits are right. */
import type { Metadata } from '../../../src/document/publication.js';

export const everything: Metadata = {
  title: 'Bản tin Đồng Mỏ',
  subtitle: 'Xuân Canh Tý',
  section: 'Thời sự',
  authors: ['HÀ MY', 'Lewis Carroll'],
  people: [
    { name: 'Lewis Carroll', roles: ['aut', 'ill'], fileAs: 'Carroll, Lewis' },
    { name: 'Trần Văn B', roles: ['edt'] },
    { name: 'Lê C', roles: ['trl', 'wac'] },
  ],
  sources: ['Theo VOV'],
  date: '2020-01-15',
  originalDate: '1865',
  language: 'vi',
  publisher: 'Ủy ban nhân dân thị trấn',
  description: 'Tin tức & việc làm của <thị trấn>',
  rights: '© 2020 Ủy ban nhân dân thị trấn',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  isbn: { ebook: '9786040000019', print: '9786040000026' },
  issn: '1859-0128',
  series: { name: 'Bản tin Đồng Mỏ', type: 'series' },
  bookEdition: 'In lần thứ hai',
  subjects: ['tin tức', 'đời sống'],
  accessibility: {
    conformsTo: ['EPUB Accessibility 1.1 - WCAG 2.2 Level AA', 'https://www.w3.org/TR/WCAG22/'],
    certifiedBy: 'Đơn vị đánh giá',
    credentials: ['Chứng nhận A', 'https://example.org/credential'],
    report: 'https://example.org/report',
    exemptions: ['eaa-microenterprise'],
  },
  extra: { issue: 'Số 12' },
};
