/** The way back: what people change here is written to the old system too, so that a host can return to it. */
@NullMarked
package dev.lockstile.auth.cutover.writeback;

import org.jspecify.annotations.NullMarked;
