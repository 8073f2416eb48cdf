import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import type { StoredFile } from "#app/services/response/read-own-file.ts";

/**
 * A file that somebody has uploaded, as an attachment: a browser stores it and never shows it as a page of ours.
 */
export const fileDownload = ({ name, bytes, content }: StoredFile): Response =>
  new Response(createReadableStreamFromReadable(content), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Length": String(bytes),
      "Content-Disposition": attachment(name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
    },
  });

/** Bytes that the server has made itself. */
export const download = (name: string, type: string, body: Buffer): Response =>
  new Response(createReadableStreamFromReadable(Readable.from([body])), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(body.length),
      "Content-Disposition": attachment(name),
    },
  });

/** A Word file that the server has written. */
export const wordDownload = (name: string, body: Buffer): Response =>
  download(name, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", body);

/** RFC 6266: an ASCII name for old programs, and the true name in UTF-8. */
function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
