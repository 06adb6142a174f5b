/**
 * A changelog read as text, without Liquibase: before 5.0.2 its parser stops at the first class that is missing, and
 * from then on it passes over it, so neither can tell what history names.
 */
@NullMarked
package dev.lockstile.auth.schema.internal.changelog;

import org.jspecify.annotations.NullMarked;
