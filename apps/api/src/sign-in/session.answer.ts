import {
  type Acting,
  actionCodes,
  type DemoPerson,
  type KeyScope,
  keyScopes,
  type KeyView,
  type LinkView,
  mayDo,
  readable,
  readingCodes,
  type Renewed,
  type SessionView,
} from '#identity';
import { Code, Count, OneOf, Reason, Shown, ShownList, ShownOrNull, Text } from '../http/fields.ts';
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

export class RenewedShown {
  @Shown({ format: 'date-time' }) at: string;
  @Shown({ example: 'BRS.administrator' }) proposedBy: string;
  @Shown({ example: 'BRS.approving' }) approvedBy: string;
}

export class SessionAnswer {
  @ApiProperty({ type: Named }) person: Named;
  @ApiProperty({ type: Named }) secretariat: Named;
  @ApiProperty({
    type: 'string',
    isArray: true,
    description: 'Whose books are open: the own side’s, and of a joint auditor the other’s too',
    example: ['BRS'],
  })
  books: string[];
  @ShownList(() => DesignationShown) designations: DesignationShown[];
  @Shown({
    enum: [...actionCodes],
    isArray: true,
    description: 'What these duties are for, whatever a document says then',
  })
  may: string[];
  @Shown({ enum: [...readingCodes], isArray: true, description: 'What is open to these duties to read' })
  reads: string[];
  @ShownOrNull({
    format: 'date-time',
    description: 'until when the steps that ask for a fresh proof may be taken; null: step up first',
  })
  steppedUpUntil: string | null;
  @Shown({ format: 'date-time', description: 'unless it ends before, after 30 minutes without use' }) expiresAt: string;
  @ApiProperty({ type: 'boolean', description: 'whether this is a person of the demo' }) demo: boolean;
  @ApiProperty({
    type: 'boolean',
    description:
      'whether there is a password to change (POST /api/v1/session/password); else the identity provider has it',
  })
  hasPassword: boolean;
  @ApiProperty({ type: 'boolean', description: 'whether two factors have been proven' }) secondFactor: boolean;
  @ApiProperty({
    type: 'boolean',
    description:
      'whether a second factor must be made first (POST /api/v1/second-factor): until then nothing else is answered',
  })
  mustEnrol: boolean;
  @ApiProperty({
    type: () => RenewedShown,
    nullable: true,
    description:
      'that the own way in was renewed in the last thirty days, and by whom: to be shown to whoever signs in',
  })
  renewed: RenewedShown | null;
}

export function sessionAnswer(
  { person, name, secretariat, secretariatName, designations, credential }: Acting,
  { hasPassword, renewed }: { hasPassword: boolean; renewed: Renewed | null },
): SessionAnswer {
  const { steppedUpUntil, expiresAt, demo, proven, mustEnrol } = credential;
  const duties = designations.map(({ duty }) => duty);
  return {
    person: { code: person, name },
    secretariat: { code: secretariat, name: secretariatName },
    books: [secretariat, ...designations.flatMap(({ mandate }) => (mandate === null ? [] : [mandate]))],
    designations: designations.map(({ duty, fund, validFrom, validTo }) => ({ duty, fund, validFrom, validTo })),
    may: mayDo(duties),
    reads: readable(duties),
    steppedUpUntil: steppedUpUntil?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
    demo,
    hasPassword,
    secondFactor: proven === 'SECOND_FACTOR',
    mustEnrol,
    renewed: renewed === null ? null : { ...renewed, at: renewed.at.toISOString() },
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

/** `provider`: the name of the identity provider; null where there is none. */
export function signInAnswer(demo: DemoPerson[] | null, provider: string | null): SignInAnswer {
  const oidc = provider === null ? null : { name: provider, startUrl: '/api/v1/sign-in/oidc' };
  return { local: true, oidc, demo };
}

export class SecondFactorNeededAnswer {
  @ApiProperty({ type: 'boolean', enum: [true], description: 'POST /api/v1/session/second-factor comes next' })
  secondFactorNeeded: true;
}

const codeShown = { description: 'six digits of the authenticator, or a recovery code', example: '123456' };

export class CodeRequest {
  @Text({ max: 40, ...codeShown }) code: string;
}

export class StepUpRequest {
  @Text({ max: 128 }) password: string;
  @Text({ max: 40, optional: true, ...codeShown }) code?: string;
}

export class PasswordRequest {
  @Text({ max: 128, description: 'the password that one has now' }) current: string;
  @Text({ max: 500 }) password: string;
}

export class EnrolmentAnswer {
  @Shown({ description: 'base32; shown this once' }) secret: string;
  @Shown({ description: 'the same as an authenticator reads it from a QR code' }) uri: string;
}

export class RecoveryCodesAnswer {
  @ApiProperty({ type: 'string', isArray: true, description: 'shown this once; each signs in once' })
  recoveryCodes: string[];
}

export class SessionShown {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ enum: ['BROWSER', 'COMMAND_LINE'] }) kind: string;
  @Shown({ format: 'date-time' }) begunAt: string;
  @Shown({ format: 'date-time' }) seenAt: string;
  @Shown({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ type: 'boolean', description: 'whether it is the one that asks' }) own: boolean;
}

export class SessionsShown {
  @ShownList(() => SessionShown) items: SessionShown[];
}

export function sessionShown({ id, kind, begunAt, seenAt, expiresAt }: SessionView, own: string): SessionShown {
  const at = { begunAt: begunAt.toISOString(), seenAt: seenAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { id, kind, ...at, own: id === own };
}

export class FirstAdministratorRequest {
  @Text({ max: 100, description: 'from the link that the console printed' }) token: string;
  @Code({ max: 40, example: 'BRS.head' }) code: string;
  @Text({ max: 200 }) name: string;
  @Text({ max: 40, example: 'BRS' }) secretariat: string;
  @Text({ max: 500 }) password: string;
}

export class AcceptRequest {
  @Text({ max: 100, description: 'from the link' }) token: string;
  @Text({ max: 500 }) password: string;
}

export class InspectionRequest {
  @Text({ max: 100, description: 'from the link' }) token: string;
}

export class LinkAnswer {
  @ApiProperty({ type: () => Named, nullable: true, description: 'whom it lets in; null: the first administrator' })
  person: Named | null;
  @ApiProperty({
    type: () => Named,
    isArray: true,
    description: 'the person’s own; for the first administrator all that the books know',
  })
  secretariats: Named[];
  @Shown({ format: 'date-time' }) expiresAt: string;
}

export function linkAnswer({ person, secretariats, expiresAt }: LinkView): LinkAnswer {
  return { person, secretariats: [...secretariats], expiresAt: expiresAt.toISOString() };
}

export class InvitedAnswer {
  @ShownOrNull({
    description:
      'to be handed to the person as the link /invitation#TOKEN of this server, or for POST /api/v1/invitations/acceptance; good once and for three days, and shown this once: null in a repeat and a dry run',
  })
  token: string | null;
}

export class DisablingRequest {
  @Reason({ max: 500 }) reason: string;
}

export class KeyRequest {
  @Count(365, { example: '90', description: 'how long it lasts' }) days: number;
  @OneOf(keyScopes, { optional: true, description: 'READ: it only reads. Left out, it records too' }) scope?: KeyScope;
}

export class KeyShown {
  @Shown() id: string;
  @Shown({ enum: [...keyScopes] }) scope: KeyScope;
  @Shown({ format: 'date-time' }) createdAt: string;
  @Shown({ format: 'date-time' }) expiresAt: string;
  @ShownOrNull({ format: 'date-time' }) usedAt: string | null;
}

export class KeysShown {
  @ShownList(() => KeyShown) items: KeyShown[];
}

export class KeyCreatedAnswer extends KeyShown {
  @Shown({ example: 'rcp_..._...', description: 'shown this once' }) key: string;
}

export function keyShown({ id, scope, createdAt, expiresAt, usedAt }: KeyView): KeyShown {
  return {
    ...{ id, scope },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  };
}
