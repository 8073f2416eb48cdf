import { type MouseEvent, useEffect, useRef, useState } from "react";
import { ArchiveProgress, fileCount } from "#app/components/archive-progress.ts";
import { Button } from "#app/components/button.tsx";
import { Progress } from "#app/components/progress.tsx";
import { useTranslate } from "#app/components/translation.tsx";

type State = { readonly done: number; readonly total: number | null } | "failed" | "done" | null;

/**
 * A link to a zip archive that is written while it is sent. With script it says how many of its files have come and
 * can be stopped; an archive that breaks off is not stored.
 */
export function ArchiveDownload({ href, name }: { readonly href: string; readonly name: string }) {
  const t = useTranslate();
  const [state, setState] = useState<State>(null);
  const request = useRef<AbortController | null>(null);
  useEffect(() => () => request.current?.abort(), []);
  const start = async () => {
    const controller = new AbortController();
    request.current = controller;
    setState({ done: 0, total: null });
    try {
      const response = await fetch(href, { signal: controller.signal });
      const total = Number(response.headers.get(fileCount));
      // No archive: whoever has something to do first (sign in, declare interests) is led there by the link itself.
      if (response.body === null || total === 0) return location.assign(href);
      setState({ done: 0, total });
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      const progress = new ArchiveProgress();
      const reader = response.body.getReader();
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        pieces.push(read.value);
        progress.take(read.value);
        setState({ done: progress.done, total });
      }
      store(new Blob(pieces, { type: "application/zip" }), name);
      setState("done");
    } catch {
      setState(controller.signal.aborted ? null : "failed");
    }
  };
  const running = state !== null && typeof state === "object" ? state : null;
  const clicked = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (running === null) void start();
  };
  const stop = (
    <Button type="button" variant="quiet" onClick={() => request.current?.abort()}>
      {t("common.cancel")}
    </Button>
  );
  return (
    <>
      <a href={href} download onClick={clicked} aria-disabled={running !== null}>
        {name}
      </a>
      {running && (
        <Progress
          label={t("tender.documents.writing")}
          {...running}
          unit={t("tender.documents.files")}
          cancel={stop}
        />
      )}
      <span role="status" className="text-ink-quiet text-sm">
        {state === "done" && t("tender.documents.stored")}
        {state === "failed" && t("tender.documents.brokenOff")}
      </span>
    </>
  );
}

function store(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken hold of the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
