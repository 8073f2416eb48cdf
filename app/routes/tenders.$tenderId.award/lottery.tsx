import { Form } from "react-router";
import { Button } from "#app/components/button.tsx";
import { formatDateTime } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { AwardPage } from "#app/services/award/read-award.ts";
import type { Refused } from "./refused.ts";

interface Shown {
  readonly page: AwardPage;
  readonly refused: Refused;
}

/** Only the lottery is left to part equal bids: announced first, drawn when its value is known to everybody. */
export function Lottery({ page, refused }: Shown) {
  const t = useTranslate();
  const { draw, outcome, may, nowUs, timezone } = page;
  if (draw === null && outcome.type !== "tied") return null;
  const at = (us: number) => formatDateTime(us, t.language, timezone);
  return (
    <section aria-labelledby="lottery" className="flex max-w-measure flex-col gap-4">
      <h2 id="lottery" className="text-xl">
        {t("award.lottery.title")}
      </h2>
      {draw === null ? (
        <p>{t("award.lottery.announceText")}</p>
      ) : (
        <Notice
          {...(draw.value !== null && { title: t("award.lottery.drawn", { value: draw.value }) })}
          tone={draw.value === null ? "info" : "positive"}
        >
          {t("award.lottery.announced", {
            source: draw.source,
            time: at(draw.announcedUs),
            due: at(draw.dueUs),
          })}
        </Notice>
      )}
      {may.decide && (draw === null || nowUs < draw.dueUs) && <Announce page={page} refused={refused} />}
      {may.decide && draw !== null && nowUs >= draw.dueUs && draw.value === null && (
        <Draw refused={refused} />
      )}
      {may.decide && draw !== null && draw.value !== null && (
        <details>
          <summary className="text-accent">{t("award.lottery.again")}</summary>
          <div className="mt-3">
            <Draw refused={refused} />
          </div>
        </details>
      )}
    </section>
  );
}

function Announce({ page: { draw }, refused }: Shown) {
  const t = useTranslate();
  const faults = refused?.faults ?? [];
  const fields = (
    <Form method="post" className="mt-3 flex flex-col items-start gap-5">
      <input type="hidden" name="intent" value="announce" />
      <div className="w-full">
        <TextField
          name="source"
          label={t("award.lottery.source")}
          hint={t("award.lottery.sourceHint")}
          faults={faults}
          defaultValue={refused?.sent.source ?? ""}
        />
      </div>
      <TextField
        name="due"
        type="datetime-local"
        className="w-60"
        label={t("award.lottery.due")}
        faults={faults}
        defaultValue={refused?.sent.due ?? ""}
      />
      <Button variant={draw === null ? "primary" : "secondary"}>{t("award.lottery.announce")}</Button>
    </Form>
  );
  if (draw === null) return fields;
  return (
    <details>
      <summary className="text-accent">{t("award.proposal.change")}</summary>
      {fields}
    </details>
  );
}

function Draw({ refused }: { refused: Refused }) {
  const t = useTranslate();
  return (
    <Form method="post" className="flex flex-col items-start gap-4">
      <input type="hidden" name="intent" value="draw" />
      <TextField
        name="value"
        className="w-60"
        label={t("award.lottery.value")}
        faults={refused?.faults ?? []}
        defaultValue={refused?.sent.value ?? ""}
      />
      <Button variant="primary">{t("award.lottery.draw")}</Button>
    </Form>
  );
}
