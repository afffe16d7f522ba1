import { Module } from '@nestjs/common';
import { IdentityService } from './identity.service.ts';
import { PeopleService } from './people.service.ts';
import { SignInService } from './sign-in.service.ts';

const services = [IdentityService, PeopleService, SignInService];

@Module({ providers: services, exports: services })
export class IdentityModule {}
