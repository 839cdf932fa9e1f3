import { runBot } from '../support/run-bot.ts';
import { readText } from '../support/shown-text.ts';
const w = await runBot();
const { discord } = w;
const reader = discord.asUser(discord.memberId);
const manager = discord.asUser(discord.managerId);
const dm = discord.openDirectMessage(discord.memberId);
const show = (o: any): string => {
  const m = 'message' in o ? o.message : undefined;
  if (!m) return JSON.stringify(o).slice(0, 400);
  return (
    readText({ content: m.content, components: m.components ?? [], allowed_mentions: {} } as any) +
    (m.attachments?.length
      ? `\n[pictures: ${m.attachments.map((a: any) => a.description).join(' | ')}]`
      : '')
  );
};
const run = async (user: any, name: string, options: any = {}): Promise<void> => {
  console.log(`\n>>> /${name} ${JSON.stringify(options)}`);
  try {
    const o = await user.runCommand(name, options);
    let s = show(o);
    if (s.includes('"deleted"')) {
      await new Promise((r) => setTimeout(r, 300));
      s = show(user.look((o as any).interactionId));
    }
    console.log(s);
  } catch (e: any) {
    console.log('ERROR', e.message);
  }
};
const first = async (cmd: string, option: string, value: string) => {
  const c: any = await reader.autocomplete(cmd, { option, value });
  return c.choices?.map((x: any) => `${x.name}=${x.value}`);
};
const what = process.argv[2];
if (what === 'story') {
  console.log(await first('story', 'story', ''));
  for (const v of ['earthquake', 'flood', 'notre-dame', 'climate'])
    for (const view of ['brief', 'timeline', 'figures', 'quotations', 'coverage', 'articles']) {
      await run(reader, 'story', { story: v, view });
    }
}
if (what === 'ask') {
  for (const question of [
    'How many people died in the earthquake?',
    'Why did the dam break?',
    'why did the bank collapse',
    'Who won the election?',
    '???',
    '@everyone who is **dead** <@123>',
    'x'.repeat(200),
    '¿Cuántas personas murieron en Marruecos?',
    'Wie viele Menschen starben beim Erdbeben in Marokko?',
    'what',
    'When did Notre-Dame reopen?',
    'كم عدد القتلى في المغرب',
    'how much did the rescue cost',
    'Did Trump win?',
    'Where was the summit held?',
    'what is the capital of France',
    'Who is the president of South Korea?',
    'how high was the wave',
    'how many',
  ])
    await run(reader, 'ask', { question });
}
if (what === 'why') {
  await run(reader, 'why story', { story: 'earthquake' });
  await run(reader, 'why story', { story: 'zzz' });
  await run(reader, 'why article', { article: 'https://example.com/none' });
  await run(reader, 'why article', { article: 'Notre-Dame' });
  await run(manager, 'why article', { article: 'https://example.com/none' });
  await run(manager, 'why channel', {});
  await run(reader, 'why channel', {});
  await run(dm, 'why story', { story: 'flood' });
  await run(manager, 'schedule add', { time: '08:00', alert: '3 in 12 hours', topics: 'flood' });
  await run(manager, 'why channel', {});
  await run(manager, 'why story', { story: 'flood' });
}
if (what === 'follow') {
  await run(reader, 'follow list');
  await run(reader, 'follow add', { topic: 'climate, @everyone', alert: '5' });
  await run(reader, 'follow add', { topic: 'climate, @everyone', alert: 'off' });
  await run(reader, 'follow add', { topic: '**bold** [x](https://e.com)', time: '25:00' });
  await run(reader, 'follow add', { topic: '**bold** [x](https://e.com)', time: '7' });
  await run(reader, 'follow add', { topic: '的', time: '7am', zone: 'Berlin' });
  await run(reader, 'follow add', { story: 'earthquake', alert: '1' });
  await run(reader, 'follow list');
  await run(dm, 'follow list');
  await run(reader, 'follow remove', { follow: 'nothing' });
  await run(dm, 'digest history');
}
await w.close();
process.exit(0);
