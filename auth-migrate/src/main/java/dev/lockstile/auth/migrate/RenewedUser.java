package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.Standing;
import dev.lockstile.auth.model.UserDates;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.store.Claim;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user whom nobody has touched here, as the old row says now. Nobody loses an identifier to somebody else by it, and
 * where a second row of the person may have filled something in, what the first row does not have stays.
 */
record RenewedUser(NewUser here, UserDraft old, boolean mayBeFilled, Instant readAt) {

    /** The row as it is to be; null when nothing that is kept here differs. */
    @Nullable
    NewUser next(Settlement settlement, ImportOutcome password) {
        Standing standing = old.standing();
        NewUser next = new NewUser(
                claims(settlement.claims()),
                hash(password),
                new Standing(standing.active(), standing.staff(), standing.superuser(), micros(standing.deletedAt())),
                dates(),
                old.settings(),
                times());
        return isSame(next) ? null : next;
    }

    private List<Claim> claims(List<Claim> wanted) {
        List<Claim> next = new ArrayList<>();
        for (IdentifierKind kind : IdentifierKind.values()) {
            Claim claim = claim(of(here.claims(), kind), of(wanted, kind));
            if (claim != null) {
                next.add(claim);
            }
        }
        return next;
    }

    private @Nullable Claim claim(@Nullable Claim now, @Nullable Claim wanted) {
        if (now == null || wanted == null) {
            return wanted == null && mayBeFilled ? now : plain(wanted);
        }
        boolean wouldLose = old.isLive() && now.owned() && !wanted.owned();
        return wouldLose ? now : plain(wanted);
    }

    /** As a row holds it. */
    private static @Nullable Claim plain(@Nullable Claim claim) {
        if (claim == null) {
            return null;
        }
        boolean provable = claim.identifier().kind() != IdentifierKind.USERNAME;
        return new Claim(claim.identifier(), claim.owned(), provable ? micros(claim.verifiedAt()) : null);
    }

    private @Nullable Secret hash(ImportOutcome password) {
        boolean nothingThere =
                password.kind() == ImportOutcome.Kind.NO_PASSWORD || password.kind() == ImportOutcome.Kind.UNUSABLE;
        Secret kept = nothingThere && mayBeFilled ? here.passwordHash() : null;
        return password.toStore().map(Secret::of).orElse(kept);
    }

    /** What a row without a date was given is the time of its reading. */
    private UserDates dates() {
        Instant joinedAt = old.dates().joinedAt();
        return new UserDates(
                joinedAt.equals(readAt) ? here.dates().joinedAt() : joinedAt.truncatedTo(ChronoUnit.MICROS),
                micros(old.dates().lastLoginAt()),
                micros(old.dates().termsAcceptedAt()));
    }

    private RowTimes times() {
        Instant modifiedAt = old.times().modifiedAt();
        return new RowTimes(
                here.times().createdAt(),
                modifiedAt.equals(readAt) ? here.times().modifiedAt() : modifiedAt.truncatedTo(ChronoUnit.MICROS),
                micros(old.times().deletedAt()),
                old.times().deletedByCascade());
    }

    private boolean isSame(NewUser next) {
        return sameClaims(next)
                && Objects.equals(here.passwordHash(), next.passwordHash())
                && here.standing().equals(next.standing())
                && here.dates().equals(next.dates())
                && here.settings().equals(next.settings());
    }

    private boolean sameClaims(NewUser next) {
        for (IdentifierKind kind : IdentifierKind.values()) {
            Claim one = of(here.claims(), kind);
            Claim other = of(next.claims(), kind);
            if (one == null || other == null) {
                if (one != null || other != null) {
                    return false;
                }
            } else if (!isSame(one, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Claim one, Claim other) {
        return one.identifier().value().equals(other.identifier().value())
                && one.owned() == other.owned()
                && Objects.equals(one.verifiedAt(), other.verifiedAt());
    }

    private static @Nullable Claim of(List<Claim> claims, IdentifierKind kind) {
        return claims.stream()
                .filter(claim -> claim.identifier().kind() == kind)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
