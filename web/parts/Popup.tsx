/** A dialog over the desk: Escape and a click outside close it, and the focus goes back to where it was. */
import { X } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSay } from '../words/words.ts'

type Props = { title: string; onClose: () => void; children: React.ReactNode; wide?: boolean }

export function Popup({ title, onClose, children, wide = false }: Props) {
  const say = useSay()
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={wide ? 'popup wide' : 'popup'}>
        <Dialog className="popup-inner">
          <header className="popup-head">
            <Heading slot="title">{title}</Heading>
            <button type="button" className="icon-button" aria-label={say('app.close')} onClick={onClose}>
              <X size={18} aria-hidden="true" />
            </button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
