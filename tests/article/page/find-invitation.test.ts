import { describe, expect, it } from 'vitest';
import { findInvitation } from '../../../src/article/page/find-invitation.ts';

describe('a line of a page', () => {
  it.each([
    ['Nachrichten aufs Handy? Hier geht es zur neuen App des Boten – für beide Systeme.', 0],
    ['Den Boten gibt es auch bei WhatsApp, Instagram und Facebook.', 0],
    ['„Guten Abend, Halvmo“: Der Newsletter bringt Ihnen das Wichtigste. Hier anmelden!', 0.2],
    ['Recevez chaque matin notre newsletter.', 0],
    ['Suscríbete al boletín de la redacción.', 0.5],
    ['Iscriviti alla nostra newsletter!', 0],
    ['Подпишитесь на нас в Telegram.', 0.3],
    ['Suivez-nous sur Facebook et Instagram.', 0],
    ['Téléchargez notre application.', 0.6],
  ])('invites: %s', (text, linkShare) => {
    expect(findInvitation(text, linkShare)).toBeDefined();
  });

  it.each([
    ['The newsletter platform said in a statement that thousands subscribe to it each week.', 0.2],
    ['Meta owns WhatsApp, Instagram and Facebook.', 0],
    ['Der Newsletter des Ministers ging an neunzig Empfänger, die sich anmelden mussten.', 0.1],
    ['A descarga elétrica danificou o aplicativo do banco.', 0.2],
    ['La clique de la capitale contrôle le parti, écrit le journal.', 0.3],
    ['She said that people should follow us on the way to the coast.', 0],
    ['The app was downloaded a million times in May.', 0.4],
  ])('tells: %s', (text, linkShare) => {
    expect(findInvitation(text, linkShare)).toBeUndefined();
  });
});
