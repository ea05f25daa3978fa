/** Lower case, no accents, straight quotes, single blanks: how words of tables are compared. Cyrillic й, ё keep to й, е. */
export function foldWords(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/ё/g, 'е')
      .replace(/ß/g, 'ss')
      .replace(/[’`´]/g, "'")
      // Word writes a hyphen of its own where a line must not break.
      .replace(/[‐‑]/g, '-')
      .replace(/[*_]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
