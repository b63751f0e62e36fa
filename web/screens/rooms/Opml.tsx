/** Many feeds at once: an OPML list is pasted, each feed in it becomes a room, and those that fail are named. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

type FeedLine = { name: string; url: string }

export function Opml({ field, onDone }: { field: string; onDone: () => Promise<unknown> }) {
  const say = useSay()
  const [text, setText] = useState('')
  const feeds = feedsOf(text)
  const add = useMutation({
    mutationFn: async () => {
      const failed: string[] = []
      for (const { name, url } of feeds) {
        const body = { channel: 'feed', name: name.slice(0, 80) || undefined, fields: { [field]: url } }
        await post('/rooms', body).catch((error) =>
          failed.push(say('add.opml.failed', { name: name || url, why: whyOf(error, say) })),
        )
      }
      await onDone()
      return { added: feeds.length - failed.length, failed }
    },
  })
  return (
    <details className="opml">
      <summary>{say('add.opml')}</summary>
      <p className="hint" id="opml-hint">
        {say('add.opml.hint')}
      </p>
      <textarea
        rows={5}
        value={text}
        aria-label="OPML"
        aria-describedby="opml-hint"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <button
        type="button"
        className="button"
        disabled={feeds.length === 0 || add.isPending}
        onClick={() => add.mutate()}
      >
        {say('add.opml.do', { n: feeds.length })}
      </button>
      {add.data && (
        <div role="status">
          <p>{say('add.opml.done', { n: add.data.added })}</p>
          <ul className="wrong">
            {add.data.failed.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </details>
  )
}

/**
 * Every outline with an address of a feed, once, whatever folder it lies in. Read as HTML, since real lists carry bare
 * ampersands, after which an XML parser gives up; nothing in it is run or loaded.
 */
function feedsOf(opml: string): FeedLine[] {
  const outlines = new DOMParser().parseFromString(opml, 'text/html').querySelectorAll('outline[xmlUrl]')
  const byUrl = new Map<string, FeedLine>()
  for (const outline of outlines) {
    const url = URL.parse(outline.getAttribute('xmlUrl')?.trim() ?? '')
    if (url === null || !/^https?:$/.test(url.protocol) || byUrl.has(url.href)) continue
    const name = outline.getAttribute('title')?.trim() || outline.getAttribute('text')?.trim() || url.host
    byUrl.set(url.href, { url: url.href, name })
  }
  return [...byUrl.values()]
}
