/** All that a draft is looked at for, what weighs most first; and what stands back because it was overruled. */
import { hardSell } from './hard-sell.ts'
import { type Kind, kinds } from './kinds.ts'
import { noAnswer } from './no-answer.ts'
import { noName } from './no-name.ts'
import { privateDetail } from './private-detail.ts'
import { sameWords } from './same-words.ts'
import { stockPhrases } from './stock-phrases.ts'
import { tooLong } from './too-long.ts'
import type { Check, Draft, Warning } from './warning.ts'
import { wrongTone } from './wrong-tone.ts'

const checks: Readonly<Record<Kind, Check>> = {
  'private-detail': privateDetail,
  'no-answer': noAnswer,
  'wrong-tone': wrongTone,
  'hard-sell': hardSell,
  'stock-phrase': stockPhrases,
  'same-words': sameWords,
  'too-long': tooLong,
  'no-name': noName,
}

/** Overruled so often about the same in a room, a warning is silent about it there, until somebody asks for it again. */
export const standsBackAfter = 3

/** How often each was overruled in the room. */
export type Overruled = readonly { readonly warning: string; readonly about: string; readonly times: number }[]

export function warningsOf(draft: Draft, overruled: Overruled): Warning[] {
  if (draft.text.trim() === '') return []
  return kinds
    .flatMap((is) => checks[is](draft).map((found): Warning => ({ is, ...found })))
    .filter((warning) => !standsBack(warning, overruled))
}

const standsBack = ({ is, about }: Warning, overruled: Overruled): boolean =>
  overruled.some((it) => it.warning === is && it.about === about && it.times >= standsBackAfter)
