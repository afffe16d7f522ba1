import 'rxjs';
import 'axe-core'; // refused
import 'ajv'; // refused
