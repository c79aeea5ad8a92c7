/**
 * The body inside AWS's own chunked coding (`aws-chunked`), which the SDK uses where it sends a
 * checksum after the body: `<hex size>[;signature]\r\n<bytes>\r\n ... 0\r\n<trailers>`.
 */
export function readChunked(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = body.indexOf('\r\n', at);
    if (lineEnd < 0) throw new RangeError('a chunk without its size');
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    if (Number.isNaN(size)) throw new RangeError('a chunk without its size');
    if (size === 0) return Buffer.concat(chunks);
    const from = lineEnd + 2;
    if (from + size > body.length) throw new RangeError('a chunk shorter than it says');
    chunks.push(body.subarray(from, from + size));
    at = from + size + 2;
  }
}
