/** Lockstile in a Spring Boot application: what a host's own beans and controllers name. */
@NullMarked
package dev.lockstile.auth.spring;

import org.jspecify.annotations.NullMarked;
