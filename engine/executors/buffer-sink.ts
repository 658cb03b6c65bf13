import { MessageChannel } from 'node:worker_threads'

/**
 * Makes a function that frees buffers at once.
 *
 * What came in a message is otherwise freed by a full collection only, which begins when tens of
 * megabytes have come together. Moved to a port that nobody listens to, a buffer is gone.
 */
export function createBufferSink(): (buffers: readonly ArrayBuffer[]) => void {
  const { port1, port2 } = new MessageChannel()
  port2.close()
  port1.unref()
  return (buffers) => port1.postMessage(undefined, buffers)
}
