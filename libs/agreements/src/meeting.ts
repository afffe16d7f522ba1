import { type Day, Unknown } from '#kernel';

/** What the services are for: a conference of the Parties, a preparatory meeting, a cluster of them. */
export class Meeting {
  code: string;
  title: string;
  organizer: string;
  startsOn: Day;
  endsOn: Day;
  place: string; // UN/LOCODE
  venue: string;

  constructor(facts: Meeting) {
    this.code = facts.code;
    this.title = facts.title;
    this.organizer = facts.organizer;
    this.startsOn = facts.startsOn;
    this.endsOn = facts.endsOn;
    this.place = facts.place;
    this.venue = facts.venue;
  }
}

export class UnknownMeeting extends Unknown {
  constructor(code: string, pointer?: string) {
    super(`There is no meeting "${code}" in these books.`, pointer);
  }
}
