/** The import of the users of a source system. */
@NullMarked
package dev.lockstile.auth.imports;

import org.jspecify.annotations.NullMarked;
