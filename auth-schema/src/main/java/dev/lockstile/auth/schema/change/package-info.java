/**
 * Changes that host changelogs name. These classes stay at their names for good, as every class does that a change set
 * names.
 */
@NullMarked
package dev.lockstile.auth.schema.change;

import org.jspecify.annotations.NullMarked;
