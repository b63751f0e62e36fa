/** One thread of `twoThreads`: at each word it decides of every event, so often that starting and waking weigh little. */
import { parentPort, workerData } from 'node:worker_threads'
import { QueryIndex } from '../../src/listening/index/query-index.ts'
import { parse } from '../../src/listening/parse.ts'
import { decideAll, type Work } from './wire.ts'

const times = 8
const { queries, events, ends } = workerData as Work
const index = new QueryIndex()
for (const { id, query } of queries) index.add(id, parse(query))
const frames = ends.map((end, i) => Buffer.from(events, ends[i - 1] ?? 0, end - (ends[i - 1] ?? 0)))
decideAll(frames, index)

parentPort?.on('message', () => {
  let wanted = 0
  for (let time = 0; time < times; time++) wanted += decideAll(frames, index)
  parentPort?.postMessage(wanted)
})
parentPort?.postMessage('ready')
