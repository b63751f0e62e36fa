/** The reader's own thread: one document in, what it says out. Pure work; the reader ends it when it takes too long. */
import { parentPort } from 'node:worker_threads'
import { feedsNamedBy } from './discover.ts'
import type { Document, Outcome } from './reader.ts'
import { translate } from './translate.ts'
import { FeedMalformed, parse, textOf } from './wire.ts'

parentPort?.on('message', (document: Document) => parentPort?.postMessage(read(document)))
parentPort?.postMessage('ready')

function read({ bytes, contentType, origin }: Document): Outcome {
  try {
    const text = textOf(bytes, contentType)
    const wire = parse(text)
    if (wire) return { is: 'feed', ...translate(wire, origin) }
    const page = /<(!doctype html|html|head|body)[\s>]/i.test(text.slice(0, 10_000))
    return page ? { is: 'page', names: feedsNamedBy(text, origin.url) } : { is: 'unread', why: 'This is not a feed.' }
  } catch (error) {
    return { is: 'unread', why: error instanceof FeedMalformed ? error.message : `This feed can't be read: ${error}` }
  }
}
