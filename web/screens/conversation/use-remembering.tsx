/** To remember something of this conversation: `+` takes up what is offered where the focus is, else what was offered last. */
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Conversation } from '../../../src/api/shapes.ts'
import { put, remove } from '../../api/client.ts'
import type { ActionId } from '../../keys/actions.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import type { Offering } from './OfferLine.tsx'
import { type Offer, offersOf, sourceId } from './offers.ts'

const MomentDialog = lazy(() => import('../../parts/MomentDialog.tsx'))

type Remembering = {
  actions: Partial<Record<ActionId, () => void>>
  offering: Offering
  dialog: React.ReactNode
}

export function useRemembering(talk: Conversation): Remembering {
  const say = useSay()
  const client = useQueryClient()
  /** `by hand`: nothing was offered. */
  const [taken, setTaken] = useState<Offer | 'by hand' | null>(null)
  const close = () => setTaken(null)

  async function refuse(offer: Offer) {
    const path = `/moments/refusals/${sourceId(offer)}`
    const again = () => client.invalidateQueries({ queryKey: ['conversation', talk.id] })
    const undo = async () => {
      await remove(path)
      await again()
    }
    try {
      await put(path, {})
      did({ said: say('did.refused'), leavesAt: null, undo })
    } catch (error) {
      did({ said: whyOf(error, say), leavesAt: null, undo: null })
    }
    await again()
  }

  return {
    actions: { remember: talk.person === null ? undefined : () => setTaken(offerMeant(talk) ?? 'by hand') },
    offering: { onRemember: setTaken, onRefuse: (offer) => void refuse(offer) },
    dialog: taken && (
      <Suspense>
        {taken !== 'by hand' ? (
          <MomentDialog person={taken.person} {...taken.source} proposed={taken.proposed} onClose={close} />
        ) : (
          talk.person && <MomentDialog person={talk.person} message={lastOf(talk)} onClose={close} />
        )}
      </Suspense>
    ),
  }
}

function offerMeant(talk: Conversation): Offer | undefined {
  const offers = offersOf(talk)
  const focused = document.activeElement?.closest('.message')?.id.replace(/^message-/, '')
  return offers.find((offer) => sourceId(offer) === focused) ?? offers.at(-1)
}

/** What they said last: where something to remember comes from. */
const lastOf = (talk: Conversation): string | undefined =>
  talk.thread.findLast(({ us, person }) => !us && person?.id === talk.person?.id)?.id
