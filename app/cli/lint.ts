import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { CaseTerminal } from "#app/cli/case-file.ts";
import type { Fault } from "#app/domain/fault.ts";
import { type Language, languages } from "#app/domain/language.ts";
import { faultOf, findingKey } from "#app/domain/tender/finding.ts";
import { translations } from "#app/i18n/translate-on-server.ts";
import { readOwnCatalogue, systemClock } from "#app/services/open-application.ts";
import { lintTender } from "#app/services/tender/lint-tender.ts";
import { readTenderFile } from "#app/services/tender/read-tender-file.ts";

const usage =
  "usage: skallbor lint TENDER.json [--lang sv|en]\n" +
  "       TENDER.json is a draft.json or content.json as the program writes them; - is standard input\n";

const given = z.object({ file: z.string().min(1), lang: z.enum(languages).default("en") });

/**
 * Prints one line for each finding of a tender file: `path severity rule code sentence`; a warning that the draft has
 * given a reason for is `accepted`. Exit code 0 without errors, 1 with one or when the file is no tender, 2 for bad usage.
 */
export async function lintCommand(args: string[], { root, out, err, stdin }: CaseTerminal): Promise<number> {
  const input = readArguments(args);
  if (input === null) {
    err(usage);
    return 2;
  }
  const { file, lang } = input;
  let bytes: Buffer;
  try {
    bytes = file === "-" ? await buffer(stdin) : await readFile(file);
  } catch (error) {
    err(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const tender = readTenderFile(bytes);
  if (!tender.ok) {
    for (const fault of tender.faults) out(line(fault, "error", "FILE", lang));
    return 1;
  }
  const catalogue = await readOwnCatalogue(root);
  if (!catalogue.ok) {
    err("the catalogue has faults; see: skallbor catalogue check\n");
    return 1;
  }
  const findings = lintTender(catalogue.value, tender.value, systemClock());
  const { reasons } = tender.value.draft;
  for (const finding of findings) {
    const accepted = finding.severity === "warning" && Object.hasOwn(reasons, findingKey(finding));
    out(line(faultOf(finding), accepted ? "accepted" : finding.severity, finding.ruleId, lang));
  }
  const errors = findings.filter(({ severity }) => severity === "error").length;
  out(`${errors} errors, ${findings.length - errors} warnings\n`);
  return errors > 0 ? 1 : 0;
}

const line = (fault: Fault, severity: string, rule: string, language: Language): string =>
  `${fault.place?.field || "-"} ${severity} ${rule} ${fault.code} ${translations[language].fault(fault)}\n`;

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { lang: { type: "string" } },
    });
    const read = given.safeParse({ ...values, file: positionals[0] });
    return positionals.length === 1 && read.success ? read.data : null;
  } catch {
    return null;
  }
}
