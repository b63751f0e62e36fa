/** How the web app is built: `vite build` reads web/ and writes web/dist/, which the server sends. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

export default defineConfig(({ command }) => {
  // Whoever builds from within a test or a watch has another NODE_ENV, and would get React's slow development half.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: 'web',
    plugins: [react(), compressed],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: together } } },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:7400' } },
    // The tests of the whole house run from here, not from web/ alone.
    test: { root: import.meta.dirname },
  }
})

// Small and needed almost everywhere: a file for each costs more in headers than in content.
const together = [
  { name: 'tanstack', test: /node_modules\/@tanstack\// },
  { name: 'icons', test: /node_modules\/lucide-react\// },
]

/** Each file that gains by it also lies there compressed, once and for all: the server sends that to browsers that take it. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|html|svg)$/.test(name)) continue
      const content = readFileSync(join(dir, name))
      if (content.length < 1024) continue
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content))
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }))
    }
  },
}
