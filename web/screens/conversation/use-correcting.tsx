/** To say what a message is: `q` for a question or not, `l` for everything else. It is the one with the focus, or their newest. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Label, Reasoned } from '../../../src/api/listening/shapes.understanding.ts'
import type { Conversation, Message } from '../../../src/api/shapes.ts'
import { put } from '../../api/client.ts'
import { reasonedQuery } from '../../api/queries.ts'
import type { ActionId } from '../../keys/actions.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

const CorrectDialog = lazy(() => import('./CorrectDialog.tsx'))

type Correcting = {
  actions: Partial<Record<ActionId, () => void>>
  begin: (message: Message) => void
  dialog: React.ReactNode
}

export function useCorrecting(talk: Conversation): Correcting {
  const say = useSay()
  const client = useQueryClient()
  const [message, setMessage] = useState<Message | null>(null)

  async function toggleQuestion() {
    const meant = messageMeant(talk)
    if (meant === undefined) return
    const asks = meant.understood?.labels.includes('question') ?? false
    const back = async () => void (await correct(client, meant.id, { question: asks }))
    did({ said: say(asks ? 'did.no-question' : 'did.question'), leavesAt: null, undo: back })
    await correct(client, meant.id, { question: !asks }).catch((error) =>
      did({ said: whyOf(error, say), leavesAt: null, undo: null }),
    )
  }

  function openLabels() {
    const meant = messageMeant(talk)
    if (meant !== undefined) setMessage(meant)
  }

  return {
    actions: { label: openLabels, question: () => void toggleQuestion() },
    begin: setMessage,
    dialog: message && (
      <Suspense>
        <CorrectDialog message={message} onClose={() => setMessage(null)} />
      </Suspense>
    ),
  }
}

/** Says it, and shows what came of it at once. */
export async function correct(client: QueryClient, messageId: string, said: Label): Promise<Reasoned> {
  const now = await put<Reasoned>(`/messages/${messageId}/understanding`, said)
  client.setQueryData(reasonedQuery(messageId).queryKey, now)
  void client.invalidateQueries({ queryKey: ['conversation'] })
  return now
}

function messageMeant({ thread }: Conversation): Message | undefined {
  const focused = document.activeElement?.closest('.message')?.id.replace(/^message-/, '')
  const theirs = thread.filter(({ us }) => !us)
  return theirs.find(({ id }) => id === focused) ?? theirs.at(-1)
}
