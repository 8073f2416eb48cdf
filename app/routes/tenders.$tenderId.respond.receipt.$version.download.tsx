import { data } from "react-router";
import { receiptFile } from "#app/domain/response/receipt.ts";
import { download } from "#app/server/file-download.ts";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { readReceipt } from "#app/services/response/read-receipt.ts";

/** The receipt with its signature, or with `?content` the exact bytes of what was submitted. */
export const loader = guarded("response.read-own", async ({ app, actor, params, request }) => {
  const version = Number(param(params, "version"));
  if (!Number.isSafeInteger(version)) throw data(null, { status: 404 });
  const view = expectValue(await readReceipt(app, actor, param(params, "tenderId"), version));
  if (new URL(request.url).searchParams.has("content")) {
    return download(`response-${version}.json`, "application/json", view.content);
  }
  const file = receiptFile(view.bytes, view.signature, view.publicKey);
  return download(`receipt-${version}.json`, "application/json", file);
});
