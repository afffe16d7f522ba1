import '#kernel';
import '#ledger';
