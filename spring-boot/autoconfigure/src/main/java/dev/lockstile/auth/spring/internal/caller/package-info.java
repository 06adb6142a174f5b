/** Who sent a request, for filters with Spring Security and without it. */
@NullMarked
package dev.lockstile.auth.spring.internal.caller;

import org.jspecify.annotations.NullMarked;
