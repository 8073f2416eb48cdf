import { success } from "#app/domain/fault.ts";
import type { Receive } from "#app/services/response/incoming-file.ts";

/** A file that comes in pieces; with `broken`, its transfer ends before it does. */
export function incoming(name: string, bytes: Buffer, broken: string | null = null): Receive {
  return async () =>
    success({
      name,
      chunks: (async function* () {
        for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
      })(),
      interruption: () => (broken === null ? null : { code: broken }),
    });
}
