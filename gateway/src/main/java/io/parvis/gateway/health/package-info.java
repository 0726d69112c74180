/**
 * How the suite is. The gateway's own readiness speaks of itself alone, so that one service that is down does not take
 * the front door with it; {@code /q/health/suite} asks everybody.
 */
@NullMarked
package io.parvis.gateway.health;

import org.jspecify.annotations.NullMarked;
