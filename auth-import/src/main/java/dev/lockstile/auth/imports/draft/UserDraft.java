package dev.lockstile.auth.imports.draft;

import dev.lockstile.auth.model.AccountStatus;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserDates;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.RowTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An old user.
 *
 * @param password the old password column to the letter; null when the source has none
 * @param about what goes into the profile of a person whose old system has no profiles
 * @param refusal why the row stays out; null when it may come in
 */
public record UserDraft(
        Origin origin,
        List<WantedIdentifier> identifiers,
        @Nullable Secret password,
        Trust trust,
        AccountStatus status,
        UserDates dates,
        SettingsJson settings,
        RowTimes times,
        FirstProfile about,
        @Nullable Refusal refusal,
        List<Finding> findings) {

    public UserDraft {
        identifiers = List.copyOf(identifiers);
        findings = List.copyOf(findings);
    }

    /** True when the account is not deleted: a deleted one owns nothing. */
    public boolean isLive() {
        return status.deletedAt() == null;
    }

    /** The same with something else for the first profile. */
    public UserDraft with(FirstProfile profile) {
        return new UserDraft(
                origin, identifiers, password, trust, status, dates, settings, times, profile, refusal, findings);
    }

    /** The same with other identifiers. */
    public UserDraft withIdentifiers(List<WantedIdentifier> wanted) {
        return new UserDraft(origin, wanted, password, trust, status, dates, settings, times, about, refusal, findings);
    }

    /** The same with other findings. */
    public UserDraft with(List<Finding> found) {
        return new UserDraft(
                origin, identifiers, password, trust, status, dates, settings, times, about, refusal, found);
    }

    @Override
    public String toString() {
        return "UserDraft[" + origin.legacyId() + "]";
    }
}
