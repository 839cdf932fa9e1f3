import type { LocalizedRows } from './localized-rows.ts';

/** Descriptions of `/follow` and its options: French, German, Spanish, Arabic, Russian. */
export const FOLLOW_DESCRIPTIONS: LocalizedRows = {
  'Your own topics and stories, by direct message': [
    'Vos sujets et récits à vous, par message privé',
    'Deine eigenen Themen und Meldungen, per Direktnachricht',
    'Tus propios temas y noticias, por mensaje directo',
    'مواضيعك وأخبارك الخاصة برسالة خاصة',
    'Ваши темы и сюжеты личным сообщением',
  ],
  'Sends you a topic or a story by direct message every day': [
    'Vous envoie chaque jour un sujet ou un récit par message privé',
    'Schickt dir jeden Tag ein Thema oder eine Meldung per Direktnachricht',
    'Te envía cada día un tema o una noticia por mensaje directo',
    'يرسل إليك كل يوم موضوعًا أو خبرًا برسالة خاصة',
    'Каждый день присылает тему или сюжет личным сообщением',
  ],
  'What to follow: words, "a phrase", -without': [
    'Que suivre : mots, "une expression", -sans',
    'Wem du folgst: Wörter, "eine Wendung", -ohne',
    'Qué seguir: palabras, "una frase", -sin',
    'ما تتابعه: كلمات، "عبارة"، -بدون',
    'За чем следить: слова, "фраза", -без',
  ],
  'Or one story: type some words of it, then choose': [
    'Ou un récit : tapez quelques mots, puis choisissez',
    'Oder eine Meldung: tippe ein paar Wörter, dann wähle',
    'O una noticia: escribe algunas palabras y elige',
    'أو خبرًا واحدًا: اكتب كلمات منه ثم اختر',
    'Или один сюжет: введите слова из него и выберите',
  ],
  'Your time of day; 08:00 if left out': [
    'Votre heure ; sinon 08:00',
    'Deine Uhrzeit; sonst 08:00',
    'Tu hora del día; si falta, las 08:00',
    'وقتك في اليوم؛ وإلا 08:00',
    'Ваше время суток; иначе 08:00',
  ],
  'Lists what you follow, and when it comes next': [
    'Liste ce que vous suivez, et quand cela arrive',
    'Listet auf, wem du folgst, und wann es das nächste Mal kommt',
    'Lista lo que sigues y cuándo llega',
    'يسرد ما تتابعه وموعد وصوله التالي',
    'Перечисляет, за чем вы следите и когда это придёт',
  ],
  'Stops following a topic or a story': [
    'Cesse de suivre un sujet ou un récit',
    'Folgt einem Thema oder einer Meldung nicht mehr',
    'Deja de seguir un tema o una noticia',
    'يوقف متابعة موضوع أو خبر',
    'Прекращает слежение за темой или сюжетом',
  ],
  'Which one': ['Lequel', 'Welchem', 'Cuál', 'أيّها', 'За чем именно'],
};
