package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.internal.throttle.GuessDoor.Proof;
import dev.lockstile.auth.model.Handle;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.Place;
import dev.lockstile.auth.store.Spacing;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The budgets of failures in a row: per subject and proof one for strangers and one for the owner's known places, which
 * together stay below the ceiling.
 */
final class FailureBudgets {

    private final Throttles throttles;
    private final IdentifierRules identifiers;

    FailureBudgets(Throttles throttles, IdentifierRules identifiers) {
        this.throttles = throttles;
        this.identifiers = identifiers;
    }

    boolean areOff() {
        return throttles.settings().failures().isEmpty();
    }

    Budget of(GuessDoor.Wish wish, boolean known, ThrottleCounters counters) {
        String bucket = bucket(wish.proof(), wish.subject(), known);
        String method = wish.proof() == Proof.PASSWORD ? "password" : "code";
        Optional<FailureSettings> limits = throttles.settings().failures();
        return new Budget(
                counters,
                limits.map(l -> place(bucket, l, known)).orElse(null),
                bucket,
                limits.map(l -> delay(l, known)).orElse(Spacing.NONE),
                wish.places().address(),
                method);
    }

    /**
     * All budgets of a person, in the order in which they are always locked. An address or number that the person has not
     * proven may be somebody else's, whose count is not this person's to set back.
     */
    List<String> bucketsOf(UserInfo user) {
        String me = GuessDoor.subject(user.id());
        Stream<String> passwords = Stream.of(bucket(Proof.PASSWORD, me, false), bucket(Proof.PASSWORD, me, true));
        Stream<String> codes = Stream.of(
                        keyOf(user.handles().email(), identifiers::email),
                        keyOf(user.handles().phone(), identifiers::phone),
                        Optional.of(me))
                .flatMap(Optional::stream)
                .flatMap(subject -> Stream.of(bucket(Proof.CODE, subject, false), bucket(Proof.CODE, subject, true)));
        return Stream.concat(passwords, codes).sorted().toList();
    }

    private static Optional<String> keyOf(Handle handle, Function<String, Optional<Identifier>> form) {
        return Optional.ofNullable(handle.value())
                .filter(text -> handle.owned() && handle.isVerified())
                .flatMap(form)
                .map(Identifier::key);
    }

    private String bucket(Proof proof, String subject, boolean known) {
        return throttles.bucket("FAILURES_" + proof, known ? "known:" + subject : subject);
    }

    private static Spacing delay(FailureSettings limits, boolean known) {
        Spacing ladder = Spacing.doubling(limits.free(), Duration.ofSeconds(1), limits.longestDelay());
        return known ? ladder : ladder.then(limits.pauseAt(), limits.pause());
    }

    private static Place place(String bucket, FailureSettings limits, boolean known) {
        Spacing spacing = known ? Spacing.NONE : Spacing.from(limits.pauseAt(), limits.pause());
        int limit = known ? limits.forKnownPlaces() : limits.forStrangers();
        return new Place(bucket, limit, limits.memory(), spacing, true);
    }
}
