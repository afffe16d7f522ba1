import { type Acting, actionCodes, type DemoPerson, mayDo } from '#identity';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { Text } from '../http/fields.ts';
import { ApiProperty } from '@nestjs/swagger';

export class Named {
  @Shown({ example: 'BRS.finance' }) code: string;
  @Shown({ example: 'Finance officer, BRS' }) name: string;
}

export class DesignationShown {
  @Shown({ example: 'CERTIFYING_OFFICER' }) duty: string;
  @Shown({ example: 'BC', description: 'of a certifying officer; "" for the other duties' }) fund: string;
  @Shown({ format: 'date' }) validFrom: string;
  @Shown({ format: 'date' }) validTo: string;
}

export class SessionAnswer {
  @ApiProperty({ type: Named }) person: Named;
  @ApiProperty({ type: Named }) secretariat: Named;
  @ShownList(() => DesignationShown) designations: DesignationShown[];
  @Shown({
    enum: [...actionCodes],
    isArray: true,
    description: 'What these duties are for, whatever a document says then',
  })
  may: string[];
  @ShownOrNull({
    format: 'date-time',
    description: 'until when the steps that ask for a fresh proof may be taken; null: step up first',
  })
  steppedUpUntil: string | null;
  @Shown({ format: 'date-time', description: 'unless it ends before, after 30 minutes without use' }) expiresAt: string;
  @ApiProperty({ type: 'boolean', description: 'whether this is a person of the demo' }) demo: boolean;
}

export function sessionAnswer({
  person,
  name,
  secretariat,
  secretariatName,
  designations,
  credential,
}: Acting): SessionAnswer {
  const { steppedUpUntil, expiresAt, demo } = credential;
  return {
    person: { code: person, name },
    secretariat: { code: secretariat, name: secretariatName },
    designations: designations.map(({ duty, fund, validFrom, validTo }) => ({ duty, fund, validFrom, validTo })),
    may: mayDo(designations.map(({ duty }) => duty)),
    steppedUpUntil: steppedUpUntil?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
    demo,
  };
}

export class SignInRequest {
  @Text({ max: 100, example: 'BRS.finance', description: 'the code of a person' }) account: string;
  @Text({ max: 128 }) password: string;
}

export class DemoPersonShown {
  @Shown({ example: 'BRS.finance' }) account: string;
  @Shown({ example: 'Finance officer, BRS' }) name: string;
  @Shown({ example: 'BRS' }) secretariat: string;
  @ApiProperty({ type: 'string', isArray: true, example: ['FINANCE_OFFICER'] }) duties: string[];
}

export class OidcShown {
  @Shown() name: string;
  @Shown() startUrl: string;
}

export class SignInAnswer {
  @ApiProperty({ type: 'boolean', description: 'whether people sign in with an account and a password' })
  local: boolean;
  @ApiProperty({ type: () => OidcShown, nullable: true }) oidc: OidcShown | null;
  @ApiProperty({ type: () => DemoPersonShown, isArray: true, nullable: true }) demo: DemoPersonShown[] | null;
}

export function signInAnswer(demo: DemoPerson[] | null): SignInAnswer {
  return { local: true, oidc: null, demo };
}
