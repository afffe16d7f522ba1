export class ChargingService {}
