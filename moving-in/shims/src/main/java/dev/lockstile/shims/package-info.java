/**
 * Keeps old class names loadable: {@link FormerlyKnownAs} on a class makes a deprecated class at each of its former
 * names, at compile time. No third-party dependency.
 */
@NullMarked
package dev.lockstile.shims;

import org.jspecify.annotations.NullMarked;
