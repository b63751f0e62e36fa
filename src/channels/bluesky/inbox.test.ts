import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { systemClock } from '../../lib/clock.ts'
import { Inbox } from './inbox.ts'
import { pretendPds } from './pretend-pds.ts'

/** An inbox whose sender does this as soon as we are there. */
async function inboxOf(serve: (socket: WebSocket) => void, stop = new AbortController()) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', serve)
  await new Promise((resolve) => server.once('listening', resolve))
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const inbox = new Inbox(socket, 'peer.test', { ...pretendPds({}).kit, clock: systemClock, signal: stop.signal })
  onTestFinished(async () => {
    inbox.close()
    for (const one of server.clients) one.terminate()
    await new Promise((resolve) => server.close(resolve))
  })
  await inbox.opened()
  return { inbox, socket, stop }
}
const all = { most: 1_000_000, withinMs: 20, patienceMs: 2_000 }

test('a reader that is slow slows the sender, and gets everything in the end', async () => {
  const { inbox, socket } = await inboxOf((sender) => {
    for (let nth = 0; nth < 50_000; nth++) sender.send(`${nth} ${'x'.repeat(200)}`)
  })
  while (!socket.isPaused) await sleep(5)
  await sleep(100)
  const first = await inbox.take(all)
  expect([first.length >= 5_000, first.length < 10_000]).toEqual([true, true])
  let taken = first.length
  while (taken < 50_000) taken += (await inbox.take({ ...all, most: 200 })).length
  expect(taken).toBe(50_000)
})

test('a batch waits for more, but not longer than asked', async () => {
  const { inbox } = await inboxOf((sender) => {
    sender.send('one')
    setTimeout(() => sender.send('two'), 20)
    setTimeout(() => sender.send('too late'), 1_000)
  })
  expect((await inbox.take({ ...all, withinMs: 300 })).map(String)).toEqual(['one', 'two'])
})

test('being asked to stop ends the waiting at once', async () => {
  const { inbox, stop } = await inboxOf(() => {})
  const taking = inbox.take({ ...all, patienceMs: 60_000 })
  stop.abort()
  expect(await taking).toEqual([])
})

test('a peer that does not open is a trouble with its name', async () => {
  const inbox = new Inbox(new WebSocket('ws://127.0.0.1:9'), 'peer.test', { ...pretendPds({}).kit, clock: systemClock })
  await expect(inbox.opened()).rejects.toMatchObject({
    name: 'ChannelTrouble',
    message: expect.stringContaining('peer.test'),
  })
})
