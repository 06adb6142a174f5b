/** The session lock of a migration and the sessions that databases list. */
@NullMarked
package dev.lockstile.auth.schema.internal.lock;

import org.jspecify.annotations.NullMarked;
