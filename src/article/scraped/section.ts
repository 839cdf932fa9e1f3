/**
 * Returns a section's name if the whole line is one ("World", "Middle East", "Home > Sport >
 * Tennis").
 */
export function findSection(text: string): string | undefined {
  if (text.length > 80) return undefined;
  const parts = text.split(/ ?[>›»|/] ?/u).filter((part) => part !== '');
  if (parts.length > 1) {
    return parts.every((part) => isName(part)) ? parts.at(-1) : undefined;
  }
  return isName(text) && !HOME.test(text) ? text : undefined;
}

function isName(text: string): boolean {
  return (
    HOME.test(text) ||
    SECTIONS.has(
      text
        .toLowerCase()
        .replace(/^(?:section|category) ?: ?/u, '')
        .replace(/ news$/u, ''),
    )
  );
}

const HOME = /^(?:home|home ?page|news|front page)$/iu;

const SECTIONS: ReadonlySet<string> = new Set(
  `world|international|global|africa|north africa|sub-saharan africa|americas|north america|latin america|south america|asia|south asia|asia pacific|asia-pacific|southeast asia|central asia|east asia|europe|middle east|middle-east|mideast|gulf|arab world|levant|maghreb|oceania|australia|us|u.s.|usa|us & canada|us and canada|uk|eu|russia|china|india|turkey|türkiye|iran|israel|ukraine|saudi arabia|lebanon|syria|iraq|yemen|egypt|national|nation|local|region|regional|domestic|metro|politics|government|elections|election|diplomacy|security|defense|defence|military|conflict|law|justice|crime|courts|human rights|migration|economy|business|business & economy|corporate|finance|markets|money|trade|energy|oil|oil & gas|industry|technology|tech|science|science & technology|science and technology|space|environment|climate|climate change|weather|nature|health|medicine|education|sport|sports|football|soccer|tennis|cricket|rugby|golf|motorsport|formula 1|basketball|boxing|athletics|olympics|culture|arts|arts & culture|art & culture|entertainment|arts & entertainment|lifestyle|life & style|fashion|food|food & drink|travel|tourism|books|film|movies|music|tv|theater|theatre|media|society|community|people|religion|history|features|feature|analysis|opinion|editorial|interviews|interview|investigations|explainer|in depth|in-depth|special report|disasters|accidents|obituaries|top stories|top news|breaking|headlines|press release|varieties`.split(
    '|',
  ),
);
