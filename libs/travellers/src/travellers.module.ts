import { Module } from '@nestjs/common';
import { TravellersService } from './travellers.service.ts';

/** The ring of personal keys comes from whoever composes the books. */
@Module({ providers: [TravellersService], exports: [TravellersService] })
export class TravellersModule {}
