import '#kernel';
import '#platform';
import '#documents'; // refused
import '#sealing'; // refused
import '#identity';
import '#ledger'; // refused
import '#rates';
import '#budget';
import '#travellers'; // refused
import '#charging'; // refused
import '#invoicing'; // refused
import '#audit'; // refused
import '#books'; // refused
