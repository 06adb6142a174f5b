/** The endpoints in the host's servlet container. */
@NullMarked
package dev.lockstile.auth.spring.internal.http;

import org.jspecify.annotations.NullMarked;
