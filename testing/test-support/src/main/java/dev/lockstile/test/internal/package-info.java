/** What the test engine loads by its name. */
@NullMarked
package dev.lockstile.test.internal;

import org.jspecify.annotations.NullMarked;
