/** What the page says on which people tell us how we did: they have no desk, so their browser's language decides. */

export type HowWords = {
  lang: string
  title: string
  asks: (of: { by: string; workspace: string }) => string
  words: string
  yes: string
  no: string
  kept: string
  thanks: string
  over: string
  missing: string
}

const en: HowWords = {
  lang: 'en',
  title: 'How did we do?',
  asks: ({ by, workspace }) => `${by} of ${workspace} answered you, and would like to know whether you are content.`,
  words: 'What should we know? (if you like)',
  yes: 'I am content',
  no: 'I am not content',
  kept: 'Those who answered you read it. You can change it for thirty days; this page sets no cookie.',
  thanks: 'Thank you. We have heard you.',
  over: 'The time to say it is over. Write to us where we spoke: we read that.',
  missing: 'There is no such question here.',
}

const de: HowWords = {
  lang: 'de',
  title: 'Wie waren wir?',
  asks: ({ by, workspace }) => `${by} von ${workspace} hat Ihnen geantwortet und wüsste gern, ob Sie zufrieden sind.`,
  words: 'Was sollten wir wissen? (wenn Sie mögen)',
  yes: 'Ich bin zufrieden',
  no: 'Ich bin nicht zufrieden',
  kept: 'Wer Ihnen geantwortet hat, liest es. Dreißig Tage lang können Sie es ändern; diese Seite setzt kein Cookie.',
  thanks: 'Danke. Wir haben Sie gehört.',
  over: 'Die Zeit dafür ist vorbei. Schreiben Sie uns dort, wo wir sprachen: Das lesen wir.',
  missing: 'Diese Frage gibt es hier nicht.',
}

/** By what a browser prefers, as its `Accept-Language` says. */
export function wordsFor(accepted: string): HowWords {
  const first = accepted.split(',').find((it) => /^\s*(en|de)\b/i.test(it)) ?? ''
  return /^\s*de\b/i.test(first) ? de : en
}
