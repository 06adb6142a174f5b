/** Sessions of a former system that go on here. Start at {@link dev.lockstile.auth.migrate.bridge.SessionBridge}. */
@NullMarked
package dev.lockstile.auth.migrate.bridge;

import org.jspecify.annotations.NullMarked;
