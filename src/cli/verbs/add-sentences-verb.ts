import type { Command } from 'commander';
import { joinLines } from '../../text/join-lines.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { CliIo } from '../../io.ts';
import { answerJsonLines, optionalText, requireText, type JsonLine } from '../jsonl.ts';
import { readText } from '../read-text.ts';

/** `dateline sentences`: splits a text into sentences with their offsets. */
export function addSentencesVerb(program: Command, io: CliIo): void {
  program
    .command('sentences')
    .description('split a text into sentences, one per line')
    .argument('[path]', 'a text file; - or nothing for standard input', '-')
    .option('--lang <code>', 'language of the text', 'en')
    .option(
      '--jsonl',
      '{id?, lang?, text} per line in → {id?, sentences: [{text, start, end}]} out',
    )
    .action(async (path: string, options: { lang: string; jsonl?: boolean }) => {
      if (options.jsonl) {
        await answerJsonLines(io, (line) => splitLine(line, options.lang));
        return;
      }
      for (const { text } of splitSentences(await readText(path, io), options.lang)) {
        io.out(text.replaceAll(/\s+/g, ' '));
      }
    });
}

/** Wrapped lines are joined in `text`. `start` and `end` are offsets into the original text. */
function splitLine(line: JsonLine, lang: string): object {
  const sentences = splitSentences(requireText(line, 'text'), optionalText(line, 'lang') ?? lang);
  return {
    sentences: sentences.map(({ text, ...offsets }) => ({ text: joinLines(text), ...offsets })),
  };
}
