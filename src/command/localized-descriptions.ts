import type { LocalizedRows } from './localizations.ts';

/** Descriptions of commands, subcommands and options: French, German, Spanish, Arabic, Russian. */
export const DESCRIPTIONS: LocalizedRows = {
  'Shows every command with an example': [
    'Montre chaque commande avec un exemple',
    'Zeigt jeden Befehl mit einem Beispiel',
    'Muestra cada comando con un ejemplo',
    'يعرض كل الأوامر مع مثال لكل منها',
    'Показывает все команды с примерами',
  ],
  'Only this command': [
    'Seulement cette commande',
    'Nur dieser Befehl',
    'Solo este comando',
    'هذا الأمر فقط',
    'Только эта команда',
  ],
};
