/** Lockstile in the filter chains of Spring Security. */
@NullMarked
package dev.lockstile.auth.spring.security;

import org.jspecify.annotations.NullMarked;
