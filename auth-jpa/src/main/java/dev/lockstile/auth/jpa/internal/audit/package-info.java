/** Not API: the chain of audit entries. */
@NullMarked
package dev.lockstile.auth.jpa.internal.audit;

import org.jspecify.annotations.NullMarked;
