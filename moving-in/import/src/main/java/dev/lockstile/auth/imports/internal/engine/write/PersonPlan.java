package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.imports.internal.draft.DeviceDraft;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows to write for one person, decided outside of any transaction.
 *
 * @param origin the source row of the user
 * @param times of the source row
 * @param newUser null when the user exists in the target
 * @param existing the user in the target; null for a new one, and in a dry run for one whom a real run would have
 *     written
 * @param fill what a merged row adds to the existing user; null where nothing is merged
 * @param profiles new profiles from source rows
 * @param added the profile to create where no source row can be the default profile; null for none
 * @param devices new devices
 * @param socials new accounts at other sites
 * @param rowUpdates rows of the target to update
 * @param factors second factors
 * @param untouched the existing user in the state that is required to add anything that opens the account; null where
 *     no state is required
 * @param runCounts counted once the plan is written
 */
public record PersonPlan(
        Origin origin,
        RowTimes times,
        @Nullable NewUser newUser,
        @Nullable UserId existing,
        @Nullable Fill fill,
        List<ProfileDraft> profiles,
        @Nullable FirstProfile added,
        List<DeviceDraft> devices,
        List<SocialDraft> socials,
        RowUpdates rowUpdates,
        FactorPlan factors,
        @Nullable UntouchedUser untouched,
        RunCounts runCounts) {

    /** Creates a plan without updates and second factors. */
    public PersonPlan(
            Origin origin,
            RowTimes times,
            @Nullable NewUser newUser,
            @Nullable UserId existing,
            @Nullable Fill fill,
            List<ProfileDraft> profiles,
            @Nullable FirstProfile added,
            List<DeviceDraft> devices,
            List<SocialDraft> socials,
            RunCounts runCounts) {
        this(
                origin,
                times,
                newUser,
                existing,
                fill,
                profiles,
                added,
                devices,
                socials,
                RowUpdates.NONE,
                FactorPlan.NONE,
                null,
                runCounts);
    }

    /** Returns a copy with these second factors. */
    public PersonPlan with(FactorPlan others) {
        return new PersonPlan(
                origin,
                times,
                newUser,
                existing,
                fill,
                profiles,
                added,
                devices,
                socials,
                rowUpdates,
                others,
                untouched,
                runCounts);
    }

    /**
     * Returns a copy that adds anything which opens the account only while the user is in this state; null for any
     * state.
     */
    public PersonPlan onlyTo(@Nullable UntouchedUser required) {
        return new PersonPlan(
                origin,
                times,
                newUser,
                existing,
                fill,
                profiles,
                added,
                devices,
                socials,
                rowUpdates,
                factors,
                required,
                runCounts);
    }

    /**
     * What a merged row fills in where the account has nothing.
     *
     * @param claims identifiers that the account gets
     * @param passwordHash null where the account gets none
     * @param about for the default profile; null when the row becomes a profile of its own, or fills nothing
     * @param kept true to record the filled columns for a rollback, which an account of the same run does not need
     */
    public record Fill(
            List<IdentifierAssignment> claims,
            @Nullable Secret passwordHash,
            @Nullable FirstProfile about,
            boolean kept) {}

    /** Returns a plan that writes nothing. */
    public static PersonPlan nothing(UserDraft user, RunCounts runCounts) {
        return new PersonPlan(
                user.origin(), user.times(), null, null, null, List.of(), null, List.of(), List.of(), runCounts);
    }

    /** Returns true for a row merged into an account that only a real run would have written. */
    boolean mergesIntoAccountOfRealRun() {
        return fill != null && existing == null;
    }

    /**
     * Locks the existing user before anything that opens the account is added; false when the account was used since
     * the snapshot.
     */
    boolean holdsUntouched(AuthTx tx) {
        boolean opens =
                fill != null && (fill.passwordHash() != null || !fill.claims().isEmpty());
        boolean grows = opens || !socials.isEmpty() || !factors.entered().isEmpty();
        boolean isUpdated =
                rowUpdates.rows().stream().anyMatch(row -> row instanceof RowUpdate.OfUser && row.isUpdate());
        return untouched == null || !grows || isUpdated || untouched.hold(tx);
    }

    boolean isEmpty() {
        boolean nothingNew = profiles.isEmpty() && devices.isEmpty() && socials.isEmpty();
        return newUser == null
                && fill == null
                && factors.isEmpty()
                && nothingNew
                && rowUpdates.rows().isEmpty();
    }
}
