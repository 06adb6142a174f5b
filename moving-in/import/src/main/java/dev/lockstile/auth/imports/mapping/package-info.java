/** The description of columns and identifiers by which a host maps a source system of its own. */
@NullMarked
package dev.lockstile.auth.imports.mapping;

import org.jspecify.annotations.NullMarked;
