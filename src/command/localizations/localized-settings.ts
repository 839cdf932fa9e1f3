import type { LocalizedRows } from './localized-rows.ts';

/** Descriptions of `/settings` and its options: French, German, Spanish, Arabic, Russian. */
export const SETTINGS_DESCRIPTIONS: LocalizedRows = {
  'The languages and the time zone of this server': [
    'Les langues et le fuseau horaire de ce serveur',
    'Die Sprachen und die Zeitzone dieses Servers',
    'Los idiomas y la zona horaria de este servidor',
    'لغات هذا الخادم ومنطقته الزمنية',
    'Языки и часовой пояс этого сервера',
  ],
  'Shows what is used where nobody names a language or a zone': [
    'Montre ce qui vaut quand personne ne nomme de langue ni de fuseau',
    'Zeigt, was gilt, wenn niemand eine Sprache oder Zone nennt',
    'Muestra lo que vale si nadie nombra un idioma o una zona',
    'يعرض ما يُستعمل إذا لم يذكر أحد لغة أو منطقة زمنية',
    'Показывает, что действует, если не названы язык или пояс',
  ],
  'Chooses the languages and the time zone of this server': [
    'Choisit les langues et le fuseau horaire de ce serveur',
    'Wählt die Sprachen und die Zeitzone dieses Servers',
    'Elige los idiomas y la zona horaria de este servidor',
    'يختار لغات هذا الخادم ومنطقته الزمنية',
    'Выбирает языки и часовой пояс этого сервера',
  ],
  'Languages, separated by commas; all shows every language': [
    'Langues, séparées par des virgules ; all pour toutes',
    'Sprachen, durch Kommas getrennt; all zeigt alle',
    'Idiomas, separados por comas; all muestra todos',
    'اللغات تفصلها فواصل لاتينية؛ all لجميعها',
    'Языки через запятую; all — все языки',
  ],
  'Goes back to the language that the server has in Discord, and the usual zone': [
    'Revient à la langue du serveur dans Discord et au fuseau habituel',
    'Kehrt zur Sprache des Servers in Discord und zur üblichen Zone zurück',
    'Vuelve al idioma del servidor en Discord y a la zona habitual',
    'يعود إلى لغة الخادم في Discord والمنطقة الزمنية المعتادة',
    'Возвращает язык сервера в Discord и обычный пояс',
  ],
};
