/** What checks of the schema find, and how a migration fails. */
@NullMarked
package dev.lockstile.auth.schema.report;

import org.jspecify.annotations.NullMarked;
