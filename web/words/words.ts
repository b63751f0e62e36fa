/** The desk's words in the teammate's language: `say('list.new', { n: 3 })` over ICU messages. */
import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { useLingui } from '@lingui/react'
import type { laterEn } from './en/later.ts'
import { en } from './en.ts'

export type WordId = keyof typeof en | keyof typeof laterEn
export type Words = Record<keyof typeof en, string>
export type LaterWords = Record<keyof typeof laterEn, string>
export type Say = (id: WordId, values?: Record<string, string | number>) => string

/** The languages that the desk speaks, each named in itself. */
export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

const chosenKey = 'earshot.language'
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

/** Loads the teammate's language and tells the page of it. Call once, before the first render. */
export async function startWords(): Promise<void> {
  i18n.setMessagesCompiler(compileMessage)
  await speak(chosenLanguage() ?? languageFor(navigator.languages))
}

/** Switches the desk to a language; `null` follows the browser again. Remembered on this device. */
export async function chooseLanguage(language: Language | null): Promise<void> {
  if (language === null) localStorage.removeItem(chosenKey)
  else localStorage.setItem(chosenKey, language)
  await speak(language ?? languageFor(navigator.languages))
}

/** The language chosen on this device, or null where the browser's holds. */
export function chosenLanguage(): Language | null {
  const chosen = localStorage.getItem(chosenKey)
  return chosen !== null && isLanguage(chosen) ? chosen : null
}

/** The first language of the browser's list that the desk speaks: `['pt-BR', 'de-AT', 'en']` gives `de`. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0] ?? ''
    if (isLanguage(language)) return language
  }
  return 'en'
}

/** The words, for a component: it renders again when the language changes. */
export function useSay(): Say {
  const { _ } = useLingui()
  return _ as Say
}

/** The words, outside of components. */
export const say: Say = (id, values) => i18n._(id, values)

/** The language that the desk speaks right now. */
export const language = (): Language => (isLanguage(i18n.locale) ? i18n.locale : 'en')

/** The tag for `Intl`: the browser's own region where it speaks the desk's language ("en-GB"), else the language. */
export function locale(): string {
  return navigator.languages.find((tag) => tag.toLowerCase().split('-')[0] === i18n.locale && isTag(tag)) ?? i18n.locale
}

/** A browser on a machine whose language is "C" calls its own "en-US@posix", which `Intl` throws out. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

/**
 * A part of the desk that nobody sees at first, once the words that it says are there too: the first load goes without
 * both. `later(() => import('./screens/…'))`
 */
export const later =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    const [part] = await Promise.all([load(), startLaterWords()])
    return part
  }

let laterWanted = false
async function startLaterWords(): Promise<void> {
  laterWanted = true
  const now = language()
  i18n.load(now, await laterWordsOf(now))
}

async function speak(language: Language): Promise<void> {
  const [words, more] = await Promise.all([wordsOf(language), laterWanted ? laterWordsOf(language) : {}])
  i18n.loadAndActivate({ locale: language, messages: { ...words, ...more } })
  document.documentElement.lang = language
  document.documentElement.dir = rightToLeft.has(language) ? 'rtl' : 'ltr'
}

async function wordsOf(language: Language): Promise<Words> {
  switch (language) {
    case 'en':
      return en
    case 'de':
      return (await import('./de.ts')).de
  }
}

async function laterWordsOf(language: Language): Promise<LaterWords> {
  switch (language) {
    case 'en':
      return (await import('./en/later.ts')).laterEn
    case 'de':
      return (await import('./de/later.ts')).laterDe
  }
}

const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag)
