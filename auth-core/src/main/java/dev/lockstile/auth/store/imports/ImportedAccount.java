package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.UserId;
import java.time.Instant;

/**
 * A user as a run of an import brought it in.
 *
 * @param user key of the row here
 * @param writtenAt the user's own time of change as the import wrote it
 * @param runId the run that brought it in
 * @param since when the run began: what is newer was done here, unless the ledger says that it came so
 */
public record ImportedAccount(UserId user, Instant writtenAt, String runId, Instant since) {}
