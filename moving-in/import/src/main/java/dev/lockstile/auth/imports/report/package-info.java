/**
 * Reports of imports: counts, warnings, quarantined rows. Personal data is masked, except in
 * {@link dev.lockstile.auth.imports.report.NamedPerson}.
 */
@NullMarked
package dev.lockstile.auth.imports.report;

import org.jspecify.annotations.NullMarked;
