/** Lockstile in a Spring Boot application: the types for a host's beans and controllers. */
@NullMarked
package dev.lockstile.auth.spring;

import org.jspecify.annotations.NullMarked;
