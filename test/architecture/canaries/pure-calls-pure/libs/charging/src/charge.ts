import type { ChargingService } from './charging.service.ts';
import { chargeTable } from './charge.table.ts'; // refused
import '#platform'; // refused

export const charge = (service: ChargingService) => [service, chargeTable];
