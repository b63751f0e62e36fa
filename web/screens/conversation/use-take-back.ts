/** Takes a reply back before it leaves; its words return to the draft. */
import { useQueryClient } from '@tanstack/react-query'
import { Refused, remove } from '../../api/client.ts'
import { did } from '../../parts/last-act.ts'
import { useSay } from '../../words/words.ts'
import { readDraft, writeDraft } from './drafts.ts'

/** Answers whether it could still be taken back. Where it could not, that is said. */
export function useTakeBack(conversation: string): (reply: string) => Promise<boolean> {
  const client = useQueryClient()
  const say = useSay()
  return async (reply) => {
    try {
      const { text } = await remove<{ text: string }>(`/replies/${reply}`)
      const begun = readDraft(conversation, 'reply')
      writeDraft(conversation, 'reply', begun === '' ? text : `${text}\n\n${begun}`)
      did({ said: say('did.undone'), leavesAt: null, undo: null })
      return true
    } catch (error) {
      if (!(error instanceof Refused && error.problem.status === 409)) throw error
      did({ said: say('did.too-late'), leavesAt: null, undo: null })
      return false
    } finally {
      await client.invalidateQueries({ queryKey: ['conversation', conversation] })
    }
  }
}
