/** All checks over a host's schema and entities together: {@link HostCheck}. */
@NullMarked
package dev.lockstile.auth.schema.check;

import org.jspecify.annotations.NullMarked;
