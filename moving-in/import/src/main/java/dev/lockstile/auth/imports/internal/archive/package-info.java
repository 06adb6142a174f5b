/** Not part of the API: writes source rows to the archive. */
@NullMarked
package dev.lockstile.auth.imports.internal.archive;

import org.jspecify.annotations.NullMarked;
