/** What the teammate's machine calls its keys. */

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
