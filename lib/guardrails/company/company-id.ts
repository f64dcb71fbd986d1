/** What the id of a rule of a company looks like: company, topic and number. Those of the package have no company. */
const COMPANY_ID = /^([A-Z][A-Z0-9]*)-[A-Z0-9]+-\d{3}$/;

/** The company of an id, `ACME` of `ACME-S3-001`, where it has one. */
export function companyOf(id: string): string | undefined {
  return COMPANY_ID.exec(id)?.[1];
}
