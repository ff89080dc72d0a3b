// @ts-check
/** Raw deflate by the platform's own streams, as zip files and our links hold it. */

/** How much is handed over at a time, in bytes; deflate packs about a thousand to one, so one step yields a megabyte. */
const STEP = 1024;

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * Inflates step by step: who stops reading stops the work.
 * @param {Bytes} packed
 * @returns {AsyncGenerator<Bytes, void, void>}
 * @throws {TypeError} where the bytes are no deflate, are cut off, or go on after its end
 */
export async function* inflated(packed) {
  let offset = 0;
  const steps = new ReadableStream(
    {
      pull(controller) {
        if (offset < packed.length) controller.enqueue(packed.subarray(offset, (offset += STEP)));
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const reader = steps.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // What has failed cannot be canceled any more.
    reader.cancel().catch(() => {});
  }
}

/**
 * @param {Bytes} bytes
 * @returns {Promise<Bytes>}
 */
export async function deflated(bytes) {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
