/** The host's entities: each extends one of the library's and brings the key. */
@NullMarked
package dev.lockstile.examples.quickstart.model;

import org.jspecify.annotations.NullMarked;
