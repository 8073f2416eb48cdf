import account, { faults as accountFaults } from "#app/i18n/sv/account.ts";
import availability from "#app/i18n/sv/availability.ts";
import award, { faults as awardFaults } from "#app/i18n/sv/award.ts";
import catalogue, { faults as catalogueFaults } from "#app/i18n/sv/catalogue.ts";
import common, { faults as commonFaults } from "#app/i18n/sv/common.ts";
import contract, { faults as contractFaults } from "#app/i18n/sv/contract.ts";
import documentTemplate, { faults as documentTemplateFaults } from "#app/i18n/sv/document-template.ts";
import evaluation, { faults as evaluationFaults } from "#app/i18n/sv/evaluation.ts";
import { faults as evaluationModelFaults } from "#app/i18n/sv/evaluation-model.ts";
import laboratory, { faults as laboratoryFaults } from "#app/i18n/sv/laboratory.ts";
import measurement, { faults as measurementFaults } from "#app/i18n/sv/measurement.ts";
import opening, { faults as openingFaults } from "#app/i18n/sv/opening.ts";
import questions, { faults as questionsFaults } from "#app/i18n/sv/questions.ts";
import records, { faults as recordsFaults } from "#app/i18n/sv/records.ts";
import reports, { faults as reportsFaults } from "#app/i18n/sv/reports.ts";
import response, { faults as responseFaults } from "#app/i18n/sv/response.ts";
import serviceCredits, { faults as serviceCreditFaults } from "#app/i18n/sv/service-credits.ts";
import staffing from "#app/i18n/sv/staffing.ts";
import start, { faults as startFaults } from "#app/i18n/sv/start.ts";
import tender, { faults as tenderFaults } from "#app/i18n/sv/tender.ts";
import tenderFile, { faults as tenderFileFaults } from "#app/i18n/sv/tender-file.ts";

/** Every text of the interface in Swedish, the language that sets the keys. */
const messages = {
  account,
  award,
  availability,
  catalogue,
  common,
  contract,
  documentTemplate,
  evaluation,
  laboratory,
  measurement,
  opening,
  questions,
  records,
  reports,
  response,
  serviceCredits,
  staffing,
  start,
  tender,
  tenderFile,
  faults: {
    ...accountFaults,
    ...awardFaults,
    ...catalogueFaults,
    ...commonFaults,
    ...contractFaults,
    ...documentTemplateFaults,
    ...evaluationFaults,
    ...evaluationModelFaults,
    ...laboratoryFaults,
    ...measurementFaults,
    ...openingFaults,
    ...questionsFaults,
    ...recordsFaults,
    ...reportsFaults,
    ...responseFaults,
    ...serviceCreditFaults,
    ...startFaults,
    ...tenderFaults,
    ...tenderFileFaults,
  },
};

export default messages;
