import { success } from "#app/domain/fault.ts";
import { attachFile } from "#app/services/response/attach-file.ts";
import { startResponse } from "#app/services/response/start-response.ts";
import type { World } from "../../support/databases.ts";
import { makePerson } from "../../support/people.ts";
import { publishTender } from "./published-tender.ts";
import { accepted } from "./submitting.ts";

/** A response with one proof: the file's id and the name of its blob. */
export async function attachedFile(world: World): Promise<{ readonly id: string; readonly blob: string }> {
  const tenderId = await publishTender(world);
  const vendor = await makePerson(world, { organisation: "vendor" });
  accepted(await startResponse(world.app, vendor, tenderId));
  const receive = async () =>
    success({
      name: "intyg.pdf",
      chunks: (async function* () {
        yield Buffer.from("%PDF-1.7");
      })(),
      interruption: () => null,
    });
  accepted(await attachFile(world.app, vendor, tenderId, "CONT-001", receive));
  return await world.app.database.read
    .selectFrom("response_file")
    .select(["id", "blob"])
    .executeTakeFirstOrThrow();
}
