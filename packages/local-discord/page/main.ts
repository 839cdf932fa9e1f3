import './shell/local-discord.ts';
