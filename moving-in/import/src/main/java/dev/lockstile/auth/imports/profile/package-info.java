/** The content of a source before an import: types, null markers, duplicates, password formats, phone regions. */
@NullMarked
package dev.lockstile.auth.imports.profile;

import org.jspecify.annotations.NullMarked;
