import { type Day, nameText, Refused, Unknown } from '#kernel';

/** What the services are for: a conference of the Parties, a preparatory meeting, a cluster of them. */
export class Meeting {
  code: string;
  title: string;
  organizer: string;
  startsOn: Day;
  endsOn: Day;
  place: string; // UN/LOCODE
  venue: string;

  /** Errors: MeetingPeriodReversed. */
  constructor(facts: Meeting) {
    if (facts.endsOn.isBefore(facts.startsOn)) throw new MeetingPeriodReversed(facts);
    this.code = facts.code;
    this.title = nameText(facts.title);
    this.organizer = facts.organizer;
    this.startsOn = facts.startsOn;
    this.endsOn = facts.endsOn;
    this.place = facts.place;
    this.venue = facts.venue;
  }
}

export class MeetingPeriodReversed extends Refused {
  constructor(facts?: Pick<Meeting, 'code' | 'startsOn' | 'endsOn'>) {
    super(
      facts === undefined
        ? 'A meeting ends on the day it starts or later. Nothing was written.'
        : `Meeting ${facts.code} would end on ${facts.endsOn.toString()}, before it starts on ${facts.startsOn.toString()}.`,
      '/endsOn',
    );
  }
}

export class UnknownMeeting extends Unknown {
  constructor(code: string, pointer?: string) {
    super(`There is no meeting "${code}" in these books.`, pointer);
  }
}
