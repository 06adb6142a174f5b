package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.internal.throttle.AttemptRequest.Proof;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
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
 * Limits the failed sign-ins in a row of an account, beyond which the account is paused ({@link FailureSettings}): per
 * subject and proof one budget for strangers, one for the owner's known networks and one for the owner's devices, which
 * together stay below the ceiling.
 */
final class FailureLimits {

    private final RateLimitPermits permits;
    private final IdentifierRules identifiers;

    FailureLimits(RateLimitPermits permits, IdentifierRules identifiers) {
        this.permits = permits;
        this.identifiers = identifiers;
    }

    boolean areOff() {
        return permits.settings().failures().isEmpty();
    }

    AttemptQuota of(AttemptRequest request, Share share, ThrottleCounters counters) {
        String bucket = bucket(request.proof(), request.subject(), share);
        List<ThrottlePermit> wanted =
                limits().map(l -> permit(bucket, l, share)).stream().toList();
        return quota(request, new Counted(bucket, wanted, null), share, counters);
    }

    /** A device has a budget of its own within that of all devices. */
    AttemptQuota ofDevice(AttemptRequest request, String device, ThrottleCounters counters) {
        String own = deviceBucket(request.proof(), request.subject(), device);
        String all = bucket(request.proof(), request.subject(), Share.DEVICES);
        List<ThrottlePermit> wanted = limits().stream()
                .flatMap(l -> Stream.of(
                        new ThrottlePermit(own, l.perDevice(), l.memory(), ProgressiveDelay.NONE, true),
                        permit(all, l, Share.DEVICES)))
                .toList();
        return quota(request, new Counted(own, wanted, device), Share.DEVICES, counters);
    }

    private AttemptQuota quota(AttemptRequest request, Counted counted, Share share, ThrottleCounters counters) {
        String method = request.proof() == Proof.PASSWORD ? "password" : "code";
        ProgressiveDelay delay = limits().map(l -> delay(l, share)).orElse(ProgressiveDelay.NONE);
        String address = request.permits().address();
        return new AttemptQuota(counters, counted.wanted(), counted.bucket(), delay, address, method, counted.device());
    }

    private Optional<FailureSettings> limits() {
        return permits.settings().failures();
    }

    /**
     * All budgets of a person. An address or number that the person has
     * not proven may be another person's, whose count is not this person's to set back.
     *
     * @param device whose own budgets are among them; null for none
     */
    Stream<String> bucketsOf(UserInfo user, @Nullable String device) {
        String me = AttemptRequest.subject(user.id());
        Stream<String> passwords = buckets(Proof.PASSWORD, me, device);
        Stream<String> codes = Stream.of(
                        keyOf(user, IdentifierKind.EMAIL, identifiers::email),
                        keyOf(user, IdentifierKind.PHONE, identifiers::phone),
                        Optional.of(me))
                .flatMap(Optional::stream)
                .flatMap(subject -> buckets(Proof.CODE, subject, device));
        return Stream.concat(passwords, codes);
    }

    private Stream<String> buckets(Proof proof, String subject, @Nullable String device) {
        Stream<String> shared = Arrays.stream(Share.values())
                .filter(share -> share != Share.NOBODY)
                .map(share -> bucket(proof, subject, share));
        return device == null ? shared : Stream.concat(shared, Stream.of(deviceBucket(proof, subject, device)));
    }

    private static Optional<String> keyOf(
            UserInfo user, IdentifierKind kind, Function<String, Optional<Identifier>> form) {
        return Optional.ofNullable(user.identifiers().of(kind).value())
                .filter(text -> UnprovenIdentifiers.isProven(user, kind))
                .flatMap(form)
                .map(Identifier::key);
    }

    private String bucket(Proof proof, String subject, Share share) {
        return permits.bucket("FAILURES_" + proof, share.prefix + subject);
    }

    private String deviceBucket(Proof proof, String subject, String device) {
        return permits.bucket("FAILURES_" + proof, "device:" + device + ":" + subject);
    }

    private static ProgressiveDelay delay(FailureSettings limits, Share share) {
        ProgressiveDelay ladder =
                ProgressiveDelay.doubling(limits.free(), Duration.ofSeconds(1), limits.longestDelay());
        return share == Share.STRANGERS ? ladder.then(limits.pauseAt(), limits.pause()) : ladder;
    }

    private static ThrottlePermit permit(String bucket, FailureSettings limits, Share share) {
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
            List<ThrottlePermit> wanted,
            @Nullable String device) {}

    /** Whose part of the ceiling. */
    enum Share {
        /** An unknown client. */
        STRANGERS(""),
        /** Networks from which the owner signed in before. */
        NETWORKS("known:"),
        /** The owner's devices and live sessions. */
        DEVICES("devices:"),
        /** Counted where {@link #NETWORKS} does not apply, so that the work is the same; never read. */
        NOBODY("nobody:");

        private final String prefix;

        Share(String prefix) {
            this.prefix = prefix;
        }
    }
}
