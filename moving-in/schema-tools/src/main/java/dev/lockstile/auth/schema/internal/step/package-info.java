/** What a change file has to do, step by step. */
@NullMarked
package dev.lockstile.auth.schema.internal.step;

import org.jspecify.annotations.NullMarked;
