/**
 * A whole Bluesky network in one process: a PLC directory, a PDS and, with `--app-view`, the AppView with its stores.
 * Prints one line of JSON with the addresses and lives until its stdin closes, so it never outlives who started it.
 */
import { TestNetwork, TestNetworkNoAppView } from '@atproto/dev-env'
import { startStores } from './stores.ts'

const stores = process.argv.includes('--app-view') ? await startStores() : null

process.stdin.resume()
process.stdin.once('end', async () => {
  // The network's own closing waits for work that tests don't care about.
  await stores?.close()
  process.exit(0)
})

const network = stores
  ? await TestNetwork.create({ dbPostgresUrl: stores.postgresUrl, dbPostgresSchema: 'earshot' })
  : await TestNetworkNoAppView.create({})

// Nothing else prints here, so this line is the first one.
process.stdout.write(`${JSON.stringify({ pdsUrl: network.pds.url, plcUrl: network.plc.url })}\n`)
