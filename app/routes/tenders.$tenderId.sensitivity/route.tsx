import { Link } from "react-router";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { VendorPatterns } from "#app/components/vendor-mark.tsx";
import { WorthStability } from "#app/components/worth-stability.tsx";
import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { readSensitivity } from "#app/services/laboratory/read-sensitivity.ts";
import type { Route } from "./+types/route";
import { CommitteeAgreement } from "./committee-agreement.tsx";
import { BreakEven, Flips } from "./losers.tsx";
import { Margins } from "./margins.tsx";
import { Ranks } from "./ranks.tsx";
import { ScoreDoubts } from "./score-doubts.tsx";

export const loader = guarded("price.analyse", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  return scored(await readSensitivity(app, actor, tenderId), tenderId, request);
});

/** What the outcome hangs on: analysis for those who decide, never part of the decision. */
export default function Sensitivity({ loaderData: page }: Route.ComponentProps) {
  const t = useTranslate();
  const { winner, dependsOn } = page;
  if (page.vendors.length === 0) return <EmptyState title={t("laboratory.sensitivity.none")} />;
  const nameOf = (response: string) =>
    page.vendors.find((vendor) => vendor.response === response)?.name ?? response;
  const titleOf = (requirement: string) => page.titles[requirement]?.[t.language] ?? requirement;
  return (
    <>
      <VendorPatterns />
      <PageHeader
        title={t("laboratory.sensitivity.title")}
        lead={t("laboratory.sensitivity.lead")}
        above={
          <Link to="../comparison" relative="path">
            {t("evaluation.comparison.title")}
          </Link>
        }
      />
      <Notice tone={dependsOn.length === 0 ? "info" : "danger"}>
        <p className="font-semibold">
          {winner === null
            ? t("laboratory.sensitivity.tied")
            : t("laboratory.sensitivity.winner", { vendor: nameOf(winner) })}
        </p>
        <p>
          {dependsOn.length === 0
            ? t("laboratory.sensitivity.dependsNone")
            : t("laboratory.sensitivity.dependsSome", { vendors: dependsOn.map(nameOf).join(", ") })}
        </p>
      </Notice>
      <div className="mt-10 flex flex-col gap-12">
        {page.breakEven.length > 0 && <BreakEven page={page} nameOf={nameOf} />}
        <Flips page={page} nameOf={nameOf} titleOf={titleOf} />
        <Margins page={page} titleOf={titleOf} />
        <WorthStability
          stability={page.stability}
          points={page.units.worth === "points"}
          nameOf={titleOf}
          rivalOf={nameOf}
        />
        <Ranks page={page} />
        <ScoreDoubts page={page} />
        <CommitteeAgreement page={page} nameOf={nameOf} titleOf={titleOf} />
      </div>
    </>
  );
}
