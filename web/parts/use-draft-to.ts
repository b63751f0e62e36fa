/** Puts a draft into the composer of a conversation and opens it: nothing is sent but by a teammate. */
import { useNavigate } from '@tanstack/react-router'
import { readDraft, writeDraft } from '../screens/conversation/drafts.ts'

/** What was begun there stays. */
export function useDraftTo(): (conversation: string, text: string) => void {
  const navigate = useNavigate()
  return (conversation, text) => {
    if (readDraft(conversation, 'reply').trim() === '') writeDraft(conversation, 'reply', text)
    void navigate({ to: '/c/$id', params: { id: conversation } })
  }
}

export const firstName = (name: string): string => name.split(' ')[0] ?? name
