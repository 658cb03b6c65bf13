import { EXIT } from './terminal.ts'

/** Ctrl-C stops after the jobs under way; a second one leaves at once. */
export function listenForInterrupt() {
  const controller = new AbortController()
  const onInterrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted)
    controller.abort()
  }
  process.on('SIGINT', onInterrupt)
  return {
    signal: controller.signal,
    stopListening: () => void process.off('SIGINT', onInterrupt),
  }
}
