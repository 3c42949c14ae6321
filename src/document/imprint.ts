/**
 * What Vietnamese law wants to be said of a publication in its imprint (Luật Xuất bản 19/2012, Điều 27; Luật Báo
 * chí 103/2016, Điều 34), beside title, persons, publisher and date: the name of each field in data, as the law
 * calls it, and in English. In the order in which an ebook shows them.
 */
interface ImprintField {
  readonly vi: string;
  readonly en: string;
  /** `first`: on the first screen of an ebook; `paper`: of printed copies alone (Thông tư 01/2020/TT-BTTTT, Điều 11). */
  readonly of?: 'first' | 'paper';
}

export const imprintFields: Readonly<Record<string, ImprintField>> = {
  registration: { vi: 'Số xác nhận đăng ký xuất bản', en: 'Registration number', of: 'first' },
  decision: { vi: 'Số quyết định xuất bản', en: 'Decision to publish', of: 'first' },
  licence: { vi: 'Giấy phép xuất bản', en: 'Licence to publish', of: 'first' },
  responsible: { vi: 'Chịu trách nhiệm xuất bản', en: 'Responsible for the publication' },
  content: { vi: 'Chịu trách nhiệm nội dung', en: 'Responsible for the content' },
  partner: { vi: 'Đối tác liên kết', en: 'Published together with' },
  designer: { vi: 'Trình bày', en: 'Designed by' },
  deposit: { vi: 'Nộp lưu chiểu', en: 'Deposited' },
  price: { vi: 'Giá bán', en: 'Price' },
  printer: { vi: 'Nơi in', en: 'Printed at', of: 'paper' },
  copies: { vi: 'Số lượng in', en: 'Print run', of: 'paper' },
  period: { vi: 'Kỳ hạn xuất bản', en: 'Frequency' },
};

/** The name of a field for those who write by hand: as the law calls it, in small letters. */
export function imprintKey(name: string): string {
  return (imprintFields[name]?.vi ?? name).toLowerCase();
}
