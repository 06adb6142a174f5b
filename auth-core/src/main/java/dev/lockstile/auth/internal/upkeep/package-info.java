/** Not API: how tables are kept small. */
@NullMarked
package dev.lockstile.auth.internal.upkeep;

import org.jspecify.annotations.NullMarked;
