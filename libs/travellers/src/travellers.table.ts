import { constraintStandsFor } from '#platform';
import { KnownUnderAnotherReference, NameStillNeeded, TravellerErased, UnknownTraveller } from './traveller.ts';

constraintStandsFor('traveller_known_once', () => new KnownUnderAnotherReference());
constraintStandsFor('traveller_needed_no_more', () => new NameStillNeeded());
constraintStandsFor('traveller_stays_erased', () => new TravellerErased('of this change'));
constraintStandsFor('person_traveller_is_registered', () => new UnknownTraveller('of this reference'));
