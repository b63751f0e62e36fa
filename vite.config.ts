/** How the web app is built: `vite build` reads web/ and writes web/dist/, which the server sends. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig(({ command }) => {
  // Whoever builds from within a test or a watch has another NODE_ENV, and would get React's slow development half.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: 'web',
    plugins: [react()],
    build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
    server: { proxy: { '/api': 'http://127.0.0.1:7400' } },
    // The tests of the whole house run from here, not from web/ alone.
    test: { root: import.meta.dirname },
  }
})
