/** Spring Security, where it is on the class path, and the filter where it is not. */
@NullMarked
package dev.lockstile.auth.spring.internal.security;

import org.jspecify.annotations.NullMarked;
