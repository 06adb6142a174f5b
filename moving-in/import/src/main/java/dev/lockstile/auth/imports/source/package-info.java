/** Sources of rows: databases and files, read-only. */
@NullMarked
package dev.lockstile.auth.imports.source;

import org.jspecify.annotations.NullMarked;
