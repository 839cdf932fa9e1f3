import type { LocalizedRows } from './localized-rows.ts';

/** Descriptions of `/sources` and its options: French, German, Spanish, Arabic, Russian. */
export const SOURCES_DESCRIPTIONS: LocalizedRows = {
  'Shows and changes what is read': [
    'Montre et modifie ce qui est lu',
    'Zeigt und ändert, was gelesen wird',
    'Muestra y cambia lo que se lee',
    'يعرض ما تتم قراءته ويغيّره',
    'Показывает и меняет то, что читается',
  ],
  'Shows what is read, how fresh it is and what is wrong': [
    'Montre ce qui est lu, sa fraîcheur et ce qui ne va pas',
    'Zeigt, was gelesen wird, wie frisch es ist und was fehlt',
    'Muestra lo que se lee, cuán reciente es y qué falla',
    'يعرض ما تتم قراءته ومدى حداثته وما به من خلل',
    'Показывает, что читается, насколько это свежо и что не так',
  ],
  'Adds a feed, or all feeds of an OPML file, for this server': [
    'Ajoute un flux, ou tous ceux d’un fichier OPML, à ce serveur',
    'Fügt diesem Server einen Feed hinzu oder alle einer OPML-Datei',
    'Añade un canal, o todos los de un archivo OPML, a este servidor',
    'يضيف تغذية أو كل تغذيات ملف OPML لهذا الخادم',
    'Добавляет ленту или все ленты файла OPML для этого сервера',
  ],
  'Shows what a feed has, and stores nothing': [
    'Montre ce que contient un flux, sans rien enregistrer',
    'Zeigt, was ein Feed enthält, und speichert nichts',
    'Muestra lo que tiene un canal, sin guardar nada',
    'يعرض محتوى التغذية دون حفظ أي شيء',
    'Показывает содержимое ленты, ничего не сохраняя',
  ],
  'Stops reading a source of this server': [
    'Cesse de lire une source de ce serveur',
    'Liest eine Quelle dieses Servers vorerst nicht mehr',
    'Deja de leer una fuente de este servidor',
    'يوقف قراءة أحد مصادر هذا الخادم',
    'Приостанавливает чтение источника этого сервера',
  ],
  'Reads a paused source of this server again': [
    'Relit une source suspendue de ce serveur',
    'Liest eine pausierte Quelle dieses Servers wieder',
    'Vuelve a leer una fuente pausada de este servidor',
    'يستأنف قراءة مصدر موقوف لهذا الخادم',
    'Снова читает приостановленный источник этого сервера',
  ],
  'Removes a source of this server for good': [
    'Supprime définitivement une source de ce serveur',
    'Entfernt eine Quelle dieses Servers endgültig',
    'Elimina definitivamente una fuente de este servidor',
    'يحذف أحد مصادر هذا الخادم نهائيًا',
    'Навсегда удаляет источник этого сервера',
  ],
  'Its stored articles go too (default: they stay until they are old)': [
    'Ses articles enregistrés partent aussi (sinon ils restent jusqu’à être anciens)',
    'Auch gespeicherte Artikel entfernen (sonst bleiben sie, bis sie alt sind)',
    'También se van sus artículos guardados (si no, quedan hasta ser antiguos)',
    'تُحذف مقالاته المحفوظة أيضًا (وإلا فتبقى حتى تتقادم)',
    'Удалить и сохранённые статьи (иначе они остаются, пока не устареют)',
  ],
  'Gives all sources as an OPML file': [
    'Donne toutes les sources en fichier OPML',
    'Gibt alle Quellen als OPML-Datei',
    'Da todas las fuentes como archivo OPML',
    'يعطي كل المصادر في ملف OPML',
    'Даёт все источники файлом OPML',
  ],
  'The address of the feed, or of a page with one': [
    'L’adresse du flux, ou d’une page qui en a un',
    'Die Adresse des Feeds oder einer Seite mit einem',
    'La dirección del canal, o de una página que tenga uno',
    'عنوان التغذية أو صفحة فيها تغذية',
    'Адрес ленты или страницы, где она есть',
  ],
  'Instead: an OPML file from a feed reader': [
    'Ou bien : un fichier OPML d’un lecteur de flux',
    'Stattdessen: eine OPML-Datei aus einem Feedreader',
    'En su lugar: un archivo OPML de un lector de canales',
    'أو بدلًا من ذلك: ملف OPML من قارئ تغذيات',
    'Или: файл OPML из программы чтения лент',
  ],
  'Which source': ['Quelle source', 'Welche Quelle', 'Qué fuente', 'أي مصدر', 'Какой источник'],
};
