import '#kernel';
import '#ledger'; // refused
import './generated/api.ts';
import '../../api/src/charges.controller.ts'; // refused
