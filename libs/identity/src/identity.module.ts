import { Module } from '@nestjs/common';
import { IdentityService } from './identity.service.ts';
import { SignInService } from './sign-in.service.ts';

@Module({ providers: [IdentityService, SignInService], exports: [IdentityService, SignInService] })
export class IdentityModule {}
