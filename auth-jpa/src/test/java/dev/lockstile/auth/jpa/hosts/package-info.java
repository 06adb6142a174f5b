/** Hosts of several kinds, and the databases they run on. */
package dev.lockstile.auth.jpa.hosts;
