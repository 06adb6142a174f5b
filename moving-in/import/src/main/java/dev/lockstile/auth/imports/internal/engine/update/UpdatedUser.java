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
 * A user who was not changed here, as the old row says now. No account loses an identifier to another one by it, and
 * where a second row of the person may have filled something in, what the first row does not have stays.
 */
public record UpdatedUser(NewUser here, UserDraft old, UpdatePlanner.Rules rules) {

    /** The row as it is to be; null when nothing that is kept here differs. */
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

    /** True when the old row says an identifier that another account has, perhaps only until the next run. */
    boolean isHeldBack(ConflictOutcome assigned) {
        return assigned.isHeldInTarget()
                || Arrays.stream(IdentifierKind.values())
                        .anyMatch(kind -> assigned.refuses(kind) && wouldLose(kind, assigned));
    }

    /** True when the account is opened by other names, or by another password, than before. */
    public static boolean changesSignIn(NewUser one, NewUser other) {
        return !sameClaims(one, other) || !Objects.equals(one.passwordHash(), other.passwordHash());
    }

    /** True when the row gives the user here a right that it did not give before. */
    boolean isRaised() {
        UserInfo.Status now = here.status();
        return (old.status().staff() && !now.staff()) || (old.status().superuser() && !now.superuser());
    }

    private List<IdentifierAssignment> claims(ConflictOutcome assigned) {
        List<IdentifierAssignment> next = new ArrayList<>();
        for (IdentifierKind kind : IdentifierKind.values()) {
            IdentifierAssignment now = of(here.claims(), kind);
            IdentifierAssignment wanted = of(assigned.claims(), kind);
            boolean stays = wouldLose(kind, assigned) || (wanted == null && rules.mayBeFilled());
            IdentifierAssignment claim = stays ? now : believed(now, plain(wanted));
            if (claim != null) {
                next.add(claim);
            }
        }
        return next;
    }

    /** A name that is owned here gives way to another that is owned, or to none, and never to a mere text. */
    private boolean wouldLose(IdentifierKind kind, ConflictOutcome assigned) {
        IdentifierAssignment now = of(here.claims(), kind);
        IdentifierAssignment wanted = of(assigned.claims(), kind);
        boolean granted = wanted == null ? !assigned.refuses(kind) : wanted.owned();
        return old.isLive() && now != null && now.owned() && !granted;
    }

    /**
     * Where a mark of verification stays when the address changes, it proves what it was set for and nothing else. Only
     * what stands here with the same value can be that: it keeps its proof, though another row has it too by now, or
     * gets one by a mark that is set for the first time. Whatever has come to the row since is not proven, and stays
     * so. On the mover's word it is, unless another row has it too.
     */
    private @Nullable IdentifierAssignment believed(
            @Nullable IdentifierAssignment now, @Nullable IdentifierAssignment wanted) {
        if (wanted == null || (isVouched(wanted) ? wanted.verifiedAt() != null : rules.provesChanges())) {
            return wanted;
        }
        boolean believed = now != null
                && now.identifier().value().equals(wanted.identifier().value())
                && (now.verifiedAt() == null ? wanted.verifiedAt() != null && isFirstMark(now) : isMarked(wanted));
        return new IdentifierAssignment(
                wanted.identifier(),
                wanted.owned(),
                believed ? micros(old.times().createdAt()) : null);
    }

    /** The mark of an account that had none, set for what it had then: for the address where there was one. */
    private boolean isFirstMark(IdentifierAssignment now) {
        boolean besideAddress =
                now.identifier().kind() == IdentifierKind.PHONE && of(here.claims(), IdentifierKind.EMAIL) != null;
        return now.owned() && here.dates().admittedAt() == null && !besideAddress;
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

    /** As a row holds it. */
    private static @Nullable IdentifierAssignment plain(@Nullable IdentifierAssignment claim) {
        if (claim == null) {
            return null;
        }
        boolean provable = claim.identifier().kind() != IdentifierKind.USERNAME;
        return new IdentifierAssignment(
                claim.identifier(), claim.owned(), provable ? micros(claim.verifiedAt()) : null);
    }

    /** A password that was made unusable over there, perhaps since it was stolen, opens nothing here either. */
    private @Nullable Secret hash(ImportOutcome password) {
        boolean nothingThere = password.kind() == ImportOutcome.Kind.NO_PASSWORD;
        Secret kept = nothingThere && rules.mayBeFilled() ? here.passwordHash() : null;
        return password.toStore().map(Secret::of).orElse(kept);
    }

    /** What a row without a date was given is the time of its reading. */
    private UserInfo.Dates dates(List<IdentifierAssignment> claims) {
        Instant joinedAt = old.dates().joinedAt();
        return new UserInfo.Dates(
                joinedAt.equals(rules.readAt()) ? here.dates().joinedAt() : joinedAt.truncatedTo(ChronoUnit.MICROS),
                micros(old.dates().lastLoginAt()),
                micros(old.dates().termsAcceptedAt()),
                admittedAt(claims));
    }

    private @Nullable Instant admittedAt(List<IdentifierAssignment> claims) {
        Instant since = new Admission(old).since(claims);
        Instant before = here.dates().admittedAt();
        return since == null || before == null ? micros(since) : before;
    }

    private RowTimes times() {
        Instant modifiedAt = old.times().modifiedAt();
        return new RowTimes(
                here.times().createdAt(),
                modifiedAt.equals(rules.readAt())
                        ? here.times().modifiedAt()
                        : modifiedAt.truncatedTo(ChronoUnit.MICROS),
                micros(old.times().deletedAt()),
                old.times().deletedByCascade());
    }

    private boolean isSame(NewUser next) {
        return !changesSignIn(here, next)
                && here.status().equals(next.status())
                && here.dates().equals(next.dates())
                && here.settings().equals(next.settings());
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
