/** Waits until it is so. Throws where that takes longer than two minutes. */
export async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 120_000; performance.now() < end; ) {
    if (await so()) return
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error('It did not come to be so within two minutes')
}
