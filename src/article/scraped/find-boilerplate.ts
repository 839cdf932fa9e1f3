/**
 * Explains why a line belongs to the site and not to the report. Undefined if it may belong to the
 * report. The patterns match whole lines only, so a sentence that begins like one of them isn't
 * affected.
 */
export function findBoilerplate(text: string): string | undefined {
  if (text.length > 300) return undefined;
  return BOILERPLATE.find(({ pattern }) => pattern.test(text))?.reason;
}

/** Whether a line is a label that sites print only between a headline and its report. */
export function isHeadMarker(text: string): boolean {
  return TEXT_SIZE.test(text) || SHORT_URL.test(text);
}

const TEXT_SIZE = /^(?:TT|T ?T|A ?A|A ?A ?A|A[+-] ?A?(?: ?A?[+-])?|text size|font size)$/u;
const SHORT_URL = /^short ?url:?(?: ?https?:\/\/\S+)?$/iu;

const SHARE =
  'share|tweet|e-?mail|print|copy link|link copied|save|bookmark|listen|whatsapp|facebook|twitter|telegram|linkedin|pinterest|reddit|messenger|flipboard|x';

const BOILERPLATE: readonly { pattern: RegExp; reason: string }[] = [
  { pattern: TEXT_SIZE, reason: 'label of a text-size button' },
  { pattern: SHORT_URL, reason: 'label of a short link' },
  {
    pattern: new RegExp(`^(?:(?:${SHARE})(?: (?:on|via|to|with|this|article|story|page|this (?:article|story|page)|\\d+))*[ ,|·/]*){1,8}$`, 'iu'),
    reason: 'share button',
  },
  { pattern: /^(?:share|send|post) (?:this|on|via|to) [\w ]{1,40}$/iu, reason: 'share button' },
  { pattern: /^follow (?:us|@\w+|[\w ]{2,30} on [\w, ]{1,60})\b.{0,60}$/iu, reason: 'invitation to follow' },
  { pattern: /^(?:sign up|subscribe)(?: (?:for|to|now|here|today)\b.{0,140})?$/iu, reason: 'invitation to subscribe' },
  { pattern: /^(?:join|get) .{0,60}\b(?:newsletter|whatsapp|telegram)\b.{0,60}$/iu, reason: 'invitation to subscribe' },
  { pattern: /^(?:advertisement|advertising|sponsored(?: content)?|promoted|ad)$/iu, reason: 'advertisement label' },
  { pattern: /^(?:(?:\d+|no|leave a|post a|view|show|add a) )?comments?(?: \(?\d+\)?)?$/iu, reason: 'comments label' },
  {
    pattern: /^(?:related(?: (?:articles?|stor(?:y|ies)|topics?|news|content|posts?|coverage))?|you (?:may|might) also like|recommended(?: (?:for you|stories|reading))?|more (?:from|on|in|about) .{1,60}|more (?:news|stories)|most (?:read|popular|viewed)|trending(?: now)?|latest (?:news|updates|stories)|editor'?s'? (?:picks?|selections?)|in this (?:article|story)|keep reading|read next|up next|continue reading)$/iu,
    reason: 'label of a list of other articles',
  },
  { pattern: /^(?:read (?:more|also|next|full (?:story|article))|also read|see also|more|related|watch|listen|photos?|video|gallery)(?: ?[:>»→|].{0,200}|…|\.\.\.)?$/iu, reason: 'link to another page' },
  { pattern: /^(?:(?:list|end) of list|list \d+ of \d+|end of list|skip to (?:main )?content|back to top|menu|search|home|log ?in|register|close|next|previous|loading\.*|show more|load more|see (?:more|all)|view (?:gallery|all|more)|play video|click here.{0,60})$/iu, reason: 'navigation label' },
  { pattern: /^(?:topics?|tags?|keywords|filed under|labels) ?:.{0,280}$/iu, reason: 'list of topics' },
  { pattern: /^(?:topics?|tags?|keywords)$/iu, reason: 'label of a list of topics' },
  { pattern: /^(?:image |photo |slide |picture )?\d{1,3} ?(?:\/|of) ?\d{1,3}$/iu, reason: 'number of a picture' },
  { pattern: /^(?:reading time:? ?)?(?:about |~)?\d{1,3}[ -]?min(?:ute)?s?(?: (?:read|listen|watch)(?:ing)?(?: time)?)?$/iu, reason: 'reading time' },
  { pattern: /^(?:(?:last )?(?:updated|published|posted|modified):? ?)?(?:about |an? |\d+ )?(?:just now|(?:sec|second|min|minute|hr|hour|day|week|month|year)s?(?: \d+ (?:sec|second|min|minute|hr|hour)s?)? ago)$/iu, reason: 'relative time' },
  { pattern: /^(?:(?:[Cc]opyright|COPYRIGHT)(?= ?:?(?:$| ?[©ⓒ@(\d]| (?:by|BY|\p{Lu}|of|AND|and)))|©|\([Cc]\) ?\d{4}).{0,200}$/u, reason: 'copyright line' },
  { pattern: /^all rights reserved\.?$/iu, reason: 'copyright line' },
  { pattern: /^[([]?(?:additional |with )?(?:reporting|writing|editing|compiled|translated|edited|written|reported|produced) by .{2,280}$/iu, reason: 'names of authors and editors' },
  { pattern: /^(?:this (?:article|story|report|website|site) (?:was|is|has been|originally|uses) .{0,200}cookies?.{0,80}|we use cookies.{0,200}|accept(?: all)?(?: cookies)?)$/iu, reason: 'cookie notice' },
  { pattern: /^(?:e-?mail ?: ?)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^@\w{2,30}$/iu, reason: 'address of the author' },
  { pattern: /^!\[[^\]]*\]\([^)]*\)$/u, reason: 'picture without a caption' },
  { pattern: /^[^\p{L}\p{N}]+$/u, reason: 'separator line' },
]; // prettier-ignore
