package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.store.RowTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account at another site in the source system. The data that the site returned is left out, since it holds personal
 * data and tokens.
 *
 * @param origin the source row
 * @param identity null when the row names no provider, or no account of it that the target can store
 * @param times when the row was created, changed and deleted
 * @param findings values that are not imported unchanged
 */
public record SocialDraft(Origin origin, @Nullable SocialIdentity identity, RowTimes times, List<Finding> findings)
        implements OwnedRow {

    /**
     * Copies the findings.
     *
     * @param origin the source row
     * @param identity null when the row names no provider, or no account of it that the target can store
     * @param times when the row was created, changed and deleted
     * @param findings values that are not imported unchanged
     */
    public SocialDraft {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "SocialDraft[" + origin.legacyId() + "]";
    }
}
