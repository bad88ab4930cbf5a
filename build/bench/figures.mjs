/**
 * Some values of one kind, and how far they lie apart.
 * @typedef {{ median: number, low: number, high: number, count: number }} Figure
 */

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? Number.NaN : low + (high - low) * (at % 1);
}

/** @param {readonly number[]} values @returns {Figure} with its quartiles */
export function figure(values) {
  return { median: median(values), low: quantile(values, 0.25), high: quantile(values, 0.75), count: values.length };
}

/**
 * One line of the table.
 * @typedef {object} Row
 * @property {string} what
 * @property {Figure} ours
 * @property {Figure | null} other what it is measured against, in the same rounds
 * @property {number | null} ratio median of the rounds' own ratios
 * @property {number | null} limit of the ratio, or of the figure where there is nothing beside it
 * @property {string} unit
 */

/** @param {Row} row */
export function isMet({ ours, ratio, limit }) {
  return limit === null || (ratio ?? ours.median) <= limit;
}

/** @param {Figure} figure @param {string} unit */
function say({ median, low, high, count }, unit) {
  const digits = Math.abs(median) < 20 ? 1 : 0;
  const spread = count > 1 ? ` (${low.toFixed(digits)} to ${high.toFixed(digits)})` : '';
  return `${median.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}${spread}`;
}

/** @param {readonly Row[]} rows @returns {string} as Markdown */
export function table(rows) {
  const lines = rows.map((row) => {
    const { what, ours, other, ratio, limit, unit } = row;
    const judged = limit === null ? '' : `${isMet(row) ? '' : '**missed** '}at most ${limit}`;
    // Beside nothing at all, no ratio says anything.
    const times = ratio !== null && Number.isFinite(ratio) ? ratio.toFixed(2) : '';
    return [what, say(ours, unit), other === null ? '' : say(other, unit), times, judged];
  });
  const head = [
    ['figure: median (middle half)', 'Presently', 'bare', 'times', 'goal'],
    ['---', '---', '---', '---', '---'],
  ];
  return [...head, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
