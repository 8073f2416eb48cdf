import { openDatabase } from "#app/db/open-database.ts";

/** Writes rows and says each one only after it has been acknowledged, until the process is killed. */
const [url = "", from = "0"] = process.argv.slice(2);
const database = await openDatabase(url);
for (let count = Number(from); ; count++) {
  await database.write(async (trx) => {
    await trx
      .insertInto("setting")
      .values({ key: `${count} first`, value: "half" })
      .execute();
    await trx
      .insertInto("setting")
      .values({ key: `${count} second`, value: "half" })
      .execute();
  });
  process.stdout.write(`${count}\n`);
}
