/** What a host is told when the application cannot start. */
@NullMarked
package dev.lockstile.auth.spring.internal.failure;

import org.jspecify.annotations.NullMarked;
