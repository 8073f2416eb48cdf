import { Readable } from "node:stream";
import busboy from "busboy";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import type { IncomingFile } from "#app/services/response/incoming-file.ts";

/**
 * The one file of a multipart request, as a stream: never more than a few chunks of it are in memory. What goes wrong
 * on the way ends the stream and is told by `interruption`.
 *
 * Faults: `upload_without_file`, and as interruption `upload_too_large`, `upload_interrupted`, `upload_stalled`.
 */
export async function receiveFile(
  request: Request,
  mostBytes: number = uploadLimits.file,
): Promise<Result<IncomingFile>> {
  const type = request.headers.get("content-type") ?? "";
  if (request.body === null || !type.startsWith("multipart/form-data")) {
    return failure({ code: "upload_without_file" });
  }
  const source = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  const reader = busboy({
    headers: { "content-type": type },
    defParamCharset: "utf8",
    limits: {
      files: 1,
      fields: 20,
      fieldNameSize: 200,
      fieldSize: 2_000,
      headerPairs: 20,
      // The reader cuts at its limit, so that a file of exactly ours would look cut too.
      fileSize: mostBytes + 1,
    },
  });
  let interruption: Fault | null = null;
  const stop = (code: string) => {
    interruption ??= { code };
    source.destroy();
    reader.destroy();
  };
  const watch = watchPace(source, () => stop("upload_stalled"));
  source.on("error", () => stop("upload_interrupted"));

  return await new Promise((resolve) => {
    const ended = () => {
      watch.end();
      resolve(failure(interruption ?? { code: "upload_without_file" }));
    };
    reader.on("error", () => {
      interruption ??= { code: "upload_interrupted" };
      ended();
    });
    reader.on("close", ended);
    reader.on("file", (_field, stream, { filename }) => {
      if (filename === undefined || filename === "") {
        stream.resume();
        return;
      }
      stream.on("limit", () => {
        interruption ??= { code: "upload_too_large", params: { bytes: mostBytes } };
      });
      resolve(
        success({ name: filename, chunks: untilBroken(stream, stop), interruption: () => interruption }),
      );
    });
    source.pipe(reader);
  });
}

async function* untilBroken(stream: Readable, stop: (code: string) => void): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch {
    stop("upload_interrupted");
  }
}

/** Calls `stalled` when nothing has come for too long, when it comes too slowly, or when it takes too long in all. */
function watchPace(source: Readable, stalled: () => void): { end: () => void } {
  const began = performance.now();
  let last = began;
  let bytes = 0;
  source.on("data", (chunk: Uint8Array) => {
    last = performance.now();
    bytes += chunk.length;
  });
  const timer = setInterval(() => {
    const seconds = (performance.now() - began) / 1000;
    const idle = (performance.now() - last) / 1000;
    const slow = seconds > uploadLimits.idle && bytes / seconds < uploadLimits.bytesPerSecond;
    if (idle > uploadLimits.idle || seconds > uploadLimits.whole || slow) stalled();
  }, 1000);
  const end = () => clearInterval(timer);
  source.once("close", end);
  return { end };
}
