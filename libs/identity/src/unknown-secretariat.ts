import { Unknown } from '#kernel';

export class UnknownSecretariat extends Unknown {
  constructor(code: string, pointer?: string) {
    super(`There is no secretariat "${code}" in these books.`, pointer);
  }
}

export class UnknownPerson extends Unknown {
  constructor(code: string, pointer?: string) {
    super(`There is no person "${code}" in these books.`, pointer);
  }
}
