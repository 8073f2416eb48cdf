import { tableWorkbook } from "#app/documents/table-workbook.ts";

/**
 * A workbook of half hours, 14 columns: how long it takes, what the process needs at most, and the longest turn that
 * anything else in the process has to wait.
 *
 *     node bench/export.ts [rows, 100000]
 */
const [rows = 100_000] = process.argv.slice(2).map(Number);

const columns = Array.from({ length: 14 }, (_, index) => ({
  head: `Kolumn ${index + 1}`,
  width: 14,
  ...(index > 1 && { format: "#,##0.00" }),
}));

function* halfHours() {
  for (let index = 0; index < rows; index++) {
    const figures = Array.from({ length: 12 }, (_, column) => ({
      number: `${(index * (column + 7)) % 997}.${index % 10}`,
    }));
    yield [`2026-09-01T00:${index % 60}+02:00`, `Växeln ${index % 12}`, ...figures];
  }
}

let longestTurnMs = 0;
let last = performance.now();
const watch = setInterval(() => {
  const now = performance.now();
  longestTurnMs = Math.max(longestTurnMs, now - last - 5);
  last = now;
}, 5);
const start = performance.now();
const about = { title: "Mätvärden", author: "Exempelköping", instant: "2027-01-29T09:00:00Z" };
const file = await tableWorkbook(about, [{ name: "Halvtimmar", columns, rows: halfHours() }]);
clearInterval(watch);
console.log(
  JSON.stringify({
    rows,
    milliseconds: Math.round(performance.now() - start),
    megabytes: Math.round(file.length / 1e6),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1e3),
    longestTurnMs: Math.round(longestTurnMs),
  }),
);
