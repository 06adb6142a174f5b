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
 * What is to be written for one person, decided outside of any transaction.
 *
 * @param times those of the old row
 * @param newUser null when the user is here already
 * @param existing the user here; null for a new one, and for one who would be here were this no dry run
 * @param fill what a merged row adds to the existing user; null where nothing is merged
 * @param added the profile of a person whose old rows have none that can be the default; null for none
 * @param rowUpdates rows here that are written anew
 * @param factors second factors
 * @param untouched the existing user as new ways into the account need it to be still; null where there are none
 * @param runCounts what to count once it is written
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

    /** A plan for a person of whom nothing is written anew. */
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

    /** The same with second factors. */
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

    /** The same where new ways into the account need it to be still so; null where none come. */
    public PersonPlan onlyTo(@Nullable UntouchedUser still) {
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
                still,
                runCounts);
    }

    /**
     * What is filled in where the main account has nothing.
     *
     * @param about goes into the default profile; null when the row becomes a profile of its own
     * @param kept what is filled in is noted, so that a rollback can take it out again; needless for an account that
     *     came with the same run
     */
    public record Fill(
            List<IdentifierAssignment> claims,
            @Nullable Secret passwordHash,
            @Nullable FirstProfile about,
            boolean kept) {}

    /** Nothing to write. */
    public static PersonPlan nothing(UserDraft user, RunCounts runCounts) {
        return new PersonPlan(
                user.origin(), user.times(), null, null, null, List.of(), null, List.of(), List.of(), runCounts);
    }

    /** A row merged into an account that only a real run would find here. */
    boolean mergesIntoAccountOfRealRun() {
        return fill != null && existing == null;
    }

    /** False when a way into the account would come, and the account was used since the look. */
    boolean holdsUntouched(AuthTx tx) {
        boolean opens =
                fill != null && (fill.passwordHash() != null || !fill.claims().isEmpty());
        boolean grows = opens || !socials.isEmpty() || !factors.entered().isEmpty();
        boolean isHeld = rowUpdates.rows().stream().anyMatch(row -> row instanceof RowUpdate.OfUser && row.isUpdate());
        return untouched == null || !grows || isHeld || untouched.hold(tx);
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
