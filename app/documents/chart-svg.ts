import { printableText } from "#app/documents/printed-values.ts";

/** Width of every chart in its own units; 640 of them span the text of a page. */
export const chartWidth = 640;

/** Colours that tell apart in grey, too: neighbours differ in lightness, and none is told by colour alone. */
export const chartInk = {
  text: "#1b2426",
  quiet: "#5a6466",
  line: "#b9b2a2",
  strong: "#0f4c5c",
  soft: "#a9c3c9",
};

export interface Chart {
  readonly svg: string;
  /** In units of the chart. */
  readonly height: number;
}

interface TextOptions {
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  readonly size?: number;
  readonly fill?: string;
}

const escaped = (text: string): string =>
  printableText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const short = (value: number): string => String(Math.round(value * 100) / 100);

export function text(x: number, y: number, words: string, options: TextOptions = {}): string {
  const { anchor = "start", bold = false, size = 13, fill = chartInk.text } = options;
  return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" text-anchor="${anchor}" fill="${fill}"${bold ? ' font-weight="600"' : ""}>${escaped(words)}</text>`;
}

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  stroke = "none",
): string =>
  `<rect x="${short(x)}" y="${short(y)}" width="${short(Math.max(width, 0))}" height="${short(height)}" fill="${fill}" stroke="${stroke}"/>`;

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, dash = ""): string =>
  `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" stroke="${stroke}"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}/>`;

export const disc = (x: number, y: number, radius: number, fill: string, stroke: string): string =>
  `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`;

/** A chart on white. Word draws it with its own fonts; the picture beside it is drawn with Inter. */
export function chart(height: number, parts: readonly string[]): Chart {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${chartWidth}" height="${height}" viewBox="0 0 ${chartWidth} ${height}" font-family="Inter, Calibri, Arial, sans-serif">${box(0, 0, chartWidth, height, "#ffffff")}${parts.join("")}</svg>`;
  return { svg, height };
}

/** Round numbers that cover a range, at most seven: 0, 200, 400 … */
export function ticks(least: number, most: number): readonly number[] {
  const span = most - least || Math.abs(most) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => span / one <= 5) ?? span;
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step);
  return Array.from({ length: Math.max(last - first, 1) + 1 }, (_, index) => (first + index) * step);
}

/** Words cut so that about so many units hold them; the whole words stand in the table beside. */
export function clipped(words: string, width: number, size = 13): string {
  const most = Math.floor(width / (size * 0.56));
  return words.length <= most ? words : `${words.slice(0, Math.max(most - 1, 1)).trimEnd()}…`;
}

/** Names with their numbers, in two columns from a height on. */
export function key(
  names: readonly string[],
  top: number,
): { readonly parts: readonly string[]; readonly height: number } {
  const rows = Math.ceil(names.length / 2);
  const parts = names.map((name, index) => {
    const x = index < rows ? 0 : chartWidth / 2;
    return text(x, top + 16 + (index % rows) * 18, clipped(`${index + 1}  ${name}`, chartWidth / 2 - 8, 12), {
      size: 12,
    });
  });
  return { parts, height: rows * 18 + 8 };
}
