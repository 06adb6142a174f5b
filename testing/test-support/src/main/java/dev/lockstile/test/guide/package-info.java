/** Guides of the documents as steps, so that tests do what a guide says. */
@NullMarked
package dev.lockstile.test.guide;

import org.jspecify.annotations.NullMarked;
