import { Notice } from "#app/components/notice.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { DecisionAct } from "#app/domain/award/two-people.ts";
import type { StandingProposal } from "#app/services/award/read-award.ts";

/** Who has asked for an act, and who is missing still. */
export function Asked<A extends DecisionAct>({
  standing: { missing, approvedByMe },
  words,
}: {
  standing: StandingProposal<A>;
  words: string;
}) {
  const t = useTranslate();
  return (
    <Notice title={words}>
      {approvedByMe && `${t("award.proposal.mine")} `}
      {missing && t(`award.proposal.missing.${missing}`)}
    </Notice>
  );
}
