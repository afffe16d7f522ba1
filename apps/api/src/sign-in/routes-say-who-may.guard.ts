import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { saysWhoMay } from './signed-in.guard.ts';

/** The server does not start with a route that says nothing of who may: what nobody has opened is closed. */
@Injectable()
export class RoutesSayWhoMay implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Errors: RouteSaysNotWhoMay. */
  onModuleInit(): void {
    const silent = this.discovery.getControllers().flatMap(({ metatype: controller }) => {
      if (controller === null) return [];
      const methods = controller.prototype as Record<string, RouteHandler>;
      return this.scanner
        .getAllMethodNames(methods)
        .filter((name) => this.isSilent(methods[name] as RouteHandler, controller))
        .map((name) => `${controller.name}.${name}`);
    });
    if (silent.length > 0) throw new RouteSaysNotWhoMay(silent);
  }

  /** Of what Nest has marked as a route. */
  private isSilent(handler: RouteHandler, controller: RouteHandler): boolean {
    const method = this.reflector.get<RequestMethod | undefined>('method', handler);
    if (method === undefined) return false;
    return !saysWhoMay(this.reflector, [handler, controller], { isReading: method === RequestMethod.GET });
  }
}

type RouteHandler = Parameters<typeof saysWhoMay>[1][number];

export class RouteSaysNotWhoMay extends Error {
  constructor(routes: readonly string[]) {
    super(
      `Every route is public, or reads under a reading (@Reads), or takes an action (@Changes, @Transition), or is of oneself (@OfOneself). These say none of it: ${routes.join(', ')}.`,
    );
  }
}
