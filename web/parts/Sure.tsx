/** Asks once more before something that cannot be undone. */
import { useMutation } from '@tanstack/react-query'
import { useSay } from '../words/words.ts'
import { whyOf } from './Notice.tsx'
import { Popup } from './Popup.tsx'

type Props = { title: string; question: string; onClose: () => void; onSure: () => Promise<unknown> }

export default function Sure({ title, question, onClose, onSure }: Props) {
  const say = useSay()
  const sure = useMutation({ mutationFn: onSure, onSuccess: onClose })
  return (
    <Popup title={title} onClose={onClose}>
      <p>{question}</p>
      {sure.error && (
        <p role="alert" className="wrong">
          {whyOf(sure.error, say)}
        </p>
      )}
      <div className="popup-foot">
        <button type="button" className="button" onClick={onClose}>
          {say('app.cancel')}
        </button>
        <button type="button" className="button harmful" disabled={sure.isPending} onClick={() => sure.mutate()}>
          {title}
        </button>
      </div>
    </Popup>
  )
}
