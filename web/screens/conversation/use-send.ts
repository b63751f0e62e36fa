/** Sends a reply: the draft goes only when the server has it, and for ten seconds it can be taken back. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Warning } from '../../../src/api/rooms/shapes.advice.ts'
import type { Conversation, Reply } from '../../../src/api/shapes.ts'
import { post, Refused, remove } from '../../api/client.ts'
import { conversationQuery } from '../../api/queries.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import { useDesk } from '../waiting-list/desk.ts'
import { readDraft, writeDraft } from './drafts.ts'
import { useTakeBack } from './use-take-back.ts'

type Sending = {
  text: string
  done: boolean
  answeredThere: boolean
  /** Also where a colleague answered in the meantime. */
  anyway: boolean
  /** Warnings that stand on screen. */
  overruled: readonly Warning[]
}

export function useSend(talk: Conversation, name: string) {
  const client = useQueryClient()
  const say = useSay()
  const desk = useDesk()
  const takeBack = useTakeBack(talk.id)
  const [sending, setSending] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [collided, setCollided] = useState(false)

  async function send({ text, done, answeredThere, anyway, overruled }: Sending): Promise<void> {
    setSending(true)
    setWrong(null)
    try {
      const seen = lastShown(talk)
      const headers: Record<string, string> = anyway || seen === null ? {} : { 'x-seen-last-message': seen }
      const against = overruled.map(({ is, about }) => ({ is, about }))
      const body = { text, done, answeredThere, overruled: against }
      const reply = await post<Reply>(`/conversations/${talk.id}/replies`, body, headers)
      if (readDraft(talk.id, 'reply') === text) writeDraft(talk.id, 'reply', '')
      setCollided(false)
      show(reply)
      if (answeredThere) did({ said: say('did.answered', { name }), leavesAt: null, undo: null })
      else did({ said: say('did.sent', { name }), leavesAt: Date.parse(reply.leavesAt), undo: undo(reply, done) })
      if (done) {
        desk.leave(talk.id)
        desk.closed(talk)
      }
    } catch (error) {
      const answered = error instanceof Refused && error.problem.status === 409
      setCollided(answered)
      if (!answered) setWrong(whyOf(error, say))
    }
    setSending(false)
    await client.invalidateQueries({ queryKey: ['conversation', talk.id] })
  }

  const undo = (reply: Reply, done: boolean) => async () => {
    if (!(await takeBack(reply.id))) return
    if (done) await remove(`/conversations/${talk.id}/closure`)
    await desk.bringBack(talk.id)
  }

  /** On screen at once; the live stream may have been faster. */
  const show = (reply: Reply) =>
    client.setQueryData(conversationQuery(talk.id).queryKey, (now) =>
      now?.replies.some(({ id }) => id === reply.id) ? now : now && { ...now, replies: [...now.replies, reply] },
    )

  return { send, sending, wrong, collided }
}

/** The last message or reply on this screen: what a colleague said after it, we have not seen. */
function lastShown(talk: Conversation): string | null {
  const said = [...talk.thread, ...talk.replies].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return said.at(-1)?.id ?? null
}
