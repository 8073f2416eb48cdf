import { ArchiveDownload } from "#app/components/archive-download.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { languages } from "#app/domain/language.ts";

/** Downloads of a tender's documents in both languages; a draft's are previews. */
export function TenderDocuments({
  tenderId,
  preview = false,
  reports = [],
}: {
  readonly tenderId: string;
  readonly preview?: boolean;
  /** Documents of the evaluation that the reader may have. */
  readonly reports?: readonly ("opening-record.docx" | "evaluation-report.docx")[];
}) {
  const t = useTranslate();
  const documents = [
    "invitation.docx",
    "requirement-specification.docx",
    "evaluation-description.docx",
    "service-levels.docx",
    "response-workbook.xlsx",
    "price-sheet.xlsx",
    "requirement-list.csv",
    ...(preview ? [] : (["questions-and-answers.docx"] as const)),
    ...reports,
  ] as const;
  const words = {
    "invitation.docx": t("tender.documents.invitation"),
    "requirement-specification.docx": t("tender.documents.specification"),
    "evaluation-description.docx": t("tender.documents.evaluation"),
    "service-levels.docx": t("tender.documents.serviceLevels"),
    "response-workbook.xlsx": t("tender.documents.workbook"),
    "price-sheet.xlsx": t("tender.documents.priceSheet"),
    "requirement-list.csv": t("tender.documents.requirementCsv"),
    "questions-and-answers.docx": t("questions.document"),
    "opening-record.docx": t("tender.documents.openingRecord"),
    "evaluation-report.docx": t("tender.documents.evaluationReport"),
  };
  return (
    <section>
      <h2 className="mb-2 text-lg">{t("tender.documents.title")}</h2>
      {preview && <p className="mb-2 text-ink-quiet text-sm">{t("tender.documents.preview")}</p>}
      <ul className="flex flex-col gap-1">
        {documents.map((document) => (
          <li key={document} className="flex flex-wrap items-baseline gap-x-4">
            <span>{words[document]}</span>
            <span className="flex gap-4">
              {languages.map((language) => (
                <a
                  key={language}
                  href={`/tenders/${tenderId}/documents/${document}?lang=${language}`}
                  download
                >
                  {t(`tender.documents.${language}`)}
                </a>
              ))}
            </span>
          </li>
        ))}
        <li className="flex flex-wrap items-baseline gap-x-4">
          <span>{t("tender.documents.requirementJson")}</span>
          <a href={`/tenders/${tenderId}/documents/requirement-list.json`} download>
            requirement-list.json
          </a>
        </li>
        {preview && (
          <li className="flex flex-wrap items-baseline gap-x-4">
            <span>{t("tenderFile.download")}</span>
            <a href={`/tenders/${tenderId}/draft/file`} download>
              draft.json
            </a>
          </li>
        )}
        {!preview && (
          <li className="flex flex-wrap items-baseline gap-x-4">
            <span>{t("tender.documents.model")}</span>
            <a href={`/tenders/${tenderId}/documents/model.json`} download>
              model.json
            </a>
          </li>
        )}
        {!preview && (
          <li className="flex flex-wrap items-baseline gap-x-4">
            <span>{t("tender.documents.release")}</span>
            <a href={`/tenders/${tenderId}/documents/release-package.json`} download>
              release-package.json
            </a>
          </li>
        )}
        {!preview && (
          <li className="flex flex-wrap items-baseline gap-x-4">
            <span>{t("tender.documents.archive")}</span>
            <ArchiveDownload href={`/tenders/${tenderId}/export`} name="tender.zip" />
          </li>
        )}
      </ul>
    </section>
  );
}
