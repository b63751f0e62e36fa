/** The ladder for whoever speaks here: `!` shows it, and its kind words go into the composer. */
import { lazy, Suspense, useState } from 'react'
import type { Conversation } from '../../../src/api/shapes.ts'
import type { ActionId } from '../../keys/actions.ts'
import { writeDraft } from './drafts.ts'

const LadderDialog = lazy(() => import('../../parts/LadderDialog.tsx'))

type Ladder = { actions: Partial<Record<ActionId, () => void>>; dialog: React.ReactNode }

export function useLadder(talk: Conversation): Ladder {
  const [shown, setShown] = useState(false)
  return {
    actions: { ladder: talk.person === null ? undefined : () => setShown(true) },
    dialog: talk.person && shown && (
      <Suspense>
        <LadderDialog
          person={talk.person}
          onDraft={(text) => writeDraft(talk.id, 'reply', text)}
          onClose={() => setShown(false)}
        />
      </Suspense>
    ),
  }
}
