/** What the tests of all modules share: which tests run, why one may be skipped, and where published vectors are. */
@NullMarked
package dev.lockstile.test;

import org.jspecify.annotations.NullMarked;
