/**
 * The history of a schema and what guards it: {@link HistoryGuard} tells whether every change set that ran is still
 * there, unedited, and whether all that it names still loads; {@link HistoryLock} keeps what was released.
 */
@NullMarked
package dev.lockstile.auth.schema.history;

import org.jspecify.annotations.NullMarked;
