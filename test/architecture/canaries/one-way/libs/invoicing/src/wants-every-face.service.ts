import '#kernel';
import '#platform';
import '#documents';
import '#sealing'; // refused
import '#identity';
import '#ledger';
import '#rates'; // refused
import '#budget';
import '#travellers';
import '#agreements';
import '#charging';
import '#audit'; // refused
import '#books'; // refused
