/** One side of an introduction: asked alone, with a draft that names nobody, and what they said. */
import type { Introduction } from '../../../src/api/people/shapes.introductions.ts'
import { firstName, useDraftTo } from '../../parts/use-draft-to.ts'
import { useSay } from '../../words/words.ts'
import { useIntroductions } from './use-introductions.ts'

const answers = ['yes', 'no', 'never'] as const

type Props = { introduction: Introduction; person: Introduction['one'] }

export function Side({ introduction, person }: Props) {
  const say = useSay()
  const draftTo = useDraftTo()
  const { hear } = useIntroductions()
  const side = introduction.sides.find((it) => it.person === person.id)
  const { conversationId: conversation } = person
  function ask() {
    hear.mutate({ introduction, person, said: null })
    const draft = say(`introduce.draft.${introduction.why}`, {
      name: firstName(person.name),
      about: introduction.about,
    })
    if (conversation) draftTo(conversation, draft)
  }
  return (
    <fieldset className="introduction-side">
      <legend>
        <bdi>{person.name}</bdi>
        <span className="soft"> {side ? say(side.said ? `introduce.said.${side.said}` : 'introduce.asked') : ''}</span>
      </legend>
      {side === undefined ? (
        <button
          type="button"
          className="button small"
          onClick={ask}
          aria-label={`${say('introduce.ask')}: ${person.name}`}
        >
          {say('introduce.ask')}
        </button>
      ) : (
        answers.map((said) => (
          <button
            key={said}
            type="button"
            className="button small quiet"
            aria-pressed={side.said === said}
            aria-label={`${say(`introduce.say.${said}`)}: ${person.name}`}
            onClick={() => hear.mutate({ introduction, person, said: side.said === said ? null : said })}
          >
            {say(`introduce.say.${said}`)}
          </button>
        ))
      )}
    </fieldset>
  )
}
