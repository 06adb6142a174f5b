/**
 * What a test of a host application needs: a store without a database, a clock that can be set, senders that keep what
 * they were given. Nothing here is meant for production.
 */
@NullMarked
package dev.lockstile.auth.testkit;

import org.jspecify.annotations.NullMarked;
