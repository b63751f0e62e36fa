/** Asks them how we did: puts a link into the reply, by which they say so. Nobody is asked unless a teammate chooses this. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Smile } from 'lucide-react'
import type { Conversation } from '../../../src/api/shapes.ts'
import type { AskingLink } from '../../../src/api/verdicts/shapes.verdicts.ts'
import { post } from '../../api/client.ts'
import { askingQuery } from '../../api/queries.verdicts.ts'
import { useActions } from '../../keys/keys.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

type Props = { talk: Conversation; text: string; onInsert: (text: string) => void }

export default function AskHow({ talk, text, onInsert }: Props) {
  const say = useSay()
  const asking = useQuery(askingQuery(talk.id)).data
  const ask = useMutation({
    mutationFn: () => post<AskingLink>(`/conversations/${talk.id}/how`, {}),
    onSuccess: ({ link }) => text.includes(link) || onInsert(say('how.say', { link })),
  })
  const possible = asking?.on === true && asking.whyNot === null && !ask.isPending
  useActions(possible ? { askHow: () => ask.mutate() } : {})
  if (!asking?.on) return null
  return (
    <>
      {ask.error && (
        <span role="alert" className="wrong">
          {whyOf(ask.error, say)}
        </span>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={say('how.ask')}
        aria-disabled={!possible}
        data-tip={asking.whyNot ?? say('how.public')}
        onClick={() => possible && ask.mutate()}
      >
        <Smile size={18} aria-hidden="true" />
      </button>
    </>
  )
}
