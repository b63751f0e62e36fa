/** First words for the steps after a sale, in the buyer's language: kind, short, and nothing to buy in them. Pure. */
import type { Step } from './clock.ts'

export const languages = ['en', 'de'] as const
type Language = (typeof languages)[number]

const words: Readonly<Record<Language, Readonly<Record<Step, string>>>> = {
  en: {
    thank: 'Thank you, NAME, for choosing us. If anything is not as you hoped, write to us here, and a human answers.',
    ask: 'Hello NAME, is everything as you hoped? If something does not work or is not right, tell me, and I will see to it.',
    listen:
      'Hello NAME, you have had it for a while now. How is it? We would like to hear what you would wish were different.',
  },
  de: {
    thank:
      'Danke, NAME, dass Sie sich für uns entschieden haben. Wenn etwas nicht ist wie erhofft, schreiben Sie uns hier, und ein Mensch antwortet.',
    ask: 'Hallo NAME, ist alles wie erhofft? Wenn etwas nicht funktioniert oder nicht stimmt, sagen Sie es mir, und ich kümmere mich darum.',
    listen:
      'Hallo NAME, Sie haben es nun schon eine Weile. Wie geht es damit? Wir möchten gern hören, was Sie sich anders gewünscht hätten.',
  },
}

/** `language`: as BCP 47 has it; null or one that we have no words in: English. `name`: what to call them. */
export function draftOf(step: Step, { name, language }: { name: string; language: string | null }): string {
  const known = languages.find((it) => it === language?.toLowerCase().split('-')[0]) ?? 'en'
  return words[known][step].replace('NAME', () => name)
}
