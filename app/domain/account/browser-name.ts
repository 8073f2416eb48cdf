const browsers = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
] as const;

const systems = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
] as const;

/**
 * What a person calls the browser that sends this User-Agent, for example "Firefox, Windows"; null when it says
 * nothing known. More particular names stand first: Edge calls itself Chrome too, and Android Linux.
 */
export function browserName(agent: string): string | null {
  const parts = [browsers, systems].map((list) => list.find(([, pattern]) => pattern.test(agent))?.[0]);
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? null : known.join(", ");
}
