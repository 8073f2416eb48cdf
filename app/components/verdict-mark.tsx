import { Icon, type IconName } from "#app/components/icon.tsx";
import { useTranslate } from "#app/components/translation.tsx";

/** What measured data says about a promise; `no-data` is a state of its own, never a zero. */
export type Verdict = "verified" | "refuted" | "undetermined" | "no-data";

const looks: { readonly [V in Verdict]: { readonly icon: IconName; readonly colour: string } } = {
  verified: { icon: "check", colour: "text-positive" },
  refuted: { icon: "cross", colour: "text-danger" },
  undetermined: { icon: "tilde", colour: "text-warning" },
  "no-data": { icon: "dash", colour: "text-ink-quiet" },
};

export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const t = useTranslate();
  const { icon, colour } = looks[verdict];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap font-medium ${colour}`}>
      <Icon name={icon} />
      {t(`common.verdict.${verdict}`)}
    </span>
  );
}
