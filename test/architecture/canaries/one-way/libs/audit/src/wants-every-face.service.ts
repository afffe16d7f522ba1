import '#kernel';
import '#platform';
import '#documents';
import '#sealing';
import '#identity';
import '#ledger';
import '#rates';
import '#budget';
import '#travellers'; // refused
import '#agreements';
import '#charging';
import '#invoicing';
import '#books'; // refused
