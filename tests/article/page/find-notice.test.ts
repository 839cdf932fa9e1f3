import { describe, expect, it } from 'vitest';
import { isNotice } from '../../../src/article/page/find-notice.ts';

const GONE =
  'The page you are looking for cannot be found. It may have been moved or deleted. Please check the address.';
const CONSENT_DE =
  'Wir und unsere 241 Partner verarbeiten personenbezogene Daten. Sie können Ihre Einwilligung jederzeit widerrufen.';
const CONSENT_FR =
  'Nous et nos 812 partenaires stockons des informations sur votre terminal. Vous pouvez retirer votre consentement.';
const CONSENT_ES =
  'Nosotros y nuestros 120 socios guardamos información en su dispositivo. Puede retirar su consentimiento.';

describe('a page shows a notice in place of an article', () => {
  it.each([
    ['that there is no such page', 'Page not found - The Post', 'Sorry about that.'],
    ['that in German', 'Seite nicht gefunden', 'Bitte prüfen Sie die Adresse.'],
    ['that in Russian', 'Страница не найдена', ''],
    ['an error number', '404', 'Go back to the front page.'],
    ['that without a heading', 'The Post', GONE],
    ['that a browser is old', 'The Post', 'Your browser is not supported. Please download one of these browsers to go on.'],
    ['that advertisements are blocked', 'Ad blocker detected', 'Please disable your ad blocker and reload this page.'],
    ['a request for consent', 'The Post', 'We and our 241 partners store information on a device. You can withdraw your consent.'],
    ['that in German', 'Der Bote', CONSENT_DE],
    ['that in French', 'Le Courrier', CONSENT_FR],
    ['that in Spanish', 'El Correo', CONSENT_ES],
    ['a long request for consent', 'The Post', Array.from({ length: 40 }, () => 'We and our 241 partners store information on your device. You can withdraw your consent at any time by clicking "Accept" or leave it.').join('\n\n')],
  ])('%s', (_, heading, text) => {
    expect(isNotice([heading], text)).toBe(true);
  }); // prettier-ignore

  it.each([
    ['a report on fines for cookies', 'Regulator fines three sites over cookies', 'The regulator fined three publishers on Monday because they stored cookies before visitors had given their consent. Personal data were passed to partners abroad, it said.'],
    ['a short report with a number first', '500 march against the ferry', 'Some five hundred people marched through Halvmo on Monday.'],
    ['a short report of what is gone', 'Old mill not found on any map', 'Nobody knows where the mill stood.'],
    ['a report on a blocker', 'Maker of ad blocker wins in court', 'The court said on Monday that readers may decide what their browsers show, and that publishers may ask them not to.'],
    ['a headline with "sorry"', 'Sorry, says the mayor', 'The mayor said that he was sorry.'],
  ])('no: %s', (_, heading, text) => {
    expect(isNotice([heading], text)).toBe(false);
  }); // prettier-ignore
});
