import '#ledger';
import '../../../libs/ledger/src/index.ts'; // refused
import '../../../libs/ledger/src/posting-rules.ts'; // refused
