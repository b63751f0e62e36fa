/** Tells those who asked where the answer stands now: one by one, each message shown before it goes. There is no way to tell all at once. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Asking, Question } from '../../../src/api/questions/shapes.questions.ts'
import { askingsQuery } from '../../api/queries.ts'
import { useSay } from '../../words/words.ts'
import { TellOne } from './TellOne.tsx'
import { toTell } from './to-tell.ts'

export function Tell({ question, url }: { question: Question; url: string }) {
  const say = useSay()
  const askings = useInfiniteQuery(askingsQuery(question.id))
  const [passedOver, setPassedOver] = useState<readonly string[]>([])
  const all = askings.data?.pages.flatMap(({ items }) => items) ?? []
  const { waiting, told } = toTell(all, passedOver)
  const next: Asking | undefined = waiting[0]
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = askings
  useEffect(() => {
    if (next === undefined && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [next, hasNextPage, isFetchingNextPage, fetchNextPage])
  return (
    <section aria-labelledby="question-tell">
      <h2 id="question-tell">{say('tell.title')}</h2>
      <p className="soft" role="status">
        {askings.isSuccess && say('tell.count', { n: told, of: told + waiting.length + passedOver.length })}
      </p>
      {next && (
        <TellOne
          key={next.message.id}
          asking={next}
          url={url}
          onPass={() => setPassedOver((before) => [...before, next.message.person?.id ?? next.message.id])}
        />
      )}
      {askings.isSuccess && !next && !hasNextPage && <p>{say('tell.done')}</p>}
    </section>
  )
}
