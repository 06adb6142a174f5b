/** For preset authors: reading cells, dates, phone numbers and identifiers the way every import reads them. */
@NullMarked
package dev.lockstile.auth.imports.mapping;

import org.jspecify.annotations.NullMarked;
