package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A user of the source system.
 *
 * @param origin the source row
 * @param identifiers those of the row, sign-in names and others
 * @param password the source's password column unchanged, after a mark where the password has to be replaced; null when
 *     the source has none
 * @param trust how the account ranks among accounts with the same identifier, and whether the source let it sign in
 * @param status whether the account is active or deleted, and its rights
 * @param dates when the account was created and last used
 * @param settings of the account
 * @param times when the row was created, changed and deleted
 * @param about data for the profile that the import creates for a person without an active one
 * @param refusal why the row is not imported; null when it may be
 * @param findings values that are not imported unchanged
 * @param factors second factors in the row itself
 * @param opensAt when a temporarily closed account opens by itself, past times included; null for every other account
 * @param use the columns that were read
 */
public record UserDraft(
        Origin origin,
        List<WantedIdentifier> identifiers,
        @Nullable Secret password,
        Trust trust,
        UserInfo.Status status,
        UserInfo.Dates dates,
        SettingsJson settings,
        RowTimes times,
        FirstProfile about,
        @Nullable Refusal refusal,
        List<Finding> findings,
        List<FactorDraft> factors,
        @Nullable Instant opensAt,
        RowUse use) {

    /** Copies the lists. */
    public UserDraft {
        identifiers = List.copyOf(identifiers);
        findings = List.copyOf(findings);
        factors = List.copyOf(factors);
    }

    /**
     * Creates a user that is not temporarily closed.
     *
     * @param origin the source row
     * @param identifiers those of the row, sign-in names and others
     * @param password the source's password column unchanged; null when the source has none
     * @param trust how the account ranks among accounts with the same identifier, and whether the source let it sign in
     * @param status whether the account is active or deleted, and its rights
     * @param dates when the account was created and last used
     * @param settings of the account
     * @param times when the row was created, changed and deleted
     * @param about data for the profile that the import creates for a person without an active one
     * @param refusal why the row is not imported; null when it may be
     * @param findings values that are not imported unchanged
     * @param factors second factors in the row itself
     */
    public UserDraft(
            Origin origin,
            List<WantedIdentifier> identifiers,
            @Nullable Secret password,
            Trust trust,
            UserInfo.Status status,
            UserInfo.Dates dates,
            SettingsJson settings,
            RowTimes times,
            FirstProfile about,
            @Nullable Refusal refusal,
            List<Finding> findings,
            List<FactorDraft> factors) {
        this(
                origin,
                identifiers,
                password,
                trust,
                status,
                dates,
                settings,
                times,
                about,
                refusal,
                findings,
                factors,
                null,
                RowUse.NONE);
    }

    /** {@return true when the account is not deleted; a deleted one owns no identifier} */
    public boolean isLive() {
        return status.deletedAt() == null;
    }

    /**
     * {@return true when an imported account may have this active flag} An account that opens by itself between the two
     * times may be either active or not, since the run decides at a time between them.
     *
     * @param activeInTarget the flag in the target
     * @param from when the account was written
     * @param until when it is compared
     */
    public boolean isActiveAs(boolean activeInTarget, Instant from, Instant until) {
        boolean changes = opensAt != null && opensAt.isAfter(from) && !opensAt.isAfter(until);
        return changes || status.active() == activeInTarget;
    }

    /**
     * {@return a copy with other data for the first profile}
     *
     * @param profile replaces the data
     */
    public UserDraft with(FirstProfile profile) {
        return copy(parts -> parts.about = profile);
    }

    /**
     * {@return a copy with other identifiers}
     *
     * @param wanted replace the identifiers
     */
    public UserDraft withIdentifiers(List<WantedIdentifier> wanted) {
        return copy(parts -> parts.identifiers = wanted);
    }

    /**
     * {@return a copy with other findings}
     *
     * @param found replace the findings
     */
    public UserDraft with(List<Finding> found) {
        return copy(parts -> parts.findings = found);
    }

    /**
     * {@return a copy with other second factors in the row itself}
     *
     * @param others replace the factors
     */
    public UserDraft withFactors(List<FactorDraft> others) {
        return copy(parts -> parts.factors = others);
    }

    /**
     * {@return a copy that is closed in the source}
     *
     * @param deletedAt null for an account that is disabled and not deleted
     */
    public UserDraft closed(@Nullable Instant deletedAt) {
        Instant deleted = status.deletedAt() == null ? deletedAt : status.deletedAt();
        boolean mayAct = status.active() && deletedAt != null;
        return copy(parts -> {
            parts.status = new UserInfo.Status(mayAct, status.staff(), status.superuser(), deleted);
            parts.times = new RowTimes(times.createdAt(), times.modifiedAt(), deleted, times.deletedByCascade());
        });
    }

    /**
     * {@return a copy that is temporarily closed}
     *
     * @param when it opens by itself; null for an account that does not
     */
    public UserDraft openingAt(@Nullable Instant when) {
        return Objects.equals(opensAt, when) ? this : copy(parts -> parts.opensAt = when);
    }

    /**
     * {@return a copy with another password column; a password that has to be replaced remains marked}
     *
     * @param hash as the target stores it
     */
    public UserDraft withPassword(Secret hash) {
        Secret kept = TemporaryPasswords.isMarked(password) ? TemporaryPasswords.marked(hash) : hash;
        return copy(parts -> parts.password = kept);
    }

    /** {@return a copy whose password has to be replaced at the next sign-in} */
    public UserDraft withTemporaryPassword() {
        return TemporaryPasswords.isMarked(password)
                ? this
                : copy(parts -> parts.password = TemporaryPasswords.marked(password));
    }

    @Override
    public String toString() {
        return "UserDraft[" + origin.legacyId() + "]";
    }

    private UserDraft copy(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new UserDraft(
                origin,
                parts.identifiers,
                parts.password,
                trust,
                parts.status,
                dates,
                settings,
                parts.times,
                parts.about,
                refusal,
                parts.findings,
                parts.factors,
                parts.opensAt,
                use);
    }

    /** The components that a copy can change. */
    private static final class Parts {
        private List<WantedIdentifier> identifiers;
        private @Nullable Secret password;
        private UserInfo.Status status;
        private RowTimes times;
        private FirstProfile about;
        private List<Finding> findings;
        private List<FactorDraft> factors;
        private @Nullable Instant opensAt;

        Parts(UserDraft of) {
            identifiers = of.identifiers;
            password = of.password;
            status = of.status;
            times = of.times;
            about = of.about;
            findings = of.findings;
            factors = of.factors;
            opensAt = of.opensAt;
        }
    }
}
