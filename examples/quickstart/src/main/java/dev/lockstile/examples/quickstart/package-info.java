/** A whole host application: entities, providers, endpoints, manage commands. */
@NullMarked
package dev.lockstile.examples.quickstart;

import org.jspecify.annotations.NullMarked;
