import { Readable } from "node:stream";
import type { Person } from "#app/domain/account/actor.ts";
import { success } from "#app/domain/fault.ts";
import { acceptRecords } from "#app/services/records/accept-records.ts";
import { attachRecords } from "#app/services/records/attach-records.ts";
import type { IncomingFile } from "#app/services/response/incoming-file.ts";
import type { World } from "../../support/databases.ts";
import { accepted } from "../response/submitting.ts";

const zone = "Europe/Stockholm";

/** September 2026 of one system: an hour out, and two announced hours of maintenance. */
export const septemberLog = `system,start,end,id,class,planned,announced
Telefoni,2026-09-01 00:00:00,2026-10-01 00:00:00,,period,,
Telefoni,2026-09-08 13:00:00,2026-09-08 14:00:00,INC-1,major,no,
Telefoni,2026-09-20 01:00:00,2026-09-20 03:00:00,CHG-1,maintenance,yes,2026-09-10 08:00:00
`;

export const upload =
  (name: string, text: string) => async (): Promise<ReturnType<typeof success<IncomingFile>>> =>
    success({ name, chunks: Readable.from([Buffer.from(text)]), interruption: () => null });

/** Attaches a file and takes its records over; gives the file's id. */
export async function handIn(
  { app }: World,
  vendor: Person,
  tenderId: string,
  text: string,
  name = "log.csv",
): Promise<string> {
  const file = accepted(await attachRecords(app, vendor, tenderId, upload(name, text)));
  accepted(await acceptRecords(app, vendor, tenderId, file.id, zone));
  return file.id;
}
