import './shell/local-discord-element.ts';
