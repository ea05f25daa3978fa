const WORDS: readonly string[] = [
  'january jan januar jänner janvier enero janeiro januari января янв',
  'february feb februar février fevrier febrero fevereiro februari pebruari февраля фев',
  'march mar märz maerz mars marzo março marco maret марта мар',
  'april apr avril abril апреля апр',
  'may mai mayo maio mei мая',
  'june jun juni juin junio junho июня июн',
  'july jul juli juillet julio julho июля июл',
  'august aug août aout agosto agustus августа авг',
  'september sep sept septembre septiembre setembro сентября сен сент',
  'october oct oktober okt octobre octubre outubro октября окт',
  'november nov novembre noviembre novembro ноября ноя нояб',
  'december dec dezember dez décembre decembre diciembre dezembro desember des декабря дек',
];

/** Lower-case names of months in the header languages, to their number (1 to 12). */
export const MONTHS: Readonly<Record<string, number>> = Object.assign(
  Object.create(null) as Record<string, number>,
  Object.fromEntries(WORDS.flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const))),
);
