/** What is in a source before it is moved: types, null markers, duplicates, password formats, phone regions. */
@NullMarked
package dev.lockstile.auth.imports.profile;

import org.jspecify.annotations.NullMarked;
