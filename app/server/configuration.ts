import path from "node:path";
import { z } from "zod";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";

export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly url: string;
  readonly trustProxyHops: number;
}

const whole = (name: string, low: number, high: number) =>
  z.coerce
    .number({ error: `${name} must be a whole number from ${low} to ${high}` })
    .int()
    .min(low)
    .max(high);

const schema = z.object({
  PORT: whole("PORT", 0, 65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, "must be sqlite:FILE or postgres://…")
    .optional(),
  APP_URL: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
  TRUST_PROXY_HOPS: whole("TRUST_PROXY_HOPS", 0, 10).default(0),
});

/** Names that start like ours but are not: most likely a spelling error that would otherwise be silently ignored. */
const known = new Set(Object.keys(schema.shape));

/** Reads the settings from the environment and reports all faults at once. */
export function readConfiguration(environment: NodeJS.ProcessEnv, root: string): Result<Configuration> {
  const faults: Fault[] = Object.keys(environment)
    .filter((name) => name.startsWith("APP_") && !known.has(name))
    .map((name) => ({ code: "setting_unknown", place: { field: name } }));
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      faults.push({
        code: "setting_invalid",
        place: { field: issue.path.join(".") },
        params: { reason: issue.message },
      });
    }
  }
  if (!parsed.success || faults.length > 0) return failure(...faults);
  const { PORT, HOST, DATA_DIR, DATABASE_URL, APP_URL, TRUST_PROXY_HOPS } = parsed.data;
  const dataDir = path.resolve(root, DATA_DIR);
  return success({
    port: PORT,
    host: HOST,
    dataDir,
    databaseUrl: DATABASE_URL ?? `sqlite:${path.join(dataDir, "skallbor.sqlite")}`,
    url: APP_URL ?? `http://${HOST === "0.0.0.0" ? "localhost" : HOST}:${PORT}`,
    trustProxyHops: TRUST_PROXY_HOPS,
  });
}
