/** What is in a source before anybody moves it: types, null markers, duplicates, password formats, phone regions. */
@NullMarked
package dev.lockstile.auth.imports.profile;

import org.jspecify.annotations.NullMarked;
