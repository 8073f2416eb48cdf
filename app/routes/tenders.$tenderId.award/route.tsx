import { Link, redirect } from "react-router";
import { z } from "zod";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { reviewEvents } from "#app/domain/award/court-review.ts";
import { sendingWays } from "#app/domain/award/standstill.ts";
import { ownForm } from "#app/server/form.ts";
import { guarded, param, personOf, refusedWith } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { announceLottery } from "#app/services/award/announce-lottery.ts";
import { confirmAward } from "#app/services/award/confirm-award.ts";
import { confirmConclusion } from "#app/services/award/confirm-conclusion.ts";
import { drawLottery } from "#app/services/award/draw-lottery.ts";
import { proposeAward } from "#app/services/award/propose-award.ts";
import { proposeConclusion } from "#app/services/award/propose-conclusion.ts";
import { readAward } from "#app/services/award/read-award.ts";
import { recordCourtReview } from "#app/services/award/record-court-review.ts";
import type { Route } from "./+types/route";
import { Checks } from "./checks.tsx";
import { Conclude, Concluded } from "./conclude.tsx";
import { Decide } from "./decide.tsx";
import { Decided } from "./decided.tsx";
import { Letters } from "./letters.tsx";
import { Lottery } from "./lottery.tsx";
import { Outcome } from "./outcome.tsx";
import { Review } from "./review.tsx";

export const loader = guarded("award.read", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  return scored(await readAward(app, actor, tenderId), tenderId, request);
});

const form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("propose"), sentBy: z.enum(sendingWays), statement: z.string() }),
  z.object({ intent: z.literal("confirm"), seen: z.string() }),
  z.object({ intent: z.literal("announce"), source: z.string(), due: z.string() }),
  z.object({ intent: z.literal("draw"), value: z.string() }),
  z.object({
    intent: z.literal("sign"),
    signedOn: z.string(),
    startsOn: z.string(),
    exception: z.string(),
    noReview: z.literal("on").optional(),
  }),
  z.object({
    intent: z.literal("review"),
    event: z.enum(reviewEvents),
    on: z.string(),
    court: z.string(),
  }),
  z.object({ intent: z.literal("confirm-signing"), seen: z.string() }),
]);

export const action = guarded("award.read", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const person = personOf(actor);
  const sent = ownForm(form, Object.fromEntries(await request.formData()));
  const act = () => {
    switch (sent.intent) {
      case "propose":
        return proposeAward(app, person, tenderId, sent);
      case "confirm":
        return confirmAward(app, person, tenderId, sent.seen);
      case "announce":
        return announceLottery(app, person, tenderId, sent);
      case "draw":
        return drawLottery(app, person, tenderId, sent.value);
      case "review":
        return recordCourtReview(app, person, tenderId, sent);
      case "sign":
        return proposeConclusion(app, person, tenderId, { ...sent, noReview: sent.noReview === "on" });
      case "confirm-signing":
        return confirmConclusion(app, person, tenderId, sent.seen);
    }
  };
  const result = await act();
  if (!result.ok) return refusedWith({ faults: result.faults, sent });
  throw redirect(`/tenders/${tenderId}/award`);
});

export default function Award({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTranslate();
  const { decided, concluded, may } = page;
  const stage = concluded ? "concluded" : decided ? "awarded" : "evaluated";
  const refused = actionData;
  return (
    <>
      <PageHeader title={t("award.title")} lead={t(`award.lead.${stage}`)} />
      <ErrorSummary faults={refused?.faults} />
      <div className="flex flex-col gap-12">
        {concluded && <Concluded page={page} concluded={concluded} />}
        {decided && <Decided page={page} decided={decided} />}
        {decided && <Letters page={page} />}
        <Outcome page={page} />
        {decided === null && <Lottery page={page} refused={refused} />}
        {decided === null && <Checks page={page} />}
        {decided === null && <Decide page={page} refused={refused} />}
        {decided && <Review decided={decided} mayRecord={may.conclude} refused={refused} />}
        {decided && decided.signFrom !== null && concluded === null && may.conclude && (
          <Conclude page={page} decided={decided} refused={refused} />
        )}
        {may.cancel && (
          <p className="border-line border-t pt-4 print:hidden">
            <Link to="../cancel" relative="path">
              {t("award.cancel.link")}
            </Link>
          </p>
        )}
      </div>
    </>
  );
}
