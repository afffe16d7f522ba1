import 'node:crypto'; // refused
import '@nestjs/common'; // refused
import 'pdfkit'; // refused
import type { EntityManager } from 'typeorm'; // refused

export type Tx = EntityManager;
