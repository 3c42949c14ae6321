/** What the conformity sheet says, in both languages; `{name}` slots are filled by the sheet. */
const en = {
  title: 'Conformity sheet of an archive file',
  file: 'File',
  name: 'Name',
  size: 'Size',
  bytes: '{size} bytes',
  pages: 'Pages',
  version: 'PDF version',
  document: 'Document (fields of Thông tư 02/2019/TT-BNV)',
  claims: 'What the file claims to conform to',
  fonts: 'Fonts',
  embedded: '{name}: embedded',
  missing: '{name}: not embedded',
  noFonts: 'The file has no text.',
  checks: 'What was checked, and by what means',
  writing:
    'While it was written, anpham held the file to the rules that it knows of these standards; a file that breaks one is not made.',
  clean: 'Afterwards the bytes were read back by anpham’s own check: nothing was found.',
  found:
    'Afterwards the bytes were read back by anpham’s own check: {errors} error(s), {warnings} warning(s).',
  words:
    'The words were read back out of the file and compared with the source: {words} words, none lost, added or moved.',
  noWords: 'The words were not compared with the source (option --verify).',
  outside:
    'No outside validator, such as veraPDF, has seen the file. This sheet says what was checked; it is no certificate.',
  hash: 'The file is the one that this sheet speaks of if its SHA-256 is the one above (sha256sum; certutil -hashfile FILE SHA256).',
  receivedBy: 'Received by',
  date: 'Date',
};

export type SheetWords = Readonly<Record<keyof typeof en, string>>;

const vi: SheetWords = {
  title: 'Phiếu hợp chuẩn của tệp lưu trữ',
  file: 'Tệp',
  name: 'Tên tệp',
  size: 'Dung lượng',
  bytes: '{size} byte',
  pages: 'Số trang',
  version: 'Phiên bản PDF',
  document: 'Văn bản (trường thông tin theo Thông tư 02/2019/TT-BNV)',
  claims: 'Chuẩn mà tệp tuyên bố tuân theo',
  fonts: 'Phông chữ',
  embedded: '{name}: đã nhúng',
  missing: '{name}: chưa nhúng',
  noFonts: 'Tệp không có chữ.',
  checks: 'Đã kiểm tra những gì, bằng cách nào',
  writing:
    'Khi ghi tệp, anpham áp dụng các quy tắc mà chương trình biết của những chuẩn trên; tệp vi phạm quy tắc nào thì không được tạo ra.',
  clean: 'Sau đó tệp được đọc lại bằng phép kiểm riêng của anpham: không thấy lỗi.',
  found: 'Sau đó tệp được đọc lại bằng phép kiểm riêng của anpham: {errors} lỗi, {warnings} cảnh báo.',
  words:
    'Chữ trong tệp đã được đọc ra và đối chiếu với bài gốc: {words} tiếng, không mất, không thừa, không sai thứ tự.',
  noWords: 'Chữ trong tệp chưa được đối chiếu với bài gốc (tùy chọn --verify).',
  outside:
    'Chưa có chương trình kiểm định bên ngoài nào, chẳng hạn veraPDF, kiểm tra tệp. Phiếu này ghi những gì đã kiểm, không phải giấy chứng nhận.',
  hash: 'Tệp đúng là tệp nêu trong phiếu nếu mã SHA-256 trùng với mã ở trên (sha256sum; certutil -hashfile TỆP SHA256).',
  receivedBy: 'Người nhận',
  date: 'Ngày',
};

export const sheetWords = { en, vi } as const;
