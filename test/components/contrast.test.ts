import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Tokens as `{ name: [light, dark] }`. */
const tokens = new Map(
  [
    ...readFileSync("app/styles/tokens.css", "utf8").matchAll(
      /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
    ),
  ].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const),
);

/** Relative luminance, WCAG 2.1. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string, theme: "light" | "dark"): number {
  const [x, y] = [a, b].map((name) => {
    const token = tokens.get(name);
    if (token === undefined) throw new Error(`no colour ${name}`);
    return luminance(token[theme]);
  }) as [number, number];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const grounds = ["paper", "surface", "sunken"];
const onAll = (text: string) => grounds.map((ground) => [text, ground] as const);

describe.each(["light", "dark"] as const)("contrast in %s", (theme) => {
  it.each(onAll("ink"))("body text %s on %s is at least 7:1", (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ...["ink-quiet", "accent", "danger", "warning", "positive"].flatMap(onAll),
    ["on-accent", "accent"] as const,
    ["on-accent", "accent-strong"] as const,
    ...["accent", "positive", "warning", "danger"].flatMap((tone) => [
      [tone, `${tone}-soft`] as const,
      ["ink", `${tone}-soft`] as const,
    ]),
  ])("other text %s on %s is at least 4.5:1", (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(
    ["line-strong", "vendor-1", "vendor-2", "vendor-3", "vendor-4", "vendor-5", "vendor-6"].flatMap(onAll),
  )("the shape of %s on %s is at least 3:1", (shape, ground) => {
    expect(contrast(shape, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});
