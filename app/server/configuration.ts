import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { ocidPrefixPattern, unregisteredOcidPrefix } from "#app/domain/tender/ocid-prefix.ts";
import { type LogLevel, logLevels } from "#app/server/request-log.ts";

export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly url: string;
  readonly trustProxyHops: number;
  readonly logLevel: LogLevel;
  /** The registered prefix of the open data that this installation publishes. */
  readonly ocidPrefix: string;
}

/** Digits only: an empty setting is a mistake and not the number 0. */
const whole = (low: number, high: number) => {
  const error = `must be a whole number from ${low} to ${high}`;
  return z
    .string()
    .regex(/^\d+$/, { error, abort: true })
    .transform(Number)
    .pipe(z.number().min(low, error).max(high, error));
};

const schema = z.object({
  PORT: whole(0, 65_535).default(3000),
  HOST: z.string().min(1, "must not be empty").default("127.0.0.1"),
  DATA_DIR: z.string().min(1, "must not be empty").default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, "must be sqlite:FILE or postgres://…")
    .optional(),
  /** A file that holds DATABASE_URL: its password then stands in no environment. */
  DATABASE_URL_FILE: z.string().min(1, "must not be empty").optional(),
  APP_URL: z
    .url({ protocol: /^https?$/, error: "must be an http(s) address", abort: true })
    .refine(
      (url) => /^\/?$/.test(new URL(url).pathname),
      "must have no path: the product is served at the root",
    )
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY_HOPS: whole(0, 10).default(0),
  OCID_PREFIX: z
    .string()
    .regex(ocidPrefixPattern, "must be ocds- and six small letters or digits")
    .default(unregisteredOcidPrefix),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
});

/** Names that start like ours but are not: most likely a spelling error that would otherwise be silently ignored. */
const known = new Set(Object.keys(schema.shape));

/** Reads the settings from the environment and reports all faults at once. */
export function readConfiguration(environment: NodeJS.ProcessEnv, root: string): Result<Configuration> {
  const faults: Fault[] = Object.keys(environment)
    .filter((name) => name.startsWith("APP_") && !known.has(name))
    .map((name) => ({ code: "setting_unknown", place: { field: name } }));
  const file = readSecretFile(environment);
  faults.push(...file.faults);
  const parsed = schema.safeParse({ ...environment, ...file.value });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) faults.push(invalid(issue.path.join("."), issue.message));
  }
  if (!parsed.success || faults.length > 0) return failure(...faults);
  const { PORT, HOST, DATA_DIR, DATABASE_URL, APP_URL, TRUST_PROXY_HOPS, LOG_LEVEL, OCID_PREFIX } =
    parsed.data;
  const dataDir = path.resolve(root, DATA_DIR);
  return success({
    port: PORT,
    host: HOST,
    dataDir,
    databaseUrl: DATABASE_URL ?? `sqlite:${path.join(dataDir, "skallbor.sqlite")}`,
    url: APP_URL ?? `http://${HOST === "0.0.0.0" ? "localhost" : HOST}:${PORT}`,
    trustProxyHops: TRUST_PROXY_HOPS,
    logLevel: LOG_LEVEL,
    ocidPrefix: OCID_PREFIX,
  });
}

const invalid = (field: string, reason: string): Fault => ({
  code: "setting_invalid",
  place: { field },
  params: { reason },
});

function readSecretFile({ DATABASE_URL, DATABASE_URL_FILE: file }: NodeJS.ProcessEnv): {
  readonly value: { readonly DATABASE_URL?: string };
  readonly faults: readonly Fault[];
} {
  if (file === undefined || file === "") return { value: {}, faults: [] };
  if (DATABASE_URL !== undefined) {
    return { value: {}, faults: [invalid("DATABASE_URL_FILE", "is given together with DATABASE_URL")] };
  }
  try {
    return { value: { DATABASE_URL: readFileSync(file, "utf8").trim() }, faults: [] };
  } catch {
    return { value: {}, faults: [invalid("DATABASE_URL_FILE", "names a file that cannot be read")] };
  }
}
