/** A note: what we say among ourselves. Its colour is never that of a reply. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Conversation, Note } from '../../../src/api/shapes.ts'
import { post } from '../../api/client.ts'
import { conversationQuery } from '../../api/queries.ts'
import { useActions } from '../../keys/keys.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import { useDraft } from './drafts.ts'

export function NoteBox({ talk }: { talk: Conversation }) {
  const say = useSay()
  const client = useQueryClient()
  const [text, write] = useDraft(talk.id, 'note')
  const keep = useMutation({
    mutationFn: () => post<Note>(`/conversations/${talk.id}/notes`, { text }),
    onSuccess: (note) => {
      write('')
      client.setQueryData(conversationQuery(talk.id).queryKey, (now) =>
        now?.notes.some(({ id }) => id === note.id) ? now : now && { ...now, notes: [...now.notes, note] },
      )
    },
  })
  const possible = text.trim() !== '' && !keep.isPending
  useActions({ send: () => possible && keep.mutate() })
  return (
    <div className="box">
      <textarea
        aria-label={say('compose.note.label')}
        value={text}
        dir="auto"
        rows={3}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      {keep.error && (
        <p role="alert" className="wrong">
          {say('compose.failed', { why: whyOf(keep.error, say) })}
        </p>
      )}
      <div className="box-foot">
        <button type="button" className="button main" disabled={!possible} onClick={() => keep.mutate()}>
          {say('compose.keep')}
        </button>
      </div>
    </div>
  )
}
