import { isStopWord } from '../../../text/stop-words.ts';
import type { SpeechWords } from './speech-words.ts';
export const FOREIGN_SPEECH: Readonly<Record<string, SpeechWords>> = {};
void isStopWord;
