/** What a host says of the columns of a system of its own. */
@NullMarked
package dev.lockstile.auth.imports.mapping;

import org.jspecify.annotations.NullMarked;
