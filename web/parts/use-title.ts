/** The page's title in the browser: what is on it, then the desk's name. */
import { useEffect } from 'react'
import { useSay } from '../words/words.ts'

/** `null` leaves the title to another component. */
export function useTitle(title: string | null): void {
  const say = useSay()
  useEffect(() => {
    if (title !== null) document.title = title === '' ? say('app.name') : `${title} · ${say('app.name')}`
  }, [title, say])
}
