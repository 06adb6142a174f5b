/** Write-back sync: writes changes of users to the legacy system too, so that the host can return to it. */
@NullMarked
package dev.lockstile.auth.cutover.writeback;

import org.jspecify.annotations.NullMarked;
