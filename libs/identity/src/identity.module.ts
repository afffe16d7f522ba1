import { Module } from '@nestjs/common';
import { IdentityService } from './identity.service.ts';
import { PeopleService } from './people.service.ts';

@Module({ providers: [IdentityService, PeopleService], exports: [IdentityService, PeopleService] })
export class IdentityModule {}
