/** Tests of Spring Boot hosts: a clock to set, messages to read, users who are signed in, and the attack suite. */
@NullMarked
package dev.lockstile.auth.spring.test;

import org.jspecify.annotations.NullMarked;
