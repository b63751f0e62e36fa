/** The tables of the voice: names side by side, what it is about, where it is said, the words that changed. Each is a CSV too. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Voice, VoiceName } from '../../../src/api/listening/shapes.voice.ts'
import { put } from '../../api/client.ts'
import { CsvLink } from '../../parts/CsvLink.tsx'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { locale, useSay } from '../../words/words.ts'

export function Share({ names }: { names: readonly VoiceName[] }) {
  const say = useSay()
  const client = useQueryClient()
  const all = names.reduce((sum, { now }) => sum + now, 0)
  const mark = useMutation({
    mutationFn: ({ id, anothers }: VoiceName) => put(`/listeners/${id}/whose`, { anothers: !anothers }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['voice'] }),
    onError: (error: Error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null }),
  })
  const title = say('voice.share')
  const head = (['name', 'said', 'part', 'before', 'glad', 'unhappy'] as const).map((it) => say(`voice.${it}`))
  return (
    <section>
      <h2>{title}</h2>
      <p className="soft">{say('voice.share.more')}</p>
      <div className="voice-wide">
        <table className="plain-table">
          <thead>
            <tr>
              {[...head, say('voice.anothers')].map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((it) => (
              <tr key={it.id}>
                <th scope="row">
                  <Link
                    to="/objectives/voice"
                    search={{ listener: it.id }}
                    className="voice-name"
                    data-ours={!it.anothers || undefined}
                  >
                    <bdi>{it.name}</bdi>
                  </Link>
                </th>
                <td>{number(it.now)}</td>
                <td>
                  <span
                    className="voice-bar"
                    style={{ '--share': all === 0 ? 0 : it.now / all } as React.CSSProperties}
                  />
                  {percent(it.now, all)}
                </td>
                <td>{number(it.before)}</td>
                <td>{percent(it.glad, it.now)}</td>
                <td>{percent(it.unhappy, it.now)}</td>
                <td>
                  <input
                    type="checkbox"
                    checked={it.anothers}
                    aria-label={say('voice.anothers.of', { name: it.name })}
                    onChange={() => mark.mutate(it)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CsvLink
        title={title}
        head={head}
        rows={names.map((it) => [it.name, it.now, percent(it.now, all), it.before, it.glad, it.unhappy])}
      />
    </section>
  )
}

type Row = { name: string; now: number; before: number; to?: { room?: string; topic?: string } }

/** What was said now and before, with the way to narrow the page to it. */
export function NowAndBefore({
  title,
  first,
  rows,
  listener,
}: {
  title: string
  first: string
  rows: Row[]
  listener: string
}) {
  const say = useSay()
  const head = [first, say('voice.now'), say('voice.then')]
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            {head.map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, now, before, to }) => (
            <tr key={name}>
              <th scope="row">
                <Link to="/objectives/voice" search={(all) => ({ ...all, listener, ...to })} className="voice-name">
                  <bdi>{name}</bdi>
                </Link>
              </th>
              <td>{number(now)}</td>
              <td>{number(before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <CsvLink title={title} head={head} rows={rows.map(({ name, now, before }) => [name, now, before])} />
    </section>
  )
}

export function WordsThatChanged({ words }: { words: Voice['words'] }) {
  const say = useSay()
  const title = say('voice.words')
  const head = [say('voice.word'), say('voice.now'), say('voice.then')]
  const all = [...words.more, ...words.less]
  return (
    <section>
      <h2>{title}</h2>
      <p className="soft">{say('voice.words.how', words.of)}</p>
      {all.length === 0 && <p>{say('voice.words.none')}</p>}
      <div className="voice-sides">
        {(['more', 'less'] as const).map(
          (side) =>
            words[side].length > 0 && (
              <table key={side} className="plain-table">
                <caption>{say(`voice.words.${side}`)}</caption>
                <thead>
                  <tr>
                    {head.map((word) => (
                      <th key={word} scope="col">
                        {word}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {words[side].map(({ word, now, before }) => (
                    <tr key={word}>
                      <th scope="row">
                        <Link
                          to="/search"
                          search={{ q: word }}
                          className="voice-name"
                          aria-label={say('voice.look', { word })}
                        >
                          <bdi>{word}</bdi>
                        </Link>
                      </th>
                      <td>{now}</td>
                      <td>{before}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ),
        )}
      </div>
      {all.length > 0 && (
        <CsvLink title={title} head={head} rows={all.map(({ word, now, before }) => [word, now, before])} />
      )}
    </section>
  )
}

const number = (n: number): string => n.toLocaleString(locale())
const percent = (part: number, of: number): string =>
  of === 0 ? '–' : (part / of).toLocaleString(locale(), { style: 'percent', maximumFractionDigits: 0 })
