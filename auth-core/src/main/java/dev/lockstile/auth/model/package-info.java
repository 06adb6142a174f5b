/**
 * The mapped superclasses that a host's entities extend, and the values in their signatures. Depends only on the
 * annotations of {@code jakarta.persistence}.
 */
@NullMarked
package dev.lockstile.auth.model;

import org.jspecify.annotations.NullMarked;
