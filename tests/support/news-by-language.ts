/** A short invented news report in a language, by sentence. */
export interface LanguageSample {
  readonly lang: string;
  readonly title: string;
  readonly sentences: readonly string[];
  /** A word as readers type it. If the language has a stemmer, the report has only other forms of it. */
  readonly query: string;
  /** Whether the report has only other forms of the query's word. */
  readonly inflected: boolean;
}

/** Reports in sixteen languages, each about something else, so that none is found by another's words. */
export const NEWS_BY_LANGUAGE: readonly LanguageSample[] = [
  {
    lang: 'fr',
    title: 'Le conseil vote la reconstruction du pont de Marnay',
    sentences: [
      'Le conseil municipal de Marnay a voté mardi soir la reconstruction du pont emporté par la crue de mars.',
      'Les travaux commenceront en juin et dureront deux ans, a précisé la maire devant les habitants.',
      'Le chantier coûtera 4,5 millions d’euros, dont la moitié sera payée par la région.',
      'M. Lefort, l’ingénieur chargé du projet, a promis une passerelle provisoire avant l’été.',
      'Les commerçants du centre se plaignent de la chute de leurs ventes depuis la fermeture de la route.',
      'Une réunion publique aura lieu le 12 avril à la salle des fêtes.',
    ],
    query: 'reconstructions',
    inflected: true,
  },
  {
    lang: 'de',
    title: 'Bergwald bekommt eine neue Schule',
    sentences: [
      'Der Gemeinderat von Bergwald hat am Montag den Bau einer neuen Schule beschlossen.',
      'Das alte Gebäude war im Winter wegen Schimmel geschlossen worden, sagte die Bürgermeisterin.',
      'Rund 300 Kinder werden seither in Containern unterrichtet.',
      'Die Kosten schätzt die Verwaltung auf 18 Mio. Euro, von denen das Land zwei Drittel übernimmt.',
      'Die Arbeiten sollen am 3. September beginnen und im Herbst des übernächsten Jahres enden.',
      'Die Eltern hatten monatelang gegen die Zustände protestiert und eine Petition mit 2.000 Unterschriften übergeben.',
    ],
    query: 'Schulen',
    inflected: true,
  },
  {
    lang: 'es',
    title: 'Los pescadores de Puerto Claro vuelven al mar',
    sentences: [
      'Los pescadores de Puerto Claro volvieron el lunes al mar después de tres semanas de huelga.',
      'El gobierno regional aceptó bajar el precio del combustible y aplazar el pago de las licencias.',
      'La huelga había dejado sin pescado fresco a los mercados de toda la costa.',
      'La Sra. Ibáñez, portavoz de las cofradías, dijo que el acuerdo era bueno pero llegaba tarde.',
      'Unas cuatrocientas familias viven de la pesca en la comarca.',
      'Las dos partes se reunirán de nuevo en septiembre para revisar las cuotas de captura.',
    ],
    query: 'huelgas',
    inflected: true,
  },
  {
    lang: 'pt',
    title: 'Hospital de Vila Serena reabre depois do incêndio',
    sentences: [
      'O hospital de Vila Serena reabriu nesta quarta-feira, dois meses depois do incêndio que destruiu a enfermaria.',
      'Os primeiros doentes chegaram ainda de madrugada, vindos das aldeias da serra.',
      'O ministério gastou 6,2 milhões de euros na obra e comprou equipamentos novos.',
      'O Dr. Sampaio, diretor da unidade, afirmou que nenhum funcionário perdeu o emprego.',
      'Os bombeiros ainda não conhecem a causa do fogo, mas suspeitam da instalação elétrica.',
      'Durante as obras, as consultas foram feitas em tendas montadas no estádio.',
    ],
    query: 'incêndios',
    inflected: true,
  },
  {
    lang: 'it',
    title: 'Gli operai della cartiera di Fontenera tornano al lavoro',
    sentences: [
      'Gli operai della cartiera di Fontenera sono tornati al lavoro giovedì dopo un accordo con la proprietà.',
      'La fabbrica era ferma da gennaio, quando il prezzo del gas aveva superato ogni previsione.',
      'L’azienda investirà nove milioni di euro in una caldaia che brucia scarti di legno.',
      'Secondo il sindaco, senza la cartiera la valle perderebbe un terzo dei posti di lavoro.',
      'I sindacati chiedono garanzie per i lavoratori più anziani e un piano per la formazione.',
      'Il primo carico di carta partirà venerdì per la Germania.',
    ],
    query: 'fabbriche',
    inflected: true,
  },
  {
    lang: 'nl',
    title: 'Boeren in Westerdam krijgen hulp na de droogte',
    sentences: [
      'De boeren rond Westerdam krijgen vanaf maandag hulp van de provincie na de droogte van deze zomer.',
      'Volgens de gedeputeerde is er twintig miljoen euro beschikbaar voor bedrijven die hun oogst verloren.',
      'Het waterschap liet in juli de sloten leeglopen om de dijken te sparen.',
      'Veel aardappelen zijn daardoor klein gebleven of helemaal verdroogd.',
      'Dhr. De Wit, die een akkerbouwbedrijf leidt, noemt het bedrag te laag maar wel eerlijk verdeeld.',
      'De aanvragen moeten voor 1 november worden ingediend bij het kantoor in de stad.',
    ],
    query: 'oogsten',
    inflected: true,
  },
  {
    lang: 'ru',
    title: 'В Заречном открыли новый вокзал',
    sentences: [
      'В городе Заречном во вторник открыли новый железнодорожный вокзал, который строили пять лет.',
      'Первый поезд прибыл из столицы в восемь часов утра, его встречали сотни жителей.',
      'Строительство обошлось области в 3,4 млрд рублей, сообщила пресс-служба губернатора.',
      'Старое здание сгорело зимой, и пассажиры ждали поездов в автобусах.',
      'Новый зал рассчитан на две тысячи человек и оборудован лифтами для инвалидов.',
      'К осени рядом появится стоянка, а через год власти обещают запустить трамвай до аэропорта.',
    ],
    query: 'жителями',
    inflected: true,
  },
  {
    lang: 'uk',
    title: 'У Вербівці відбудували бібліотеку',
    sentences: [
      'У селищі Вербівка в середу знову відкрили бібліотеку, яку торік зруйнувала буря.',
      'Кошти на відбудову збирали два роки, найбільше дали читачі та місцеві підприємці.',
      'Директорка розповіла, що фонд поповнили сім тисяч книжок із різних областей.',
      'Для дітей облаштували окрему кімнату, де щосуботи проводитимуть заняття.',
      'Раніше мешканці їздили по книжки до сусіднього міста за сорок кілометрів.',
      'Голова громади пообіцяв, що наступного року в будинку встановлять сонячні панелі.',
    ],
    query: 'бібліотеками',
    inflected: true,
  },
  {
    lang: 'sv',
    title: 'Färjan till Norrskär går igen',
    sentences: [
      'Färjan till ön Norrskär går igen efter att isen har brutits upp, meddelade rederiet på fredagen.',
      'Under sex veckor fick öborna sina varor med helikopter och flera äldre flyttade till fastlandet.',
      'Kommunen betalade transporterna, som kostade drygt två miljoner kronor.',
      'Kaptenen säger att isen aldrig har legat så tjock under de trettio år som han har kört båten.',
      'Skolan på ön öppnar på måndag och butiken väntar sin första leverans redan i helgen.',
      'Politikerna vill nu utreda om en ny och starkare isbrytare ska köpas.',
    ],
    query: 'butiker',
    inflected: true,
  },
  {
    lang: 'no',
    title: 'Tunnelen under Storefjell er åpnet',
    sentences: [
      'Tunnelen under Storefjell ble åpnet for trafikk torsdag morgen, to år senere enn planlagt.',
      'Veivesenet måtte stanse arbeidet etter at vann trengte inn gjennom fjellet.',
      'Prosjektet har kostet 1,8 milliarder kroner, og bilistene skal betale bompenger i femten år.',
      'Ordføreren sier at reisen til sykehuset nå tar tjue minutter i stedet for halvannen time.',
      'Den gamle veien over fjellet blir stengt hver vinter på grunn av rasfare.',
      'Syklister må fortsatt bruke den, for tunnelen er bare for biler og busser.',
    ],
    query: 'sykehusene',
    inflected: true,
  },
  {
    lang: 'fa',
    title: 'قنات تاریخی روستای سبزدره دوباره پرآب شد',
    sentences: [
      'قنات تاریخی روستای سبزدره پس از ده سال دوباره پرآب شد و کشاورزان روز شنبه جشن گرفتند.',
      'اهالی روستا با کمک چند مهندس جوان چاه‌ها را لایروبی کردند و دیواره‌ها را تعمیر کردند.',
      'هزینه این کار را استانداری و مردم با هم پرداختند.',
      'رئیس شورای روستا گفت که آب قنات برای باغ‌های پسته و انار کافی است.',
      'در سال‌های خشکسالی بسیاری از خانواده‌ها به شهر رفته بودند.',
      'اکنون سی خانواده بازگشته‌اند و مدرسه روستا نیز از مهرماه باز می‌شود.',
    ],
    query: 'قنات',
    inflected: false,
  },
  {
    lang: 'id',
    title: 'Pemerintah membangun kembali pasar Tanjung Rawa',
    sentences: [
      'Pemerintah kabupaten mulai membangun kembali pasar Tanjung Rawa yang terbakar pada bulan Mei.',
      'Bupati mengatakan bahwa bangunan baru akan selesai sebelum akhir tahun.',
      'Sekitar enam ratus pedagang sekarang berjualan di lapangan dengan tenda seadanya.',
      'Biaya proyek itu mencapai 40 miliar rupiah dan sebagian dibayar oleh provinsi.',
      'Polisi menduga kebakaran terjadi karena hubungan arus pendek di sebuah kios.',
      'Para pembeli berharap harga ikan dan sayur tidak naik lagi menjelang hari raya.',
    ],
    query: 'pembangunan',
    inflected: true,
  },
  {
    lang: 'ar',
    title: 'إعادة فتح المتحف القديم في مدينة الوادي',
    sentences: [
      'أعيد يوم الخميس فتح المتحف القديم في مدينة الوادي بعد ترميم استمر ثلاث سنوات.',
      'وقالت مديرة المتحف إن القاعات الجديدة تضم أكثر من ألف قطعة من الفخار والنسيج.',
      'وبلغت كلفة الأعمال خمسة ملايين دينار دفعت البلدية نصفها.',
      'واكتشف العمال أثناء الحفر أرضية من الفسيفساء لم تكن معروفة من قبل.',
      'وسيدخل تلاميذ المدارس مجانا طوال الشهر الأول من الافتتاح.',
      'ويأمل التجار في السوق المجاورة أن يعود السياح إلى المدينة قبل نهاية الصيف.',
    ],
    query: 'المتحف',
    inflected: false,
  },
  {
    lang: 'zh',
    title: '青石镇百年茶厂恢复生产',
    sentences: [
      '停产两年的青石镇茶厂星期一恢复生产,第一批春茶将在下周运往省城。',
      '厂长表示,新设备比原来节省三成电力,工人的收入也会增加。',
      '去年夏天的洪水冲毁了仓库和通往山上的道路。',
      '县政府拨款八百万元修路,村民自己出力重建了晒场。',
      '目前已有一百二十名工人回到岗位,其中多数是当地妇女。',
      '专家建议茶厂发展旅游,让游客参观制茶的全过程。',
    ],
    query: '茶厂',
    inflected: false,
  },
  {
    lang: 'ja',
    title: '白浜町の灯台が修理を終えて再び点灯',
    sentences: [
      '台風で壊れた白浜町の灯台が修理を終え、日曜日の夜に再び点灯した。',
      '海上保安庁によると、工事には一年半かかり、費用は二億円に上った。',
      '灯台は明治時代に建てられ、漁船の目印として長く使われてきた。',
      '点灯式には町民およそ三百人が集まり、子どもたちが歌を披露した。',
      '町長は「灯台は町の宝だ」と述べ、来年から内部を公開する考えを示した。',
      '地元の漁師は、霧の深い朝でも安心して港に戻れると喜んでいる。',
    ],
    query: '灯台',
    inflected: false,
  },
  {
    lang: 'hi',
    title: 'रामपुर घाटी में नया बाँध बनकर तैयार',
    sentences: [
      'रामपुर घाटी में सात साल के काम के बाद नया बाँध बनकर तैयार हो गया है।',
      'मुख्यमंत्री ने शुक्रवार को कहा कि इससे चालीस गाँवों को सिंचाई का पानी मिलेगा।',
      'परियोजना पर लगभग नौ सौ करोड़ रुपये खर्च हुए हैं।',
      'किसानों का कहना है कि मुआवज़े की पूरी रकम उन्हें अब तक नहीं मिली है।',
      'अधिकारियों ने भरोसा दिया कि बाकी पैसा इसी महीने बाँट दिया जाएगा।',
      'इंजीनियरों के अनुसार बाँध भूकंप के तेज़ झटके भी सह सकता है।',
    ],
    query: 'बाँध',
    inflected: false,
  },
];

/** The report as two paragraphs, with spaces between sentences if the language has them. */
export function textOf({ lang, sentences }: LanguageSample): string {
  const space = ['zh', 'ja'].includes(lang) ? '' : ' ';
  return [sentences.slice(0, 3), sentences.slice(3)].map((part) => part.join(space)).join('\n\n');
}
