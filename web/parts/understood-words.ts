/** How a message was understood, in words: "question · annoyed · German". */
import type { Understood } from '../../src/api/listening/shapes.understanding.ts'
import { locale, type Say, type WordId } from '../words/words.ts'

/** Empty where nothing could be told. Chatter is what is left when nothing else is: it needs no word beside others. */
export function understoodWords({ labels, tone, language }: Understood, say: Say): string {
  const told = labels.length > 1 ? labels.filter((label) => label !== 'chatter') : labels
  return [
    ...told.slice(0, 3).map((label) => labelWord(label, say)),
    ...(tone === null ? [] : [say(`tone.${tone}`)]),
    ...(language === null ? [] : [languageName(language)]),
  ].join(' · ')
}

/** A label, or `mood`, `urgency`, `language`, `about`; what a newer server may say stands as it is. */
export function labelWord(label: string, say: Say): string {
  const id = `label.${label}` as WordId
  const word = say(id)
  return word === id ? label : word
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
