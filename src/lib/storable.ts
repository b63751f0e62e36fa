/** Text as PostgreSQL can keep it: NUL and halves of a surrogate pair become U+FFFD, so that the rest is not lost with them. */
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed()
