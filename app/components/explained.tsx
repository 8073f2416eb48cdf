import { type ExplanationNode, ExplanationTree } from "#app/components/explanation-tree.tsx";
import { formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { Explanation } from "#app/domain/evaluation/explanation.ts";
import type { Translate } from "#app/i18n/translate.ts";

/** A number of the evaluation with its formula, the numbers put in, and where each came from. */
export function Explained({
  explanation,
  name = (subject) => subject,
}: {
  readonly explanation: Explanation;
  /** Words for a requirement or price row. */
  readonly name?: (subject: string) => string;
}) {
  const t = useTranslate();
  return <ExplanationTree root={node(t, explanation, name)} />;
}

function node(t: Translate, explanation: Explanation, name: (subject: string) => string): ExplanationNode {
  const { label, subject = "", formula, substituted, decimal, value, source, children } = explanation;
  return {
    label: t.named(`evaluation.explained.${label}`, { subject: name(subject) }),
    value: formatNumber(decimal, t.language, { maxDecimals: 4 }),
    // A fraction that no decimal ends: the number that decides, beside the one that is easy to read.
    ...(value.includes("/") ? { exact: value } : {}),
    formula,
    symbols: symbolsOf(t, label, formula),
    substituted,
    ...(source ? { source: t.named(`evaluation.explained.source.${source.kind}`) } : {}),
    children: children.map((child) => node(t, child, name)),
  };
}

/** The symbols of a formula that have words, in the order in which they stand; the same letter may mean another thing elsewhere. */
function symbolsOf(t: Translate, label: string, formula: string) {
  const names = [...new Set(formula.match(/\p{L}[\p{L}\p{N}]*/gu))];
  return names.flatMap((name) => {
    const meaning = t.named(`evaluation.symbols.${label}.${name}`);
    return meaning === name ? [] : [{ name, meaning }];
  });
}
