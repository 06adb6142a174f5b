/**
 * Sessions of a legacy system that go on here. Start at {@link dev.lockstile.auth.cutover.session.LegacySessionBridge}.
 */
@NullMarked
package dev.lockstile.auth.cutover.session;

import org.jspecify.annotations.NullMarked;
