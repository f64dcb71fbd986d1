import { refuse } from '../core/errors';

const MEASURE = '1.4.1';

/**
 * A kind of data that CloudWatch Logs recognizes in log events.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-managed-data-identifiers.html
 */
export class DataIdentifier {
  /** Postal addresses. */
  public static readonly ADDRESS = new DataIdentifier('Address');
  /** Secret access keys of AWS. */
  public static readonly AWS_SECRET_KEY = new DataIdentifier('AwsSecretKey');
  /** Numbers of German bank accounts. */
  public static readonly BANK_ACCOUNT_NUMBER_DE = new DataIdentifier('BankAccountNumber-DE');
  /** Numbers of credit cards. */
  public static readonly CREDIT_CARD_NUMBER = new DataIdentifier('CreditCardNumber');
  /** Security codes of credit cards. */
  public static readonly CREDIT_CARD_SECURITY_CODE = new DataIdentifier('CreditCardSecurityCode');
  /** Numbers of German driving licences. */
  public static readonly DRIVERS_LICENSE_DE = new DataIdentifier('DriversLicense-DE');
  /** Email addresses. */
  public static readonly EMAIL_ADDRESS = new DataIdentifier('EmailAddress');
  /** Numbers of European health insurance cards. */
  public static readonly HEALTH_INSURANCE_CARD_NUMBER_EU = new DataIdentifier('HealthInsuranceCardNumber-EU');
  /** IP addresses. Masked, they are gone from alarms and forwarded logs too. */
  public static readonly IP_ADDRESS = new DataIdentifier('IpAddress');
  /** Geographical coordinates. */
  public static readonly LAT_LONG = new DataIdentifier('LatLong');
  /** Names of people. */
  public static readonly NAME = new DataIdentifier('Name');
  /** Numbers of German identity cards. */
  public static readonly NATIONAL_IDENTIFICATION_NUMBER_DE = new DataIdentifier('NationalIdentificationNumber-DE');
  /** Private keys of OpenSSH. */
  public static readonly OPENSSH_PRIVATE_KEY = new DataIdentifier('OpenSshPrivateKey');
  /** Numbers of German passports. */
  public static readonly PASSPORT_NUMBER_DE = new DataIdentifier('PassportNumber-DE');
  /** Private keys of PGP. */
  public static readonly PGP_PRIVATE_KEY = new DataIdentifier('PgpPrivateKey');
  /** German telephone numbers. */
  public static readonly PHONE_NUMBER_DE = new DataIdentifier('PhoneNumber-DE');
  /** Private keys by the standards of PKCS. */
  public static readonly PKCS_PRIVATE_KEY = new DataIdentifier('PkcsPrivateKey');
  /** Private keys of PuTTY. */
  public static readonly PUTTY_PRIVATE_KEY = new DataIdentifier('PuttyPrivateKey');
  /** German tax numbers. */
  public static readonly TAX_ID_DE = new DataIdentifier('TaxId-DE');

  /**
   * Another kind that AWS lists, by its name and, where it has one, its country: `PassportNumber-FR`.
   *
   * @throws ValidationError where that is no such name.
   */
  public static of(name: string): DataIdentifier {
    if (!/^[A-Za-z]+(-[A-Z]{2})?$/.test(name)) {
      refuse(undefined, {
        prop: 'name',
        must: 'must be the name of a managed data identifier',
        value: name,
        measure: MEASURE,
        fix: "write DataIdentifier.of('PassportNumber-FR')",
      });
    }
    return new DataIdentifier(name);
  }

  /** What is masked unless somebody says otherwise: whatever points at a person or opens a door, but for IP addresses, by which attacks are traced. */
  public static defaults(): DataIdentifier[] {
    return [
      DataIdentifier.ADDRESS,
      DataIdentifier.AWS_SECRET_KEY,
      DataIdentifier.CREDIT_CARD_NUMBER,
      DataIdentifier.CREDIT_CARD_SECURITY_CODE,
      DataIdentifier.EMAIL_ADDRESS,
      DataIdentifier.HEALTH_INSURANCE_CARD_NUMBER_EU,
      DataIdentifier.NAME,
      DataIdentifier.OPENSSH_PRIVATE_KEY,
      DataIdentifier.PGP_PRIVATE_KEY,
      DataIdentifier.PKCS_PRIVATE_KEY,
      DataIdentifier.PUTTY_PRIVATE_KEY,
      ...NATIONAL.map((name) => new DataIdentifier(name)),
    ];
  }

  private constructor(
    /** The name that AWS gave it. */
    public readonly identifierName: string
  ) {}
}

/** The numbers that the larger countries of the European Union give to people, as far as AWS knows them. */
const NATIONAL = [
  ...['DE', 'ES', 'FR', 'IT'].flatMap((country) =>
    ['BankAccountNumber', 'DriversLicense', 'PassportNumber', 'PhoneNumber'].map((name) => `${name}-${country}`)
  ),
  ...['DE', 'ES', 'IT'].map((country) => `NationalIdentificationNumber-${country}`),
  ...['DE', 'ES', 'FR'].map((country) => `TaxId-${country}`),
  'HealthInsuranceNumber-FR',
  'InseeCode-FR',
  'NieNumber-ES',
  'NifNumber-ES',
  'Ssn-ES',
];
