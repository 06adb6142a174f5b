package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.internal.identifier.PhoneCountry;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many messages the whole host sends, beside the limits of each recipient and client: text messages in a day
 * ({@link RateLimit#SMS_SPEND}) and to numbers alike, e-mails in an hour, and which countries get text messages. Half
 * of each budget is kept for proven owners, a quarter for their devices and sessions, and a quarter for owners who show
 * neither, so that neither strangers nor people with accounts of their own silence others. The client is not told, so
 * that a fraudster learns no limit and the answer does not reveal an account; for the same reason each request costs
 * the same work, for any recipient and whatever is left.
 */
public final class SendLimiter {

    private static final int LAST_DIGITS = 4;
    private static final ThrottlePermit ALWAYS_FULL = ThrottlePermit.of("sends_full", 1, Duration.ofDays(36_500));
    private static final String NONE = "decoy:";

    private final RateLimitPermits permits;
    private final ThrottleCounters counters;
    private final FailureRecorder failures;

    SendLimiter(RateLimitPermits permits, ThrottleCounters counters, FailureRecorder failures) {
        this.permits = permits;
        this.counters = counters;
        this.failures = failures;
    }

    /** Takes the permits of one message, before it is sent. */
    public boolean admits(Identifier recipient, Asker asker, Instant now) {
        return hasRoom(recipient, asker, now) && asker != Asker.NOBODY;
    }

    /** As {@link #admits}; for {@link Asker#NOBODY} it tells whether a message to a proven owner would leave. */
    public boolean hasRoom(Identifier recipient, Asker asker, Instant now) {
        if (!mayReach(recipient)) {
            return false;
        }
        List<Limit> limits = limits(recipient);
        return limits.isEmpty() || hasRoom(limits, asker, now);
    }

    private boolean hasRoom(List<Limit> limits, Asker asker, Instant now) {
        List<Part> parts = asker == Asker.NOBODY ? Part.OF_NOBODY : Part.OF_SOMEBODY;
        List<ThrottlePermit> wanted = new ArrayList<>();
        for (Part part : parts) {
            limits.forEach(limit -> wanted.add(permit(limit, part, part.counts(asker))));
        }
        if (asker == Asker.NOBODY) {
            wanted.add(ALWAYS_FULL); // all or none: whatever there is room for, none is taken
        }
        PermitResult admission = counters.admit(wanted, null, now);
        matchStoreWork(admission.isGranted(), limits, now);
        boolean hasRoom = admission.isGranted() || ALWAYS_FULL.equals(admission.full());
        if (!hasRoom) {
            int full = Math.max(0, wanted.indexOf(admission.full()));
            alarm(limits.get(full % limits.size()), parts.get(full / limits.size()), now);
        }
        return hasRoom;
    }

    /** Country rules are the same for all numbers of a country. */
    private boolean mayReach(Identifier recipient) {
        return recipient.kind() != IdentifierKind.PHONE
                || permits.settings()
                        .sends()
                        .allows(PhoneCountry.of(recipient.value()).orElse(null));
    }

    private List<Limit> limits(Identifier recipient) {
        List<Limit> limits = new ArrayList<>();
        if (recipient.kind() == IdentifierKind.PHONE) {
            String number = recipient.value();
            limit(RateLimit.SMS_PREFIX, number.substring(0, Math.max(1, number.length() - LAST_DIGITS)))
                    .ifPresent(limits::add);
            limit(RateLimit.SMS_SPEND, "").ifPresent(limits::add);
        } else {
            limit(RateLimit.EMAIL_SPEND, "").ifPresent(limits::add);
        }
        return limits;
    }

    private Optional<Limit> limit(RateLimit throttle, String key) {
        return permits.settings().rate(throttle).map(rate -> new Limit(throttle, rate, key));
    }

    private ThrottlePermit permit(Limit limit, Part part, boolean counted) {
        String bucket = permits.bucket(limit.throttle().name(), (counted ? "" : NONE) + part.prefix + limit.key());
        int most = counted ? part.of(limit.rate().limit()) : Integer.MAX_VALUE;
        return ThrottlePermit.of(bucket, most, limit.rate().window());
    }

    /** Sends the store what the other outcome would have sent, so that a grant and a refusal take the same time. */
    private void matchStoreWork(boolean granted, List<Limit> limits, Instant now) {
        List<ThrottlePermit> other = granted
                ? List.of(ALWAYS_FULL)
                : limits.stream().map(limit -> permit(limit, Part.ALL, false)).toList();
        counters.admit(other, null, now);
    }

    private void alarm(Limit limit, Part part, Instant now) {
        failures.tellAlarm(counters, limit.throttle(), part.told, now);
    }

    /** For whom a message is asked for. */
    public enum Asker {
        /**
         * No message would be sent. Checks the owner's budget without taking a permit, so that unknown recipients cost
         * the same work.
         */
        NOBODY,
        /** An unproven address or number, for any client. */
        STRANGER,
        /** Its proven owner, asked for by any client that knows it. */
        OWNER,
        /** Its proven owner, asked for from one of the owner's devices or sessions. */
        DEVICE;

        /** The client that asks for a message to an address or number that may get one. */
        public static Asker of(boolean proven, ClientRecognition recognition) {
            if (!proven) {
                return STRANGER;
            }
            return recognition.device().isPresent() ? DEVICE : OWNER;
        }
    }

    /** The parts of a budget, from the narrowest to the whole. */
    private enum Part {
        /** What leaves for unproven addresses and numbers: half. */
        UNPROVEN("unproven:", 2, "STRANGERS"),
        /** What leaves for clients that are no device of the owner: three quarters. */
        UNKNOWN("unknown:", 3, "STRANGERS"),
        /** What leaves for unproven addresses and for devices and sessions: three quarters. */
        DEVICES("devices:", 3, "DEVICES"),
        /** All. */
        ALL("", 4, null);

        private static final List<Part> OF_SOMEBODY = List.of(values());
        /** One fewer, which evens out what is added to take none. */
        private static final List<Part> OF_NOBODY = List.of(UNPROVEN, UNKNOWN, ALL);

        private static final int QUARTERS = 4;

        private final String prefix;
        private final int quarters;
        private final @Nullable String told;

        Part(String prefix, int quarters, @Nullable String told) {
            this.prefix = prefix;
            this.quarters = quarters;
            this.told = told;
        }

        boolean counts(Asker asker) {
            return switch (asker) {
                case STRANGER -> true;
                case NOBODY, OWNER -> this == UNKNOWN || this == ALL;
                case DEVICE -> this == DEVICES || this == ALL;
            };
        }

        int of(int limit) {
            long share = (long) limit * quarters;
            long rounded = this == DEVICES ? (share + QUARTERS - 1) / QUARTERS : share / QUARTERS;
            return (int) Math.max(1, rounded);
        }
    }

    private record Limit(RateLimit throttle, Rate rate, String key) {}
}
