import account, { faults as accountFaults } from "#app/i18n/en/account.ts";
import availability from "#app/i18n/en/availability.ts";
import award, { faults as awardFaults } from "#app/i18n/en/award.ts";
import catalogue, { faults as catalogueFaults } from "#app/i18n/en/catalogue.ts";
import common, { faults as commonFaults } from "#app/i18n/en/common.ts";
import contract, { faults as contractFaults } from "#app/i18n/en/contract.ts";
import documentTemplate, { faults as documentTemplateFaults } from "#app/i18n/en/document-template.ts";
import evaluation, { faults as evaluationFaults } from "#app/i18n/en/evaluation.ts";
import { faults as evaluationModelFaults } from "#app/i18n/en/evaluation-model.ts";
import laboratory, { faults as laboratoryFaults } from "#app/i18n/en/laboratory.ts";
import measurement, { faults as measurementFaults } from "#app/i18n/en/measurement.ts";
import opening, { faults as openingFaults } from "#app/i18n/en/opening.ts";
import questions, { faults as questionsFaults } from "#app/i18n/en/questions.ts";
import records, { faults as recordsFaults } from "#app/i18n/en/records.ts";
import reports, { faults as reportsFaults } from "#app/i18n/en/reports.ts";
import response, { faults as responseFaults } from "#app/i18n/en/response.ts";
import serviceCredits, { faults as serviceCreditFaults } from "#app/i18n/en/service-credits.ts";
import staffing from "#app/i18n/en/staffing.ts";
import start, { faults as startFaults } from "#app/i18n/en/start.ts";
import tender, { faults as tenderFaults } from "#app/i18n/en/tender.ts";
import tenderFile, { faults as tenderFileFaults } from "#app/i18n/en/tender-file.ts";
import type { Messages } from "#app/i18n/messages.ts";

/** English has exactly the keys of Swedish: one too few or too many does not compile. */
const messages: Messages = {
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
