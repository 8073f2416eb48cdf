import type { ReactNode } from "react";
import { Formula } from "#app/components/formula.tsx";
import { useTranslate } from "#app/components/translation.tsx";

/** One number opened, ready to be shown: words and formatted numbers, no codes. */
export interface ExplanationNode {
  readonly label: ReactNode;
  readonly value: string;
  /** The exact fraction, where `value` is rounded. */
  readonly exact?: string;
  /** In symbols, and the same with the numbers put in. */
  readonly formula?: string;
  readonly substituted?: string;
  /** What the symbols of the formula stand for, with their units. */
  readonly symbols?: readonly { readonly name: string; readonly meaning: string }[];
  /** Where the number comes from, as a link down to file and row where there is one. */
  readonly source?: ReactNode;
  readonly children: readonly ExplanationNode[];
}

/** A number with everything it was made of, folded; each part opens into its own formula, down to the source. */
export function ExplanationTree({
  root,
  open = true,
}: {
  readonly root: ExplanationNode;
  readonly open?: boolean;
}) {
  if (root.children.length === 0 && root.formula === undefined) {
    return (
      <div className="py-1">
        <Line node={root} />
      </div>
    );
  }
  return (
    <details open={open} className="py-1">
      <summary>
        <Line node={root} />
      </summary>
      <div className="mt-1 ml-1 border-line border-l-2 pl-4">
        <Formulas node={root} />
        {root.children.map((child, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a formula have a fixed order
          <ExplanationTree key={index} root={child} open={false} />
        ))}
      </div>
    </details>
  );
}

function Line({ node }: { node: ExplanationNode }) {
  return (
    <span className="inline-flex max-w-[calc(100%-1.5rem)] flex-wrap items-baseline gap-x-3">
      <span>{node.label}</span>
      <strong className="font-semibold tabular-nums">{node.value}</strong>
      {node.source && <span className="text-ink-quiet text-sm">{node.source}</span>}
    </span>
  );
}

function Formulas({ node: { formula, symbols = [], substituted, exact } }: { node: ExplanationNode }) {
  const t = useTranslate();
  if (formula === undefined) return null;
  return (
    <dl className="my-1 grid grid-cols-[auto_1fr] gap-x-3 text-sm">
      <dt className="text-ink-quiet">{t("common.formula")}</dt>
      <dd>
        <Formula text={formula} />
      </dd>
      {symbols.length > 0 && (
        <>
          <dt className="text-ink-quiet">{t("evaluation.where")}</dt>
          <dd>
            {symbols.map(({ name, meaning }, index) => (
              <span key={name}>
                {index > 0 && ", "}
                <Formula text={name} /> {meaning}
              </span>
            ))}
          </dd>
        </>
      )}
      {substituted !== undefined && substituted !== formula && (
        <>
          <dt className="text-ink-quiet">{t("common.withNumbers")}</dt>
          <dd>
            <Formula text={substituted} />
          </dd>
        </>
      )}
      {exact !== undefined && (
        <>
          <dt className="text-ink-quiet">{t("common.exact")}</dt>
          <dd>
            <Formula text={exact} />
          </dd>
        </>
      )}
    </dl>
  );
}
