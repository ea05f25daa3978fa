/** Folds a word for look-up: lower case, no accents. Keeps no offsets. */
export function foldWord(word: string): string {
  return isAscii(word) ? word.toLowerCase() : foldUnusual(word);
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false;
  return true;
}

function foldUnusual(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

const SMALL: readonly (readonly [number, string])[] = [
  [0.5, 'half halben halber halbe demi demie medio media meia meio setengah полчаса'],
  [1, 'one ein eine einer einem einen eins un une uno una um uma satu один одна одного одной одних'],
  [2, 'two zwei deux dos dois duas dua два две двух'],
  [3, 'three drei trois tres três tiga три трех трёх'],
  [4, 'four vier quatre cuatro quatro empat четыре четырех четырёх'],
  [5, 'five fünf fuenf cinq cinco lima пять пяти'],
  [6, 'six sechs seis enam шесть шести'],
  [7, 'seven sieben sept siete sete tujuh семь семи'],
  [8, 'eight acht huit ocho oito delapan восемь восьми'],
  [9, 'nine neun neuf nueve nove sembilan девять девяти'],
  [10, 'ten zehn dix diez dez sepuluh десять десяти'],
  [11, 'eleven elf onze once sebelas одиннадцать'],
  [12, 'twelve zwölf zwoelf douze doce doze двенадцать двенадцати'],
  [13, 'thirteen dreizehn treize trece treze тринадцать'],
  [14, 'fourteen vierzehn quatorze catorce четырнадцать четырнадцати'],
  [15, 'fifteen fünfzehn quinze quince пятнадцать'],
  [16, 'sixteen sechzehn seize dieciseis dezesseis шестнадцать'],
  [17, 'seventeen siebzehn diecisiete dezessete семнадцать'],
  [18, 'eighteen achtzehn dieciocho dezoito восемнадцать'],
  [19, 'nineteen neunzehn diecinueve dezenove девятнадцать'],
  [21, 'veintiuno veintiun'],
  [22, 'veintidos'],
  [23, 'veintitres'],
  [24, 'veinticuatro'],
  [25, 'veinticinco'],
];

const TENS: readonly (readonly [number, string])[] = [
  [20, 'twenty zwanzig vingt veinte vinte двадцать двадцати'],
  [30, 'thirty dreissig dreißig trente treinta trinta тридцать тридцати'],
  [40, 'forty fourty vierzig quarante cuarenta quarenta сорок сорока'],
  [50, 'fifty fünfzig cinquante cincuenta cinquenta пятьдесят'],
  [60, 'sixty sechzig soixante sesenta sessenta шестьдесят'],
  [70, 'seventy siebzig setenta семьдесят семидесяти'],
  [80, 'eighty achtzig ochenta oitenta восемьдесят'],
  [90, 'ninety neunzig noventa девяносто'],
];

const small = table(SMALL);
const tens = table(TENS);
for (const [one, ones] of SMALL.slice(1, 10)) {
  for (const unit of ones
    .split(' ')
    .filter((word) => /^(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)$/.test(word))) {
    for (const [ten, words] of TENS)
      for (const word of words.split(' ')) small.set(foldWord(`${unit}und${word}`), one + ten);
  }
}

/** Words between tens and units: `forty-eight`, `cuarenta y ocho`, `vingt et un`. */
const JOINERS = new Set(['-', '‑', 'y', 'e', 'et', 'and']);

/**
 * Reads a number written in words from a list of folded words, beginning at `at`: its value and how many words
 * it takes, or undefined. English, German, French, Spanish, Portuguese, Indonesian and Russian to ninety-nine.
 */
export function readNumberWords(
  words: readonly string[],
  at: number,
): { value: number; taken: number } | undefined {
  const first = words[at] ?? '';
  const one = small.get(first);
  if (one !== undefined) {
    if (words[at + 1] === 'puluh' && one >= 2 && one <= 9) return addUnit(words, at + 2, one * 10, 2);
    if (words[at + 1] === 'belas' && one >= 2 && one <= 9) return { value: one + 10, taken: 2 };
    if (one === 4 && words[at + 1] === '-' && /^vingts?$/.test(words[at + 2] ?? ''))
      return addUnit(words, at + 3, 80, 3);
    return { value: one, taken: 1 };
  }
  const ten = tens.get(first);
  return ten === undefined ? undefined : addUnit(words, at + 1, ten, 1);
}

function addUnit(
  words: readonly string[],
  at: number,
  ten: number,
  taken: number,
): { value: number; taken: number } {
  const joined = JOINERS.has(words[at] ?? '') ? 1 : 0;
  const unit = small.get(words[at + joined] ?? '');
  const french = ten === 60 || ten === 80;
  if (unit === undefined || unit < 1 || unit > (french ? 19 : 9)) return { value: ten, taken };
  return { value: ten + unit, taken: taken + joined + 1 };
}

const HAN = '零一二三四五六七八九';

/** The value of Chinese numerals below a hundred (`四十八`, `两`), or undefined. */
export function readHanNumber(text: string): number | undefined {
  if (text === '半') return 0.5;
  const plain = text.replaceAll('两', '二').replaceAll('兩', '二');
  const [left, right, more] = plain.split('十');
  if (left === undefined || more !== undefined) return undefined;
  if (right === undefined) return left.length === 1 && HAN.includes(left) ? HAN.indexOf(left) : undefined;
  if (left.length > 1 || right.length > 1) return undefined;
  const high = left === '' ? 1 : HAN.indexOf(left);
  const low = right === '' ? 0 : HAN.indexOf(right);
  return high < 0 || low < 0 ? undefined : high * 10 + low;
}

function table(rows: readonly (readonly [number, string])[]): Map<string, number> {
  return new Map(
    rows.flatMap(([value, words]) => words.split(' ').map((word) => [foldWord(word), value] as const)),
  );
}
