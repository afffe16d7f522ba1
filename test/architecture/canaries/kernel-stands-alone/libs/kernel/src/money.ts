import 'decimal.js';
import 'rxjs'; // refused
import 'node:crypto'; // refused
