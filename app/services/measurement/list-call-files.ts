import { importsOf } from "#app/db/call-import.ts";
import { readFiles } from "#app/db/response.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import type { Fault } from "#app/domain/fault.ts";
import { type Result, success } from "#app/domain/fault.ts";
import { callRecordSlot } from "#app/domain/measurement/call-file.ts";
import type { ColumnMapping } from "#app/imports/call-records/column-mapping.ts";
import type { ImportWarning } from "#app/imports/call-records/fault-log.ts";
import type { Application } from "#app/services/application.ts";
import { authoriseOwnResponse } from "#app/services/response/own-response.ts";

export interface ListedImport {
  readonly id: string;
  readonly fileId: string;
  readonly state: "running" | "done" | "refused" | "cancelled" | "interrupted";
  readonly format: string;
  readonly zone: string;
  /** The mapping by which its columns were read, when its layout was not known. */
  readonly mapping: ColumnMapping | null;
  /** Ids of the imports whose place it took. */
  readonly replaces: readonly string[];
  readonly rows: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly startedUs: number;
  readonly finishedUs: number | null;
  readonly faultCount: number;
  /** The first thousand, by file, line and column. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly ImportWarning[];
}

export interface CallFiles {
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
    /** Name of an earlier file with the same content. */
    readonly sameAs: string | null;
  }[];
  readonly mayEdit: boolean;
  /** Of files that are still there, newest first. */
  readonly imports: readonly ListedImport[];
}

/** The vendor's own files of call records and what came of reading them. */
export async function listCallFiles(
  app: Application,
  actor: Actor,
  tenderId: string,
): Promise<Result<CallFiles>> {
  const db = app.database.read;
  const own = await authoriseOwnResponse(app, db, actor, "response.read-own", tenderId);
  if (!own.ok) return own;
  const { responseId } = own.value;
  const files = (await readFiles(db, responseId)).filter(({ slot }) => slot === callRecordSlot);
  const imports = (await importsOf(db, responseId)).filter(({ file_id }) =>
    files.some(({ id }) => id === file_id),
  );
  return success({
    files: files.map(({ id, name, bytes, sha256 }, index) => {
      const twin = files.slice(0, index).find((earlier) => earlier.sha256 === sha256);
      return { id, name, bytes, sha256, sameAs: twin?.name ?? null };
    }),
    mayEdit: own.value.may("response.edit"),
    imports: imports.map((row) => ({
      id: row.id,
      fileId: row.file_id,
      state: row.state,
      format: row.format,
      zone: row.zone,
      mapping: row.mapping === null ? null : (JSON.parse(row.mapping) as ColumnMapping),
      replaces: JSON.parse(row.replaces) as readonly string[],
      rows: row.rows,
      bytesRead: row.bytes_read,
      bytesTotal: row.bytes_total,
      startedUs: row.started_us,
      finishedUs: row.finished_us,
      faultCount: row.fault_count,
      faults: JSON.parse(row.faults) as readonly Fault[],
      warnings: JSON.parse(row.warnings) as readonly ImportWarning[],
    })),
  });
}
