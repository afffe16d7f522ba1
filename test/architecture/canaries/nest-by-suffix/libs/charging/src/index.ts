import '@nestjs/common'; // refused
