import { DefaultTokenResolver, StringConcat, Tokenization } from 'cdktf';
import { IConstruct } from 'constructs';

/** A text as Terraform will read it: two reads of one attribute are different tokens, and the same text. */
export function resolved(scope: IConstruct, text: string): string {
  return Tokenization.resolve(text, { scope, resolver: new DefaultTokenResolver(new StringConcat()) }) as string;
}
