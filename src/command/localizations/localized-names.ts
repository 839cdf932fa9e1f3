import type { LocalizedRows } from './localized-rows.ts';

/** Names of commands, subcommands and options: French, German, Spanish, Arabic, Russian. */
export const NAMES: LocalizedRows = {
  // commands
  latest: ['dernières', 'neueste', 'últimas', 'الأحدث', 'свежее'],
  summarize: ['résumer', 'zusammenfassen', 'resumir', 'تلخيص', 'кратко'],
  Summarize: ['Résumer', 'Zusammenfassen', 'Resumir', 'تلخيص', 'Изложить кратко'],
  search: ['chercher', 'suchen', 'buscar', 'بحث', 'поиск'],
  digest: ['bulletin', 'überblick', 'boletín', 'نشرة', 'дайджест'],
  schedule: ['programme', 'zeitplan', 'programación', 'جدول', 'расписание'],
  sources: ['sources', 'quellen', 'fuentes', 'المصادر', 'источники'],
  status: ['état', 'status', 'estado', 'الحالة', 'состояние'],
  help: ['aide', 'hilfe', 'ayuda', 'مساعدة', 'помощь'],
  // subcommands
  now: ['maintenant', 'jetzt', 'ahora', 'الآن', 'сейчас'],
  show: ['montrer', 'zeigen', 'mostrar', 'عرض', 'показать'],
  history: ['historique', 'verlauf', 'historial', 'السجل', 'история'],
  add: ['ajouter', 'hinzufügen', 'añadir', 'إضافة', 'добавить'],
  list: ['liste', 'liste', 'lista', 'قائمة', 'список'],
  edit: ['modifier', 'ändern', 'editar', 'تعديل', 'изменить'],
  pause: ['suspendre', 'pausieren', 'pausar', 'إيقاف', 'пауза'],
  resume: ['reprendre', 'fortsetzen', 'reanudar', 'استئناف', 'возобновить'],
  remove: ['supprimer', 'entfernen', 'eliminar', 'حذف', 'удалить'],
  preview: ['aperçu', 'vorschau', 'vista_previa', 'معاينة', 'предпросмотр'],
  test: ['essayer', 'prüfen', 'probar', 'اختبار', 'проверить'],
  export: ['exporter', 'exportieren', 'exportar', 'تصدير', 'экспорт'],
  // options
  topic: ['sujet', 'thema', 'tema', 'موضوع', 'тема'],
  source: ['source', 'quelle', 'fuente', 'مصدر', 'источник'],
  language: ['langue', 'sprache', 'idioma', 'اللغة', 'язык'],
  country: ['pays', 'land', 'país', 'البلد', 'страна'],
  count: ['nombre', 'anzahl', 'cantidad', 'عدد', 'сколько'],
  article: ['article', 'artikel', 'artículo', 'مقال', 'статья'],
  opml: ['opml', 'opml', 'opml', 'opml', 'opml'],
  url: ['lien', 'adresse', 'enlace', 'رابط', 'ссылка'],
  length: ['longueur', 'länge', 'longitud', 'الطول', 'длина'],
  query: ['requête', 'anfrage', 'consulta', 'استعلام', 'запрос'],
  since: ['depuis', 'seit', 'desde', 'منذ', 'с_даты'],
  stories: ['récits', 'meldungen', 'noticias', 'أخبار', 'сюжеты'],
  edition: ['édition', 'ausgabe', 'edición', 'عدد', 'выпуск'],
  time: ['heure', 'uhrzeit', 'hora', 'الوقت', 'время'],
  cron: ['cron', 'cron', 'cron', 'cron', 'cron'],
  zone: ['fuseau', 'zeitzone', 'zona', 'المنطقة', 'пояс'],
  days: ['jours', 'tage', 'días', 'أيام', 'дни'],
  topics: ['sujets', 'themen', 'temas', 'مواضيع', 'темы'],
  role: ['rôle', 'rolle', 'rol', 'دور', 'роль'],
  pictures: ['images', 'bilder', 'imágenes', 'صور', 'картинки'],
  thread: ['fil', 'thread', 'hilo', 'سلسلة', 'ветка'],
  quiet: ['sans_nouvelles', 'ohne_neues', 'sin_novedades', 'بلا_جديد', 'без_новостей'],
  channel: ['salon', 'kanal', 'canal', 'قناة', 'канал'],
  clear: ['effacer', 'leeren', 'quitar', 'مسح', 'очистить'],
  command: ['commande', 'befehl', 'comando', 'أمر', 'команда'],
};

/** Choices that are no names: as people read them. Discord sends the English word back. */
export const CHOICES: LocalizedRows = {
  short: ['court', 'kurz', 'corto', 'قصير', 'короткая'],
  medium: ['moyen', 'mittel', 'medio', 'متوسط', 'средняя'],
  long: ['long', 'lang', 'largo', 'طويل', 'длинная'],
  'post nothing': [
    'ne rien publier',
    'nichts posten',
    'no publicar nada',
    'لا تنشر شيئًا',
    'ничего не публиковать',
  ],
  'say so': ['le dire', 'es sagen', 'decirlo', 'قل ذلك', 'сообщить об этом'],
};
