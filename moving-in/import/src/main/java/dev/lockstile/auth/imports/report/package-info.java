/** What an import did: counts, warnings, quarantined rows. No value of a person stands in here unmasked. */
@NullMarked
package dev.lockstile.auth.imports.report;

import org.jspecify.annotations.NullMarked;
