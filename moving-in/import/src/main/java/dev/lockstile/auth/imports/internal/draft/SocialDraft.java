package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.store.RowTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An old account at another site. What that site had answered is not part of it: it is personal data and tokens.
 *
 * @param origin the old row
 * @param identity null when the row names no provider or no account there that can be held
 * @param times when the row came to be, changed and was deleted
 * @param findings what was not taken over as it stood
 */
public record SocialDraft(Origin origin, @Nullable SocialIdentity identity, RowTimes times, List<Finding> findings)
        implements OwnedRow {

    /**
     * Copies the findings.
     *
     * @param origin the old row
     * @param identity null when the row names no provider or no account there that can be held
     * @param times when the row came to be, changed and was deleted
     * @param findings what was not taken over as it stood
     */
    public SocialDraft {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "SocialDraft[" + origin.legacyId() + "]";
    }
}
