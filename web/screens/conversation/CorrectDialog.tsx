/** What a message is, as a teammate says it: each label by its letter; it holds at once and teaches the workspace. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Label } from '../../../src/api/listening/shapes.understanding.ts'
import type { Message } from '../../../src/api/shapes.ts'
import { reasonedQuery } from '../../api/queries.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { useSay, type WordId } from '../../words/words.ts'
import { correct } from './use-correcting.tsx'

type Choice = { key: string; words: WordId; holds: boolean; said: Label }

export default function CorrectDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const reasoned = useQuery(reasonedQuery(message.id))
  const change = useMutation({ mutationFn: (said: Label) => correct(client, message.id, said) })
  const now = reasoned.data?.understood ?? message.understood
  const choices: Choice[] = Object.entries(letters).map(([label, key]) => {
    const holds = now?.labels.includes(label as keyof typeof letters) ?? false
    return { key, words: `label.${label}` as WordId, holds, said: { [label]: !holds } }
  })
  const moods: Choice[] = Object.entries(moodsBy).map(([mood, { key, value, tones }]) => ({
    key,
    words: `mood.${mood}` as WordId,
    holds: (tones as readonly (string | null)[]).includes(now?.tone ?? null),
    said: { mood: value },
  }))
  const pressed = (event: React.KeyboardEvent) => {
    const choice = [...choices, ...moods].find(({ key }) => key === event.key)
    if (choice === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    change.mutate(choice.said)
  }
  return (
    <Popup title={say('correct.title')} onClose={onClose}>
      {/* The letters work wherever in the dialog the focus is. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: each letter has its button */}
      <div className="correct" onKeyDown={pressed}>
        <blockquote dir="auto">{message.text.slice(0, 240)}</blockquote>
        <Chips label={say('correct.labels')} choices={choices} onChoose={change.mutate} />
        <Chips label={say('correct.mood')} choices={moods} onChoose={change.mutate} />
        <p className="soft" role="status">
          {change.error
            ? whyOf(change.error, say)
            : reasoned.data?.by
              ? say('understood.by', { name: reasoned.data.by.name })
              : say('correct.teaches')}
        </p>
      </div>
    </Popup>
  )
}

type ChipsProps = { label: string; choices: Choice[]; onChoose: (said: Label) => void }

function Chips({ label, choices, onChoose }: ChipsProps) {
  const say = useSay()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a row of chips
    <div role="group" className="correct-chips" aria-label={label}>
      {choices.map(({ key, words, holds, said }, at) => (
        <button
          key={key}
          type="button"
          className="button small correct-chip"
          aria-pressed={holds}
          aria-keyshortcuts={key}
          // biome-ignore lint/a11y/noAutofocus: the dialog opens at its first choice
          autoFocus={at === 0 && words === 'label.question'}
          onClick={() => onChoose(said)}
        >
          {say(words)} <kbd>{key}</kbd>
        </button>
      ))}
    </div>
  )
}

const letters = {
  question: 'q',
  complaint: 'c',
  praise: 'p',
  thanks: 't',
  request: 'r',
  suggestion: 's',
  celebration: 'b',
  loss: 'l',
  hiccup: 'h',
  purchase: 'w',
  spam: 'm',
  abuse: 'x',
  chatter: 'k',
} as const

const moodsBy = {
  glad: { key: 'g', value: 0.8, tones: ['glad'] },
  neutral: { key: 'n', value: 0, tones: [null] },
  annoyed: { key: 'a', value: -0.8, tones: ['annoyed', 'angry', 'sad'] },
} as const
