import 'rxjs';
import 'prettier'; // refused
import 'ajv'; // refused
