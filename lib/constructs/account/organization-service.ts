/** A service that the organization of an account may turn on for it. */
export enum OrganizationService {
  /** IAM Access Analyzer. */
  ACCESS_ANALYZER = 'access-analyzer',
  /** Amazon GuardDuty. */
  GUARDDUTY = 'guardduty',
  /** AWS Security Hub CSPM. */
  SECURITY_HUB = 'security-hub',
}
