import type { Fault } from "#app/domain/fault.ts";
import { callRecordSlot } from "#app/domain/measurement/call-file.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";

interface FileInSlot {
  readonly slot: string;
  readonly bytes: number;
}

/** A vendor's response to the tender, or the buyer's folder of the concluded contract. */
export type Folder = "response" | "contract";

const isCalls = ({ slot }: FileInSlot): boolean => slot === callRecordSlot;

/**
 * Why a file finds no place beside those that lie in the folder now; empty when it does. Files of every kind count
 * towards their number. In a response call records have a sum of their own, so that a year of a busy switchboard
 * takes no room from the proofs, nor they from it.
 * Faults: `too_many_files`, and `response_too_large`, `call_records_too_large` or `contract_files_too_large`.
 */
export function quotaFaults(
  folder: Folder,
  held: readonly FileInSlot[],
  coming: FileInSlot,
): readonly Fault[] {
  const mostFiles = folder === "contract" ? uploadLimits.filesOfContract : uploadLimits.filesOfResponse;
  const sharing = folder === "contract" ? held : held.filter((other) => isCalls(other) === isCalls(coming));
  const bytes = sharing.reduce((sum, other) => sum + other.bytes, coming.bytes);
  const sum = sumOf(folder, coming);
  return [
    ...(held.length >= mostFiles ? [{ code: "too_many_files", params: { max: mostFiles } }] : []),
    ...(bytes > sum.most ? [{ code: sum.code, params: { bytes: sum.most } }] : []),
  ];
}

function sumOf(folder: Folder, coming: FileInSlot): { readonly code: string; readonly most: number } {
  if (folder === "contract") return { code: "contract_files_too_large", most: uploadLimits.contract };
  return isCalls(coming)
    ? { code: "call_records_too_large", most: uploadLimits.callRecordsOfResponse }
    : { code: "response_too_large", most: uploadLimits.response };
}
