import 'node:fs';
import 'pdfkit';
import 'fontkit';
import '@expo-google-fonts/noto-sans/400Regular';
import 'rxjs'; // refused
