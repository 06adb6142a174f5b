package dev.lockstile.auth.imports.internal.engine.update;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.Admission;
import dev.lockstile.auth.imports.internal.engine.conflict.ConflictOutcome;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A user who was not changed in the target, updated from the source row. The account loses no identifier to another
 * one. Where a second row of the person may have filled fields, values that the first row lacks remain.
 */
public record UpdatedUser(NewUser stored, UserDraft old, UpdatePlanner.Rules rules) {

    /** Returns the updated row; null when no stored value differs. */
    @Nullable
    NewUser next(ConflictOutcome assigned, ImportOutcome password) {
        UserInfo.Status status = old.status();
        List<IdentifierAssignment> claims = claims(assigned);
        NewUser next = new NewUser(
                claims,
                hash(password),
                new UserInfo.Status(status.active(), status.staff(), status.superuser(), micros(status.deletedAt())),
                dates(claims),
                old.settings(),
                times());
        return isSame(next) ? null : next;
    }

    /**
     * Returns true when the source row has an identifier that another account owns, perhaps only until the next run.
     */
    boolean isHeldBack(ConflictOutcome assigned) {
        return assigned.isHeldInTarget()
                || Arrays.stream(IdentifierKind.values())
                        .anyMatch(kind -> assigned.refuses(kind) && wouldLose(kind, assigned));
    }

    /** Returns true when the two rows differ in their identifiers or in their password. */
    public static boolean changesSignIn(NewUser one, NewUser other) {
        return !sameClaims(one, other) || !Objects.equals(one.passwordHash(), other.passwordHash());
    }

    /** Returns true when the update gives the user a right that the account does not have. */
    boolean isRaised() {
        UserInfo.Status now = stored.status();
        return (old.status().staff() && !now.staff()) || (old.status().superuser() && !now.superuser());
    }

    private List<IdentifierAssignment> claims(ConflictOutcome assigned) {
        List<IdentifierAssignment> next = new ArrayList<>();
        for (IdentifierKind kind : IdentifierKind.values()) {
            IdentifierAssignment now = of(stored.claims(), kind);
            IdentifierAssignment wanted = of(assigned.claims(), kind);
            boolean stays = wouldLose(kind, assigned) || (wanted == null && rules.mayBeFilled());
            IdentifierAssignment claim = stays ? now : withProof(now, plain(wanted));
            if (claim != null) {
                next.add(claim);
            }
        }
        return next;
    }

    /**
     * Returns true when the account would lose an identifier that it owns. Another one that it then owns may replace
     * it, and it is removed where the source row has none; a text never replaces it.
     */
    private boolean wouldLose(IdentifierKind kind, ConflictOutcome assigned) {
        IdentifierAssignment now = of(stored.claims(), kind);
        IdentifierAssignment wanted = of(assigned.claims(), kind);
        boolean granted = wanted == null ? !assigned.refuses(kind) : wanted.owned();
        return old.isLive() && now != null && now.owned() && !granted;
    }

    /**
     * Where the source keeps a mark of verification when the address changes, the mark proves only the value for which
     * it was set. A stored identifier with the same value keeps its proof, even if another row has it too by now, and
     * gets one from a mark that is set for the first time. A value that came to the row later is not proven, unless the
     * operator trusts it and no other row has it.
     */
    private @Nullable IdentifierAssignment withProof(
            @Nullable IdentifierAssignment now, @Nullable IdentifierAssignment wanted) {
        if (wanted == null || (isVouched(wanted) ? wanted.verifiedAt() != null : rules.provesChanges())) {
            return wanted;
        }
        boolean proven = now != null
                && now.identifier().value().equals(wanted.identifier().value())
                && (now.verifiedAt() == null ? wanted.verifiedAt() != null && isFirstMark(now) : isMarked(wanted));
        return new IdentifierAssignment(
                wanted.identifier(), wanted.owned(), proven ? micros(old.times().createdAt()) : null);
    }

    /**
     * Returns true for the first mark of an account. It proves what the account had then: the e-mail address where it
     * had one.
     */
    private boolean isFirstMark(IdentifierAssignment now) {
        boolean besideAddress =
                now.identifier().kind() == IdentifierKind.PHONE && of(stored.claims(), IdentifierKind.EMAIL) != null;
        return now.owned() && stored.dates().admittedAt() == null && !besideAddress;
    }

    private boolean isMarked(IdentifierAssignment wanted) {
        return (wanted.owned() || !old.isLive()) && isOneOf(wanted, WantedIdentifier::isProven);
    }

    private boolean isVouched(IdentifierAssignment wanted) {
        return isOneOf(wanted, WantedIdentifier::vouched);
    }

    private boolean isOneOf(IdentifierAssignment wanted, Predicate<WantedIdentifier> some) {
        return old.identifiers().stream()
                .filter(some)
                .map(WantedIdentifier::identifier)
                .anyMatch(one -> one.kind() == wanted.identifier().kind()
                        && one.value().equals(wanted.identifier().value()));
    }

    /**
     * Returns the identifier as the target stores it: without a proof of a user name, and with times in microseconds.
     */
    private static @Nullable IdentifierAssignment plain(@Nullable IdentifierAssignment claim) {
        if (claim == null) {
            return null;
        }
        boolean provable = claim.identifier().kind() != IdentifierKind.USERNAME;
        return new IdentifierAssignment(
                claim.identifier(), claim.owned(), provable ? micros(claim.verifiedAt()) : null);
    }

    /**
     * Returns the hash to store. A password that the source made unusable, perhaps since it was stolen, is removed from
     * the target too.
     */
    private @Nullable Secret hash(ImportOutcome password) {
        boolean sourceHasNone = password.kind() == ImportOutcome.Kind.NO_PASSWORD;
        Secret kept = sourceHasNone && rules.mayBeFilled() ? stored.passwordHash() : null;
        return password.toStore().map(Secret::of).orElse(kept);
    }

    /** A row without a date has the time of its reading, which does not replace the stored date. */
    private UserInfo.Dates dates(List<IdentifierAssignment> claims) {
        Instant joinedAt = old.dates().joinedAt();
        return new UserInfo.Dates(
                joinedAt.equals(rules.readAt()) ? stored.dates().joinedAt() : joinedAt.truncatedTo(ChronoUnit.MICROS),
                micros(old.dates().lastLoginAt()),
                micros(old.dates().termsAcceptedAt()),
                admittedAt(claims));
    }

    private @Nullable Instant admittedAt(List<IdentifierAssignment> claims) {
        Instant since = new Admission(old).since(claims);
        Instant before = stored.dates().admittedAt();
        return since == null || before == null ? micros(since) : before;
    }

    private RowTimes times() {
        Instant modifiedAt = old.times().modifiedAt();
        return new RowTimes(
                stored.times().createdAt(),
                modifiedAt.equals(rules.readAt())
                        ? stored.times().modifiedAt()
                        : modifiedAt.truncatedTo(ChronoUnit.MICROS),
                micros(old.times().deletedAt()),
                old.times().deletedByCascade());
    }

    private boolean isSame(NewUser next) {
        return !changesSignIn(stored, next)
                && stored.status().equals(next.status())
                && stored.dates().equals(next.dates())
                && stored.settings().equals(next.settings());
    }

    private static boolean sameClaims(NewUser one, NewUser other) {
        return Arrays.stream(IdentifierKind.values())
                .allMatch(kind -> isSame(of(one.claims(), kind), of(other.claims(), kind)));
    }

    private static boolean isSame(@Nullable IdentifierAssignment one, @Nullable IdentifierAssignment other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.identifier().value().equals(other.identifier().value())
                && one.owned() == other.owned()
                && Objects.equals(one.verifiedAt(), other.verifiedAt());
    }

    private static @Nullable IdentifierAssignment of(List<IdentifierAssignment> claims, IdentifierKind kind) {
        return claims.stream()
                .filter(claim -> claim.identifier().kind() == kind)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
