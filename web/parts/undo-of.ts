/** The way back from an act that the server may not have answered yet. */

/**
 * Undoes exactly the act that `answer` tells of, once it has come: with its `undo` id. An act that failed or changed
 * nothing has nothing to undo, and is not taken for one before it.
 */
export function undoOf(
  answer: Promise<{ undo?: number | null }>,
  undo: (event: number) => Promise<void>,
): () => Promise<void> {
  const event = answer.then(
    (answered) => answered.undo ?? null,
    // Whoever sent it says why.
    () => null,
  )
  return async () => {
    const id = await event
    if (id !== null) await undo(id)
  }
}
