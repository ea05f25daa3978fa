/**
 * SHA-256 of a text's UTF-8 bytes in base64: what a content security policy names a script or style by. Written
 * out because the core asks neither Node nor a browser for anything. FIPS 180-4.
 */
export function sha256Base64(text: string): string {
  const words = padded(utf8(text));
  const hash = firstRoots(8, 2);
  const w = new Int32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    for (let i = 0; i < 16; i++) w[i] = words[block + i] ?? 0;
    for (let i = 16; i < 64; i++) {
      const [x, y] = [at(w, i - 15), at(w, i - 2)];
      const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
      const high = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
      w[i] = (at(w, i - 16) + low + at(w, i - 7) + high) | 0;
    }
    const s = Int32Array.from(hash);
    for (let i = 0; i < 64; i++) {
      const [a, b, c, e, f, g] = [at(s, 0), at(s, 1), at(s, 2), at(s, 4), at(s, 5), at(s, 6)];
      const one =
        (at(s, 7) + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + at(K, i) + at(w, i)) |
        0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      s.copyWithin(1, 0, 7);
      s[0] = (one + two) | 0;
      s[4] = (at(s, 4) + one) | 0;
    }
    for (let i = 0; i < 8; i++) hash[i] = (at(hash, i) + at(s, i)) | 0;
  }
  return base64([...hash].flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255)));
}

/** The first 32 bits of the fractional parts of the square or cube roots of the first primes. */
function firstRoots(length: number, root: 2 | 3): Int32Array {
  const out = new Int32Array(length);
  for (let n = 2, i = 0; i < length; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    const value = root === 2 ? Math.sqrt(n) : Math.cbrt(n);
    out[i++] = ((value % 1) * 4_294_967_296) | 0;
  }
  return out;
}

const K = firstRoots(64, 3);

function at(words: Int32Array, i: number): number {
  return words[i] ?? 0;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const char of text) {
    const c = char.codePointAt(0) ?? 0;
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  return bytes;
}

/** The bytes as big-endian words, filled up to whole blocks with the length at the end. */
function padded(bytes: readonly number[]): Int32Array {
  const words = new Int32Array(((bytes.length + 8) >> 6) * 16 + 16);
  [...bytes, 0x80].forEach((byte, i) => {
    words[i >> 2] = at(words, i >> 2) | (byte << (24 - (i % 4) * 8));
  });
  words[words.length - 1] = bytes.length * 8;
  return words;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: readonly number[]): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.slice(i, i + 3);
    out += DIGITS[a >> 2] ?? '';
    out += DIGITS[((a & 3) << 4) | ((b ?? 0) >> 4)] ?? '';
    out += b === undefined ? '=' : (DIGITS[((b & 15) << 2) | ((c ?? 0) >> 6)] ?? '');
    out += c === undefined ? '=' : (DIGITS[c & 63] ?? '');
  }
  return out;
}
