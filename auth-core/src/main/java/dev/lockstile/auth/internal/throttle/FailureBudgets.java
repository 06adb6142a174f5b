package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.internal.throttle.LoginAttemptLimiter.Proof;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.ProgressiveDelay;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The budgets of failures in a row: per subject and proof one for strangers, one for the owner's known networks and one
 * for the owner's devices, which together stay below the ceiling.
 */
final class FailureBudgets {

    private final RequestLimiter throttles;
    private final IdentifierRules identifiers;

    FailureBudgets(RequestLimiter throttles, IdentifierRules identifiers) {
        this.throttles = throttles;
        this.identifiers = identifiers;
    }

    boolean areOff() {
        return throttles.settings().failures().isEmpty();
    }

    AttemptBudget of(LoginAttemptLimiter.Request request, Share share, ThrottleCounters counters) {
        String bucket = bucket(request.proof(), request.subject(), share);
        List<ThrottlePermit> places =
                limits().map(l -> place(bucket, l, share)).stream().toList();
        return budget(request, new Counted(bucket, places, null), share, counters);
    }

    /** A device has a budget of its own within that of all devices. */
    AttemptBudget ofDevice(LoginAttemptLimiter.Request request, String device, ThrottleCounters counters) {
        String own = deviceBucket(request.proof(), request.subject(), device);
        String all = bucket(request.proof(), request.subject(), Share.DEVICES);
        List<ThrottlePermit> places = limits().stream()
                .flatMap(l -> Stream.of(
                        new ThrottlePermit(own, l.perDevice(), l.memory(), ProgressiveDelay.NONE, true),
                        place(all, l, Share.DEVICES)))
                .toList();
        return budget(request, new Counted(own, places, device), Share.DEVICES, counters);
    }

    private AttemptBudget budget(
            LoginAttemptLimiter.Request request, Counted counted, Share share, ThrottleCounters counters) {
        String method = request.proof() == Proof.PASSWORD ? "password" : "code";
        ProgressiveDelay delay = limits().map(l -> delay(l, share)).orElse(ProgressiveDelay.NONE);
        String address = request.places().address();
        return new AttemptBudget(
                counters, counted.places(), counted.bucket(), delay, address, method, counted.device());
    }

    private Optional<FailureSettings> limits() {
        return throttles.settings().failures();
    }

    /**
     * All budgets of a person, in the order in which they are always locked. An address or number that the person has not
     * proven may be somebody else's, whose count is not this person's to set back.
     *
     * @param device whose own budgets are among them; null for none
     */
    List<String> bucketsOf(UserInfo user, @Nullable String device) {
        String me = LoginAttemptLimiter.subject(user.id());
        Stream<String> passwords = buckets(Proof.PASSWORD, me, device);
        Stream<String> codes = Stream.of(
                        keyOf(user.identifiers().email(), identifiers::email),
                        keyOf(user.identifiers().phone(), identifiers::phone),
                        Optional.of(me))
                .flatMap(Optional::stream)
                .flatMap(subject -> buckets(Proof.CODE, subject, device));
        return Stream.concat(passwords, codes).sorted().toList();
    }

    private Stream<String> buckets(Proof proof, String subject, @Nullable String device) {
        Stream<String> shared = Arrays.stream(Share.values())
                .filter(share -> share != Share.NOBODY)
                .map(share -> bucket(proof, subject, share));
        return device == null ? shared : Stream.concat(shared, Stream.of(deviceBucket(proof, subject, device)));
    }

    private static Optional<String> keyOf(IdentifierState handle, Function<String, Optional<Identifier>> form) {
        return Optional.ofNullable(handle.value())
                .filter(text -> handle.owned() && handle.isVerified())
                .flatMap(form)
                .map(Identifier::key);
    }

    private String bucket(Proof proof, String subject, Share share) {
        return throttles.permits().bucket("FAILURES_" + proof, share.prefix + subject);
    }

    private String deviceBucket(Proof proof, String subject, String device) {
        return throttles.permits().bucket("FAILURES_" + proof, "device:" + device + ":" + subject);
    }

    private static ProgressiveDelay delay(FailureSettings limits, Share share) {
        ProgressiveDelay ladder =
                ProgressiveDelay.doubling(limits.free(), Duration.ofSeconds(1), limits.longestDelay());
        return share == Share.STRANGERS ? ladder.then(limits.pauseAt(), limits.pause()) : ladder;
    }

    private static ThrottlePermit place(String bucket, FailureSettings limits, Share share) {
        ProgressiveDelay spacing = share == Share.STRANGERS
                ? ProgressiveDelay.from(limits.pauseAt(), limits.pause())
                : ProgressiveDelay.NONE;
        int limit = switch (share) {
            case STRANGERS -> limits.forStrangers();
            case NETWORKS, NOBODY -> limits.forKnownNetworks();
            case DEVICES -> limits.forTrustedDevices();
        };
        return new ThrottlePermit(bucket, limit, limits.memory(), spacing, true);
    }

    private record Counted(
            String bucket,
            List<ThrottlePermit> places,
            @Nullable String device) {}

    /** Whose part of the ceiling. */
    enum Share {
        /** Whoever is not known. */
        STRANGERS(""),
        /** Networks from which the owner signed in before. */
        NETWORKS("known:"),
        /** The owner's devices and live sessions. */
        DEVICES("devices:"),
        /** Counted where {@link #NETWORKS} does not apply, so that the work is the same; read by nobody. */
        NOBODY("nobody:");

        private final String prefix;

        Share(String prefix) {
            this.prefix = prefix;
        }
    }
}
