import { describe, expect, it } from "vitest";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
import { receiveFile } from "#app/server/uploads.ts";

const form = (name: string, content: BlobPart[]) => {
  const data = new FormData();
  data.append("file", new File(content, name));
  return new Request("http://127.0.0.1/", { method: "POST", body: data });
};

async function taken(request: Request) {
  const file = await receiveFile(request);
  if (!file.ok) return file.faults.map(({ code }) => code);
  let bytes = 0;
  for await (const chunk of file.value.chunks) bytes += chunk.length;
  return { name: file.value.name, bytes, fault: file.value.interruption()?.code ?? null };
}

describe("an uploaded file", () => {
  it("comes as a stream with its own name", async () => {
    expect(await taken(form("intyg å 😀.pdf", ["x".repeat(200_000)]))).toEqual({
      name: "intyg å 😀.pdf",
      bytes: 200_000,
      fault: null,
    });
  });

  it("is cut at the limit and said to be too large", async () => {
    const piece = new Uint8Array(10_000_000);
    const pieces = Array.from({ length: 6 }, () => piece);
    expect(await taken(form("stor.pdf", pieces))).toMatchObject({
      bytes: uploadLimits.file + 1,
      fault: "upload_too_large",
    });
  });

  it("may be of exactly the limit", async () => {
    const whole = new Uint8Array(uploadLimits.file);
    expect(await taken(form("precis.pdf", [whole]))).toMatchObject({ bytes: uploadLimits.file, fault: null });
  });

  it("is missing where nothing was chosen or no form was sent", async () => {
    expect(await taken(form("", []))).toEqual(["upload_without_file"]);
    const json = new Request("http://127.0.0.1/", { method: "POST", body: "{}" });
    expect(await taken(json)).toEqual(["upload_without_file"]);
  });

  it("that breaks off is told as interrupted and not taken for whole", async () => {
    const body = new ReadableStream({
      start(controller) {
        const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nhalva';
        controller.enqueue(new TextEncoder().encode(head));
        setTimeout(() => controller.error(new Error("gone")), 20);
      },
    });
    const request = new Request("http://127.0.0.1/", {
      method: "POST",
      body,
      headers: { "Content-Type": "multipart/form-data; boundary=b" },
      duplex: "half",
    } as RequestInit);
    expect(await taken(request)).toMatchObject({ fault: "upload_interrupted" });
  });

  it("whose form ends without its closing mark is interrupted", async () => {
    const request = new Request("http://127.0.0.1/", {
      method: "POST",
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nhalva',
      headers: { "Content-Type": "multipart/form-data; boundary=b" },
    });
    expect(await taken(request)).toMatchObject({ fault: "upload_interrupted" });
  });
});
