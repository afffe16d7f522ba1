import { Module } from '@nestjs/common';
import { ApiKeysService } from './api-keys.service.ts';
import { HousekeepingService } from './housekeeping.service.ts';
import { IdentityService } from './identity.service.ts';
import { InvitationsService } from './invitations.service.ts';
import { IssuerSubjectsService } from './issuer-subjects.service.ts';
import { LinksService } from './links.service.ts';
import { OwnPasswordService } from './own-password.service.ts';
import { PeopleService } from './people.service.ts';
import { RenewalsService } from './renewals.service.ts';
import { SecretRotationService } from './secret-rotation.service.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';
import { TerminalsService } from './terminals.service.ts';

const services = [
  ...[IdentityService, PeopleService, SignInService],
  ...[
    ApiKeysService,
    InvitationsService,
    LinksService,
    OwnPasswordService,
    SessionsService,
    TerminalsService,
    IssuerSubjectsService,
    RenewalsService,
    HousekeepingService,
    SecretRotationService,
  ],
];

@Module({ providers: services, exports: services })
export class IdentityModule {}
