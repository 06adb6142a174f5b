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
 * An old user.
 *
 * @param origin the old row
 * @param identifiers those that the row has, sign-in names and others
 * @param password the old password column to the letter, behind a mark where it has to be replaced; null when the
 *     source has none
 * @param trust how much the account weighs
 * @param status whether the person may act, and with which rights
 * @param dates since when the account exists and when it was used last
 * @param settings of the account
 * @param times when the row came to be, changed and was deleted
 * @param about what goes into the profile of a person whose old system has no profiles
 * @param refusal why the row stays out; null when it may come in
 * @param findings what was not taken over as it stood
 * @param factors second factors that stand in the row itself
 * @param opensAt when an account that is closed for a while opens by itself, past times included; null for every other
 * @param use what was read of the row
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
     * A user whose state does not change by itself.
     *
     * @param origin the old row
     * @param identifiers those that the row has, sign-in names and others
     * @param password the old password column to the letter; null when the source has none
     * @param trust how much the account weighs
     * @param status whether the person may act, and with which rights
     * @param dates since when the account exists and when it was used last
     * @param settings of the account
     * @param times when the row came to be, changed and was deleted
     * @param about what goes into the first profile of a person without one
     * @param refusal why the row stays out; null when it may come in
     * @param findings what was not taken over as it stood
     * @param factors second factors that stand in the row itself
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

    /** {@return true when the account is not deleted: a deleted one owns nothing} */
    public boolean isLive() {
        return status.deletedAt() == null;
    }

    /**
     * {@return whether an account here may be active or not} One that opens by itself between two times is either: a
     * run judges it at its own time.
     *
     * @param activeHere the mark here
     * @param from when the account was written
     * @param until when it is compared
     */
    public boolean isActiveAs(boolean activeHere, Instant from, Instant until) {
        boolean changes = opensAt != null && opensAt.isAfter(from) && !opensAt.isAfter(until);
        return changes || status.active() == activeHere;
    }

    /**
     * {@return the same with something else for the first profile}
     *
     * @param profile takes the place of the one before
     */
    public UserDraft with(FirstProfile profile) {
        return copy(parts -> parts.about = profile);
    }

    /**
     * {@return the same with other identifiers}
     *
     * @param wanted take the place of those before
     */
    public UserDraft withIdentifiers(List<WantedIdentifier> wanted) {
        return copy(parts -> parts.identifiers = wanted);
    }

    /**
     * {@return the same with other findings}
     *
     * @param found take the place of those before
     */
    public UserDraft with(List<Finding> found) {
        return copy(parts -> parts.findings = found);
    }

    /**
     * {@return the same with other second factors in the row itself}
     *
     * @param others take the place of those before
     */
    public UserDraft withFactors(List<FactorDraft> others) {
        return copy(parts -> parts.factors = others);
    }

    /**
     * {@return the same, closed in the source}
     *
     * @param deletedAt null for an account that is closed and not deleted
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
     * {@return the same, closed for a while}
     *
     * @param when it opens by itself; null for an account that does not
     */
    public UserDraft openingAt(@Nullable Instant when) {
        return Objects.equals(opensAt, when) ? this : copy(parts -> parts.opensAt = when);
    }

    /**
     * {@return the same with another password column; a password that has to be replaced remains one}
     *
     * @param hash as the target stores it
     */
    public UserDraft withPassword(Secret hash) {
        Secret kept = TemporaryPasswords.isMarked(password) ? TemporaryPasswords.marked(hash) : hash;
        return copy(parts -> parts.password = kept);
    }

    /** {@return the same, with a password that has to be replaced at the next sign-in} */
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

    /** What a copy may have of its own. */
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
