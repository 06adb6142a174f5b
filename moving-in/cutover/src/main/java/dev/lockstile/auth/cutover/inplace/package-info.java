/** An import whose source and target are the same tables: the rows stay where they are and get what they lack. */
@NullMarked
package dev.lockstile.auth.cutover.inplace;

import org.jspecify.annotations.NullMarked;
