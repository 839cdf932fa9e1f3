import type { LocalizedRows } from './localized-rows.ts';

/** Descriptions of `/why` and its options: French, German, Spanish, Arabic, Russian. */
export const WHY_DESCRIPTIONS: LocalizedRows = {
  'Says why something is in a digest or not': [
    'Dit pourquoi quelque chose est dans un bulletin ou non',
    'Sagt, warum etwas in einem Überblick ist oder nicht',
    'Dice por qué algo está en un boletín o no',
    'يوضح لماذا يظهر شيء في نشرة أو لا يظهر',
    'Объясняет, почему что-то есть в дайджесте или нет',
  ],
  'Why a story is shown or not, its rank, its sentences, and why it is one story': [
    'Pourquoi un récit est montré ou non, son rang, ses phrases, et pourquoi c’est un seul récit',
    'Warum eine Meldung gezeigt wird oder nicht, ihr Rang, ihre Sätze, und warum sie eine ist',
    'Por qué se muestra o no una noticia, su puesto, sus frases y por qué es una sola',
    'لماذا يُعرض خبر أو لا، وترتيبه وجُمله، ولماذا هو خبر واحد',
    'Почему сюжет показан или нет, его место, предложения и почему это один сюжет',
  ],
  'Which stage stopped an article on its way to a digest': [
    'Quelle étape a arrêté un article avant un bulletin',
    'Welche Stufe einen Artikel vor einem Überblick aufgehalten hat',
    'Qué etapa detuvo un artículo antes de un boletín',
    'أي مرحلة أوقفت مقالًا قبل وصوله إلى نشرة',
    'На каком этапе статья не попала в дайджест',
  ],
  'What keeps the digests of a channel from coming': [
    'Ce qui empêche les bulletins d’un salon d’arriver',
    'Was die Überblicke eines Kanals aufhält',
    'Qué impide que lleguen los boletines de un canal',
    'ما الذي يمنع وصول نشرات قناة',
    'Что мешает дайджестам канала выходить',
  ],
  'In which digest; the latest here that told it, or the next one, if left out': [
    'Dans quel bulletin ; sinon le dernier d’ici qui l’a donné, ou le prochain',
    'In welchem Überblick; sonst im letzten von hier, der davon sprach, oder im nächsten',
    'En qué boletín; si falta, el último de aquí que la contó, o el próximo',
    'في أي نشرة؛ وإلا فآخر نشرة هنا ذكرته، أو التالية',
    'В каком дайджесте; иначе в последнем здешнем с ним или в следующем',
  ],
  'Type some words of its title, then choose; or give its link': [
    'Tapez des mots de son titre, puis choisissez ; ou donnez son lien',
    'Tippe Wörter des Titels und wähle dann; oder gib den Link an',
    'Escribe palabras del título y elige; o da su enlace',
    'اكتب كلمات من عنوانه ثم اختر؛ أو أعطِ رابطه',
    'Введите слова заголовка и выберите; или дайте ссылку',
  ],
  'Which channel; this one if left out': [
    'Quel salon ; sinon celui-ci',
    'Welcher Kanal; sonst dieser',
    'Qué canal; si falta, este',
    'أي قناة؛ وإلا فهذه القناة',
    'Какой канал; иначе этот',
  ],
  'Only this schedule': [
    'Seulement ce programme',
    'Nur dieser Zeitplan',
    'Solo esta programación',
    'هذا الجدول فقط',
    'Только это расписание',
  ],
};
