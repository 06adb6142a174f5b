package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ProgressiveDelay;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.PermitResult;
import dev.lockstile.auth.throttle.Rate;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The named rates at work. Buckets are keyed digests of what they count, so that the table of counters names nobody.
 */
public final class RequestLimiter {

    private static final int LONGEST_NAME = 20;
    private static final int STRICTER = 4;
    private static final int ALL_DEVICES = 2;
    private static final String DEVICES = "devices:";
    private static final Set<RateLimit> ATTEMPTS =
            EnumSet.of(RateLimit.LOGIN_IP, RateLimit.OTP_VERIFY_IP, RateLimit.LOGIN_FAILURE_IP);

    private final ThrottleSettings settings;
    private final ThrottleCounters counters;
    private final Digests.Use digests;
    private final Duration codeCooldown;
    private final AttackState attack = new AttackState();

    /** @param codeCooldown the first wait between two codes to one recipient */
    public RequestLimiter(
            ThrottleSettings settings, ThrottleCounters counters, Digests digests, Duration codeCooldown) {
        this.settings = settings;
        this.counters = new FailClosedCounters(counters);
        this.digests = digests.use("throttle");
        this.codeCooldown = codeCooldown;
    }

    public ThrottleSettings settings() {
        return settings;
    }

    public ThrottleCounters counters() {
        return counters;
    }

    AttackState attack() {
        return attack;
    }

    /**
     * Takes the places of a request, all or none.
     *
     * @param device by what the client's failures are counted, when it shows that it is the owner's; asked only when a
     *     place is not to be had, and then those of the device are taken. Nothing less is asked for: whatever else told
     *     owners from strangers here would tell strangers which names have owners
     * @return when to try again; empty when the request is granted
     */
    public Optional<Instant> refusal(Request request, Supplier<Optional<String>> device, Instant now) {
        PermitResult first = counters.admit(places(request, now), null, now);
        if (first.isGranted()) {
            return Optional.empty();
        }
        return device.get()
                .map(name -> counters.admit(ofDevice(request, places(request.by(name), now), now), null, now))
                .map(second -> Optional.ofNullable(second.retryAt()))
                .orElseGet(() -> Optional.ofNullable(first.retryAt()));
    }

    /**
     * The places of one device among those of all devices: an identifier has twice its rate for all of its devices
     * together, and a network its rate again for all devices on it, so that neither many sign-ins nor many accounts of
     * one person have more sent.
     */
    private List<ThrottlePermit> ofDevice(Request request, List<ThrottlePermit> own, Instant now) {
        List<ThrottlePermit> places = new ArrayList<>(own);
        RateLimit byAddress = request.byAddress();
        if (byAddress != null) {
            place(byAddress, DEVICES + ClientNetwork.of(request.address())).ifPresent(places::add);
        }
        for (RateLimit throttle : request.byIdentity()) {
            settings.rate(throttle)
                    .map(rate -> ThrottlePermit.of(
                            bucket(throttle.name(), DEVICES + request.identity()),
                            times(rate.limit(), ALL_DEVICES),
                            rate.window()))
                    .ifPresent(places::add);
        }
        return places;
    }

    /** The same where nobody is known. */
    public Optional<Instant> refusal(Request request, Instant now) {
        return refusal(request, Optional::empty, now);
    }

    /**
     * Takes the place of the client's network and then, in silence, that of the identifier: whoever asks is told of the
     * first alone.
     */
    public Outcome networkThenIdentifier(Request request, Supplier<Optional<String>> device, Instant now) {
        PermitResult first = counters.admit(addresses(request, now), quiet(request), now);
        if (first.isGranted() && hasRoom(request, first)) {
            return new Outcome(null, true);
        }
        Optional<Request> own = device.get().map(request::by);
        if (own.isPresent()) {
            PermitResult all = counters.admit(ofDevice(request, List.of(), now), quiet(own.get()), now);
            return new Outcome(null, all.isGranted() && hasRoom(own.get(), all));
        }
        return new Outcome(first.retryAt(), false);
    }

    /**
     * Takes all places of a request, or those of the client's network alone: whoever asks is told of the network's limit,
     * and a device of the owner's of its own, and nobody of the identifier's.
     */
    public Outcome allOrNetwork(Request request, Supplier<Optional<String>> device, Instant now) {
        if (counters.admit(places(request, now), null, now).isGranted()) {
            return new Outcome(null, true);
        }
        Optional<String> name = device.get();
        if (name.isPresent()) {
            PermitResult own = counters.admit(ofDevice(request, places(request.by(name.get()), now), now), null, now);
            return new Outcome(own.retryAt(), own.isGranted());
        }
        return new Outcome(counters.admit(addresses(request, now), null, now).retryAt(), false);
    }

    private boolean hasRoom(Request request, PermitResult admission) {
        return admission.guess() || quiet(request) == null;
    }

    /** Two within the cool-down are one. */
    private @Nullable ThrottlePermit quiet(Request request) {
        return place(request.byIdentity().get(0), request.identity())
                .map(place -> place.spaced(ProgressiveDelay.from(1, codeCooldown)))
                .orElse(null);
    }

    /** Takes the one place of a key in a window. */
    public boolean isFirst(String name, String key, Duration window, Instant now) {
        return counters.admit(List.of(ThrottlePermit.of(bucket(name, key), 1, window)), null, now)
                .isGranted();
    }

    /** The places of a request, the client's before the identifier's. */
    List<ThrottlePermit> places(Request request, Instant now) {
        List<ThrottlePermit> places = new ArrayList<>(addresses(request, now));
        for (RateLimit throttle : request.byIdentity()) {
            place(throttle, request.identity()).ifPresent(places::add);
        }
        return places;
    }

    private List<ThrottlePermit> addresses(Request request, Instant now) {
        RateLimit throttle = request.byAddress();
        return throttle == null ? List.of() : byAddress(throttle, request.address(), now);
    }

    /**
     * The places of a client, from the narrowest network. Who has no address shares half of them with all others who have
     * none; during an alarm there are a quarter of those for attempts. A password login takes none of the wide networks,
     * for which {@link AttackState} knows whether failures there have used them up.
     */
    List<ThrottlePermit> byAddress(RateLimit throttle, @Nullable String address, Instant now) {
        String network = ClientNetwork.of(address);
        int half = network.equals(ClientNetwork.UNKNOWN) ? 2 : 1;
        int quarter = ATTEMPTS.contains(throttle) && attack.isAlarmed(now) ? STRICTER : 1;
        List<ThrottlePermit> places = new ArrayList<>();
        place(throttle, network)
                .map(p -> ThrottlePermit.of(p.bucket(), Math.max(1, p.limit() / half / quarter), p.window()))
                .ifPresent(places::add);
        if (throttle != RateLimit.LOGIN_IP) {
            for (ClientNetwork.Wide wide : ClientNetwork.wide(address)) {
                place(throttle, wide.network())
                        .map(p -> ThrottlePermit.of(p.bucket(), times(p.limit() / quarter, wide.factor()), p.window()))
                        .ifPresent(places::add);
            }
        }
        return places;
    }

    private static int times(int limit, int factor) {
        return (int) Math.min(Integer.MAX_VALUE, (long) Math.max(1, limit) * factor);
    }

    /** A place among those of a key; empty when the rate is off. */
    Optional<ThrottlePermit> place(RateLimit throttle, String key) {
        return settings.rate(throttle).map(rate -> place(throttle, rate, key));
    }

    private ThrottlePermit place(RateLimit throttle, Rate rate, String key) {
        ThrottlePermit place = ThrottlePermit.of(bucket(throttle.name(), key), rate.limit(), rate.window());
        return throttle == RateLimit.OTP_REQUEST_IDENTITY ? place.spaced(cooldown()) : place;
    }

    private ProgressiveDelay cooldown() {
        Duration longest = settings.sends().longestCooldown();
        return longest.compareTo(codeCooldown) > 0
                ? ProgressiveDelay.doubling(1, codeCooldown, longest)
                : ProgressiveDelay.from(1, codeCooldown);
    }

    /** The bucket of that name for a key. */
    String bucket(String name, String key) {
        String short20 =
                name.substring(0, Math.min(LONGEST_NAME, name.length())).toLowerCase(Locale.ROOT);
        return short20 + ":" + digests.of(name, key);
    }

    /**
     * Places wanted.
     *
     * @param byAddress the rate of the client's address; null for none
     * @param byIdentity the rates of the identifier
     * @param identity what the identifier's places are counted by
     */
    public record Request(
            @Nullable RateLimit byAddress, @Nullable String address, List<RateLimit> byIdentity, String identity) {

        /** Nothing. */
        static final Request NONE = new Request(null, null, List.of(), "");

        public Request {
            byIdentity = List.copyOf(byIdentity);
        }

        /** One rate by address and one by identifier. */
        public static Request of(RateLimit byAddress, @Nullable String address, RateLimit byIdentity, String identity) {
            return new Request(byAddress, address, List.of(byIdentity), identity);
        }

        /** A attempt: the identifier's places are those of one network, so that nobody uses up another one's. */
        public static Request attempt(
                RateLimit byAddress, @Nullable String address, RateLimit byIdentity, String identity) {
            return of(byAddress, address, byIdentity, ClientNetwork.of(address) + "|" + identity);
        }

        /** The same for a device of the owner's, which has places of its own on every network. */
        Request by(String device) {
            return new Request(null, null, byIdentity, "device:" + device + ":" + identity);
        }

        /** What every code that is sent passes, whatever it is for; an address has been counted or is not known. */
        public static Request codeTo(Identifier recipient) {
            return codeTo(recipient, null, null);
        }

        /** The same with a rate of the client's address. */
        public static Request codeTo(Identifier recipient, @Nullable RateLimit byAddress, @Nullable String address) {
            return new Request(
                    byAddress,
                    address,
                    List.of(RateLimit.OTP_REQUEST_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY_DAY),
                    recipient.key());
        }

        /** What one person may have sent to one recipient to prove that it is theirs: nobody else can use it up. */
        public static Request changeBy(UserId asker, Identifier recipient) {
            return new Request(
                    null,
                    null,
                    List.of(RateLimit.OTP_REQUEST_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY_DAY),
                    "change:" + LoginAttemptLimiter.subject(asker) + ":" + recipient.key());
        }

        /** What all together may have sent to one recipient to prove that it is theirs. */
        public static Request changeTo(Identifier recipient) {
            return new Request(null, null, List.of(RateLimit.OTP_REQUEST_IDENTITY_DAY), "change:" + recipient.key());
        }

        /** A rate by address alone. */
        public static Request of(RateLimit byAddress, @Nullable String address) {
            return new Request(byAddress, address, List.of(), "");
        }
    }

    /**
     * How a request ended of which only the network's limit is told.
     *
     * @param retryAt when to try again; null unless the network has had its share
     * @param permitted false when the identifier has had its share
     */
    public record Outcome(@Nullable Instant retryAt, boolean permitted) {}
}
