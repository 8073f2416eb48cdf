import type { Reading } from "#app/db/database.ts";
import { recordsInForce } from "#app/db/record-import.ts";
import { type ReportKind, type Reports, reportKinds } from "#app/domain/reports/figures-of-records.ts";
import type { ReportSource } from "#app/domain/reports/reports-page.ts";

export interface ReportsInForce {
  readonly reports: Reports;
  readonly sources: readonly (ReportSource & { readonly importId: string })[];
  /** Zone in which the times of the intervals were read, or else of the first report; null without any. */
  readonly zone: string | null;
}

/** Of every kind the report that counts: the last that was taken over from one of the given files. */
export async function reportsInForce(
  db: Reading,
  responseId: string,
  fileIds: readonly string[],
): Promise<ReportsInForce> {
  const contents = new Map<ReportKind, unknown>();
  const sources: ReportsInForce["sources"][number][] = [];
  const zones: string[] = [];
  for (const kind of reportKinds) {
    const found = await recordsInForce(db, responseId, fileIds, kind);
    if (found === null) continue;
    const { name: file } = await db
      .selectFrom("response_file")
      .select("name")
      .where("id", "=", found.fileId)
      .executeTakeFirstOrThrow();
    contents.set(kind, found.content);
    sources.push({ kind, file, rows: found.rows, atUs: found.createdUs, importId: found.importId });
    zones.push(found.zone);
  }
  const reports = Object.fromEntries(reportKinds.map((kind) => [kind, contents.get(kind) ?? null]));
  return { reports: reports as unknown as Reports, sources, zone: zones[0] ?? null };
}
