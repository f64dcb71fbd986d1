import { Token } from 'cdktf';
import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { refuse } from '../core/errors';

const MEASURE = '1.1.1';
const ARN = /^arn:[^:]+:acm:([a-z0-9-]+):\d{12}:certificate\/[\w-]+$/;

/**
 * A certificate of AWS Certificate Manager: one that is already there, or one that the program makes (TOM 1.1.1).
 *
 * ```ts
 * const certificate = Certificate.fromArn(
 *   'arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab'
 * );
 * ```
 */
export class Certificate {
  /**
   * A certificate that is already there. Whether it is valid is not checked; whether it lies in the region of the listener is.
   *
   * @throws ValidationError where it is no ARN of one, or a token, of which nothing is known.
   */
  public static fromArn(certificateArn: string): Certificate {
    if (Token.isUnresolved(certificateArn)) {
      refuse(undefined, {
        prop: 'certificateArn',
        must: 'must be plain text: of a token nobody knows whether it is a certificate, and in which region',
        value: certificateArn,
        measure: MEASURE,
        fix: 'write Certificate.fromAcmCertificateValidation(validation), or fromAcmCertificate(certificate), for one that the program makes',
      });
    }
    const region = ARN.exec(certificateArn)?.[1];
    if (region === undefined) {
      refuse(undefined, {
        prop: 'certificateArn',
        must: 'must be the ARN of a certificate of AWS Certificate Manager',
        value: certificateArn,
        measure: MEASURE,
        fix: "write 'arn:aws:acm:<region>:<account>:certificate/<id>'",
      });
    }
    return new Certificate(certificateArn, region);
  }

  /**
   * A certificate that the program makes and that is valid from the start: imported, or of a private authority.
   *
   * @throws ValidationError where it has yet to be validated.
   */
  public static fromAcmCertificate(certificate: AcmCertificate): Certificate {
    if (certificate.validationMethodInput !== undefined) {
      refuse(certificate, {
        prop: 'certificate',
        must: 'must be valid when a listener takes it: this one has yet to be validated',
        measure: MEASURE,
        fix: 'write Certificate.fromAcmCertificateValidation(validation), with an aws_acm_certificate_validation of it',
      });
    }
    return new Certificate(certificate.arn, plain(certificate.regionInput));
  }

  /** A certificate that the program makes, once it is validated. */
  public static fromAcmCertificateValidation(validation: AcmCertificateValidation): Certificate {
    return new Certificate(validation.certificateArn, plain(validation.regionInput));
  }

  private constructor(
    /** The ARN of the certificate. */
    public readonly certificateArn: string,
    /** The region that it lies in, where that is known. */
    public readonly region?: string
  ) {}
}

function plain(region: string | undefined): string | undefined {
  return Token.isUnresolved(region) ? undefined : region;
}
