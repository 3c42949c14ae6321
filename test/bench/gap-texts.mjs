/**
 * Three texts for the comparison of word gaps, invented, and the same on every machine: Vietnamese news,
 * Vietnamese full of numbers, names and foreign words, English. A text is 60 paragraphs of three to six
 * sentences, each sentence with one of several words in its slots.
 */

const news = `Sáng nay, Ủy ban nhân dân {tỉnh|huyện|thành phố} tổ chức hội nghị tổng kết công tác {sắp xếp đơn vị hành chính|cải cách thủ tục|xây dựng nông thôn mới} và bàn nhiệm vụ trọng tâm của năm tới.
Theo báo cáo trình bày tại hội nghị, các địa phương đã {hoàn thành|vượt} phần lớn chỉ tiêu được giao, đời sống của người dân ở {vùng cao|vùng biên|các xã ven sông} tiếp tục được cải thiện.
Nhiều tuyến đường liên thôn được {bê tông hóa|mở rộng|sửa chữa}, điện lưới và nước sạch đã đến tận những bản xa nhất.
Bên cạnh kết quả đạt được, đại biểu cũng thẳng thắn chỉ ra {hạn chế|khó khăn|vướng mắc} trong quá trình triển khai, nhất là việc bố trí cán bộ dôi dư sau khi sáp nhập.
Bà con trong thôn phấn khởi lắm, vì từ nay con em {đi học|đi khám bệnh|ra chợ} không còn phải lội suối như trước.
Phát biểu chỉ đạo, lãnh đạo tỉnh yêu cầu các sở, ngành {rà soát|công khai|rút ngắn} từng khâu, từng việc, bảo đảm rõ người, rõ trách nhiệm, rõ thời hạn hoàn thành.
Từ một xã thuần nông, đến nay {nơi đây|địa phương} đã có hơn một nửa số hộ làm thêm nghề phụ, thu nhập bình quân tăng gấp rưỡi so với đầu nhiệm kỳ.
Trời rét đậm kéo dài khiến đàn gia súc bị ảnh hưởng, song nhờ {chủ động|kịp thời} che chắn chuồng trại nên thiệt hại không lớn.
Mùa này, hoa hồi nở trắng khắp các triền đồi, mùi thơm {lan xa|theo gió|thoang thoảng} xuống tận con đường ven suối.
Hội Phụ nữ xã đã vận động hội viên góp vốn xoay vòng, giúp nhau {mua giống|trồng rừng|làm nhà}, không ai bị bỏ lại phía sau.
Các ý kiến đều thống nhất rằng việc sắp xếp phải {thận trọng|khẩn trương|đồng bộ}, lắng nghe nguyện vọng của nhân dân và giữ gìn nét văn hóa riêng của mỗi vùng.
Chính quyền xã {niêm yết|phổ biến|gửi} phương án tới từng khu dân cư để lấy ý kiến cử tri trước khi trình hội đồng nhân dân xem xét.
Anh cho biết, nhờ được tập huấn kỹ thuật, vườn na của gia đình năm nay {sai quả|được mùa|ít sâu bệnh} hơn hẳn mọi năm.
Trong không khí ấm áp của những ngày giáp Tết, phiên chợ vùng cao {đông vui|nhộn nhịp|rực rỡ} từ sớm với đủ thứ hàng do chính tay người dân làm ra.
Công an xã phối hợp với các đoàn thể {tuyên truyền|nhắc nhở|hướng dẫn} bà con chấp hành quy định về an toàn giao thông và phòng cháy, chữa cháy.
Ngành giáo dục chuẩn bị {sách vở|phòng học|bếp ăn} cho năm học mới, ưu tiên các điểm trường lẻ còn nhiều thiếu thốn.
Cụ kể rằng ngày trước cả bản chỉ có một con đường mòn, muốn ra huyện phải {đi bộ|dắt ngựa} mất gần một ngày.
Đoàn công tác đã đến thăm, tặng quà các gia đình chính sách, {người có công|hộ nghèo|người cao tuổi} và động viên bộ đội đang làm nhiệm vụ nơi biên giới.
Việc số hóa hồ sơ giúp người dân không phải đi lại nhiều lần, thời gian giải quyết {giảm hẳn|được rút ngắn|nhanh hơn trước}.
Lễ hội năm nay có thêm phần thi {hát then|kéo co|đẩy gậy}, thu hút đông đảo du khách trong và ngoài tỉnh về dự.
Qua giám sát cho thấy một số công trình chậm tiến độ là do {mưa lũ|giá vật liệu tăng|thiếu mặt bằng}, không phải do nhà thầu buông lỏng.
Ông khẳng định, cái được lớn nhất không phải là con đường hay ngôi trường, mà là {niềm tin|sự đồng thuận|tinh thần đoàn kết} của nhân dân.
Kết thúc buổi làm việc, hai bên thống nhất {ký kết|duy trì|mở rộng} chương trình phối hợp, định kỳ trao đổi thông tin và cùng nhau tháo gỡ khó khăn cho doanh nghiệp.
Rừng được giao đến từng hộ, có người trông coi nên mấy năm nay {không còn cảnh chặt phá|nguồn nước trong hơn|chim thú về nhiều}.
Những căn nhà sàn cũ được giữ lại, sửa sang để đón khách, vừa có thêm {thu nhập|việc làm}, vừa gìn giữ nếp nhà của ông cha.
Hợp tác xã đứng ra bao tiêu sản phẩm nên nông dân yên tâm {mở rộng diện tích|đổi giống|đầu tư chăm bón}.`;

const numbers = `Ngày 13/1/2020, Sở Nội vụ tỉnh Lạng Sơn công bố Nghị quyết số {818/NQ-UBTVQH14|27/NQ-HĐND|1211/2016/UBTVQH13} về việc sắp xếp 51/226 đơn vị hành chính cấp xã.
Ông Nguyễn Văn {An|Bình|Khải}, Giám đốc Sở Kế hoạch và Đầu tư, cho biết GRDP tăng {5,62|6,48|7,3} %, thu ngân sách đạt 7.812,4 tỷ đồng, bằng 104,7 % dự toán.
Tại TP. Hồ Chí Minh, PGS.TS. Trần Thị {Mai|Hương|Lan} (Đại học Khoa học Xã hội và Nhân văn) trình bày tham luận về Facebook, TikTok và YouTube trong giới trẻ từ 15 đến 24 tuổi.
Công ty TNHH {Samsung Electronics|LG Display|Foxconn} Việt Nam tuyển 1.250 lao động, lương từ 7,5 đến 12 triệu đồng/tháng, phụ cấp ăn ca 25.000 đồng.
Quốc lộ 1A đoạn Km 24 + 300 đến Km 31 + 850 rộng {11|12,5} m, vận tốc thiết kế 80 km/h, tổng mức đầu tư 1.368,9 tỷ đồng.
Theo WHO và UNICEF, tỷ lệ tiêm chủng ở 4 huyện Bình Gia, Văn Quan, Tràng Định, Đình Lập đạt {96,2|97,8|98,1} %.
Trận chung kết V.League giữa Hà Nội FC và {Hoàng Anh Gia Lai|Sông Lam Nghệ An|Becamex Bình Dương} kết thúc với tỷ số 2 - 1, bàn thắng quyết định của Nguyễn Quang Hải ở phút 87.
Điều 5, khoản 2, điểm c Nghị định số 30/2020/NĐ-CP quy định cỡ chữ {13 - 14|12 - 13}, phông Times New Roman, bộ mã Unicode TCVN 6909:2001.
Bà Hoàng Thị {Bích|Ngọc|Thảo} (SN 1978, trú tại thôn Pò Cại, xã Hoàng Đồng) nuôi 350 con gà và trồng 2,4 ha hồi, mỗi năm lãi trên 180 triệu đồng.
Giá dầu Brent giao tháng {3|5|9} giảm 1,27 USD, xuống 63,48 USD/thùng; vàng SJC đứng ở mức 43,35 triệu đồng/lượng.
Chương trình OCOP có {38|41|57} sản phẩm đạt 3 sao trở lên, trong đó 6 sản phẩm được chứng nhận GlobalGAP, HACCP hoặc ISO 22000:2018.
Tổng thống Emmanuel Macron và Thủ tướng Angela Merkel gặp nhau tại {Strasbourg|Luxembourg|Versailles}, bàn về quỹ phục hồi trị giá 750 tỷ euro.
Nhiệt độ thấp nhất ở Mẫu Sơn là {−1,4|−0,8|0,3} °C, ở thành phố 9,6 °C; lượng mưa 24 giờ qua từ 15 đến 40 mm.
Phần mềm chạy trên Windows 10, Android 9 và iOS 13, dùng giao thức {HTTPS|OAuth 2.0|SOAP}, lưu dữ liệu bằng PostgreSQL với khoảng 2,3 triệu bản ghi.
Đồng chí Lê Minh {Tuấn|Đức|Hoàng}, Phó Chủ tịch UBND huyện Cao Lộc, trao 65 suất quà, mỗi suất 500.000 đồng, cho các hộ ở thị trấn Đồng Đăng.
Từ 7 giờ 30 phút ngày 21/2, các bến xe Giáp Bát, Mỹ Đình, Nước Ngầm tăng {120|150|210} lượt xe, giá vé không quá 60 % ngày thường.
Kỳ thi tốt nghiệp THPT có 8.412 thí sinh dự thi tại 29 điểm; môn Toán có {17|23|31} bài đạt điểm 9,8 trở lên.
Cuốn Truyện Kiều bản Kiều Oánh Mậu 1902, khổ 16 × 24 cm, dày {412|368} trang, do NXB Văn học và Công ty Nhã Nam ấn hành.
Tàu SE{1|3|7} rời ga Hà Nội lúc 19 giờ 20, tới ga Đà Nẵng 10 giờ 40 hôm sau, quãng đường 791 km.
VNPT và Viettel phủ sóng 4G tới 200/200 xã, phường, thị trấn; tốc độ tải xuống trung bình {38,7|41,2} Mbps.`;

const english = `The council met on {Tuesday|Thursday} evening to consider whether the old market hall, which has stood empty since the flood, should be restored or pulled down.
Several residents argued that the building deserved protection because of its {remarkable|unusual|magnificent} timber roof and the inscription above the southern entrance.
According to the engineer's report, the foundations have settled by almost four inches, although the movement appears to have {stopped|slowed considerably|stabilised} during the past decade.
Nobody who walked through the valley that summer could have guessed how quickly the landscape would change once the {railway|reservoir|motorway} arrived.
She kept a careful record of every letter she received, together with the date, the weather and a short note about the {correspondent|handwriting|circumstances}.
It is often said that typography is invisible when it is done well, yet an attentive reader notices the {evenness|rhythm|colour} of the lines long before understanding why.
The committee recommended that further investigation be undertaken before any {irreversible|substantial|administrative} decision was made.
In the early morning the fishermen dragged their boats across the shingle, talking in low voices about the price of {herring|diesel|mackerel} and the likelihood of rain.
What the figures do not show is the extraordinary patience with which the volunteers {catalogued|photographed|transcribed} more than eleven thousand documents.
His grandfather had been a bookbinder, and the house was full of presses, awls, bone folders and unfinished {volumes|albums|atlases}.
Although the experiment was repeated under identical conditions, the results differed by a small but statistically {significant|insignificant} amount.
Most of the manuscripts were written on paper of poor quality, so that the ink has eaten through the page and left only a {brown|delicate|fragile} outline of each letter.
The orchestra rehearsed the slow movement three times, because the conductor was dissatisfied with the balance between the {clarinets|violas|trombones} and the rest.
A short distance beyond the bridge the path divides, and travellers unfamiliar with the district should take the {left|narrower|upper} branch.
International organisations have long recognised that libraries need reliable {electricity|funding|infrastructure} before they need new software.
Her argument was simple: a public institution that cannot explain its own procedures will sooner or later lose the {confidence|attention|support} of the public.
By the middle of the afternoon the temperature had risen to thirty-four degrees, and even the shaded side of the square was {deserted|unbearable}.
The translation follows the second edition, except where the author's own corrections make the meaning {clearer|unmistakable|ambiguous}.
Unemployment in the northern counties fell for the third consecutive quarter, largely because of seasonal work in {agriculture|tourism|construction}.
They had expected a formal ceremony with speeches, but the headmaster merely shook hands with everybody and went back to his {office|microscope|correspondence}.
Photographs taken from the tower show that the original street pattern survived until the {reconstruction|bombardment|redevelopment} of the nineteen-fifties.
If the measurements are correct, the glacier has retreated by roughly a kilometre, which corresponds to the predictions of the {earlier|Norwegian|theoretical} model.
We sat on the verandah and listened to the rain; there was nothing else to do, and nobody seemed in the least {impatient|disappointed}.
The new regulations require manufacturers to publish a comprehensive description of every {component|ingredient|modification}, including those supplied by third parties.`;

/** A small seeded generator (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function paragraphs(source, seed, count = 60) {
  const next = random(seed);
  const sentences = source.split('\n');
  let bag = [];
  const draw = () => {
    if (bag.length === 0) {
      bag = [...sentences];
      for (let i = bag.length - 1; i > 0; i -= 1) {
        const j = Math.floor(next() * (i + 1));
        [bag[i], bag[j]] = [bag[j], bag[i]];
      }
    }
    return bag.pop().replace(/\{([^}]*)\}/g, (_, choices) => {
      const list = choices.split('|');
      return list[Math.floor(next() * list.length)];
    });
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + Math.floor(next() * 4) }, draw).join(' '),
  );
}

/** The texts by name, with their language and their paragraphs. */
export const gapTexts = [
  { name: 'vi news', language: 'vi', paragraphs: paragraphs(news, 1) },
  { name: 'vi numbers', language: 'vi', paragraphs: paragraphs(numbers, 2) },
  { name: 'en', language: 'en', paragraphs: paragraphs(english, 3) },
];
