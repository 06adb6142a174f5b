package dev.lockstile.auth.http.settings;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the endpoints. Each {@code with} method returns a copy with one setting changed.
 *
 * @param naming names of fields, and the shape of answers
 * @param address determines the client address
 * @param loginRedirectUrl where a web client goes after a login; copied to the answer
 * @param fallback language of answers to clients that accept none of English, Spanish and Portuguese
 * @param clock the clock that {@code Auth} has
 * @param correlationIds generates the id of a failure, which is in the answer and in the log
 * @param browsers allowed origins and cookies
 * @param pictures stores profile pictures; null turns them off
 * @param absent groups of endpoints that are not served
 */
public record HttpSettings(
        JsonNaming naming,
        ClientAddress address,
        String loginRedirectUrl,
        Locale fallback,
        Clock clock,
        Supplier<String> correlationIds,
        Browsers browsers,
        @Nullable BlobStore pictures,
        Set<EndpointGroup> absent) {

    /** @throws NullPointerException when a part is missing */
    public HttpSettings {
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(loginRedirectUrl, "loginRedirectUrl");
        Objects.requireNonNull(fallback, "fallback");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(correlationIds, "correlationIds");
        Objects.requireNonNull(browsers, "browsers");
        absent = Set.copyOf(absent);
    }

    /** {@linkplain JsonNaming#CLEAN Clean} names, the connection's address, {@code /home}, English, the system's clock. */
    public static HttpSettings defaults() {
        return new HttpSettings(
                JsonNaming.CLEAN,
                ClientAddress.ofConnection(),
                "/home",
                Locale.ENGLISH,
                Clock.systemUTC(),
                HttpSettings::correlationId,
                Browsers.STRICT,
                null,
                Set.of());
    }

    /** The inherited contract with fields in camel case, in requests and answers. */
    public HttpSettings withCamelCase() {
        return withNaming(JsonNaming.CAMEL_CASE);
    }

    /** The inherited contract with fields in snake case, for clients that were written for the Python library. */
    public HttpSettings withSnakeCase() {
        return withNaming(JsonNaming.SNAKE_CASE);
    }

    /** Other names of fields, and the shape of answers that goes with them. */
    public HttpSettings withNaming(JsonNaming newNaming) {
        return new HttpSettings(
                newNaming, address, loginRedirectUrl, fallback, clock, correlationIds, browsers, pictures, absent);
    }

    /** Determines the client address in another way, such as {@link TrustedProxies}. */
    public HttpSettings withClientAddress(ClientAddress newAddress) {
        return new HttpSettings(
                naming, newAddress, loginRedirectUrl, fallback, clock, correlationIds, browsers, pictures, absent);
    }

    /** Another address for web clients after a login. */
    public HttpSettings withLoginRedirectUrl(String newUrl) {
        return new HttpSettings(naming, address, newUrl, fallback, clock, correlationIds, browsers, pictures, absent);
    }

    /** Another language for clients that accept none of the available ones. */
    public HttpSettings withFallbackLanguage(Locale newFallback) {
        return new HttpSettings(
                naming, address, loginRedirectUrl, newFallback, clock, correlationIds, browsers, pictures, absent);
    }

    /** Another clock; the one that {@code Auth} has. */
    public HttpSettings withClock(Clock newClock) {
        return new HttpSettings(
                naming, address, loginRedirectUrl, fallback, newClock, correlationIds, browsers, pictures, absent);
    }

    /** Ids of failures from the host, for instance those of its request tracing. */
    public HttpSettings withCorrelationIds(Supplier<String> newIds) {
        return new HttpSettings(naming, address, loginRedirectUrl, fallback, clock, newIds, browsers, pictures, absent);
    }

    /** Stores profile pictures, for instance as {@link BlobStore#files files}. */
    public HttpSettings withPictures(BlobStore store) {
        return new HttpSettings(
                naming, address, loginRedirectUrl, fallback, clock, correlationIds, browsers, store, absent);
    }

    /**
     * Leaves these endpoints out: requests get 404 {@code not_found}, and the description of the endpoints does not name
     * them. The services behind them can still be called from Java.
     */
    public HttpSettings without(EndpointGroup first, EndpointGroup... more) {
        EnumSet<EndpointGroup> all = EnumSet.of(first, more);
        all.addAll(absent);
        return new HttpSettings(
                naming, address, loginRedirectUrl, fallback, clock, correlationIds, browsers, pictures, all);
    }

    /** True for endpoints that were left out. */
    public boolean isWithout(EndpointGroup group) {
        return absent.contains(group);
    }

    /** True when people can register: registration asks for a password, so it is absent without those as well. */
    public boolean offersSignUp() {
        return !isWithout(EndpointGroup.SIGN_UP) && !isWithout(EndpointGroup.PASSWORDS);
    }

    /**
     * Lets scripts of these origins read answers. Each is one exact origin, such as
     * {@code https://app.example.com}; there is no wildcard.
     */
    public HttpSettings allowOrigins(Set<String> origins) {
        return with(new Browsers(origins, browsers.cookies()));
    }

    /**
     * Lets browsers keep their tokens in cookies ({@code HttpOnly}, {@code Secure}, {@code SameSite=Strict}) when they ask
     * for it with the header {@code X-Token-Transport: cookie} at the login.
     */
    public HttpSettings allowCookies() {
        return with(new Browsers(browsers.origins(), true));
    }

    /** The origins whose scripts may read answers. */
    public Set<String> origins() {
        return browsers.origins();
    }

    /** Whether tokens may travel in cookies. */
    public boolean cookies() {
        return browsers.cookies();
    }

    private HttpSettings with(Browsers newBrowsers) {
        return new HttpSettings(
                naming, address, loginRedirectUrl, fallback, clock, correlationIds, newBrowsers, pictures, absent);
    }

    /** What browsers may do beyond requests of the same origin. */
    public record Browsers(Set<String> origins, boolean cookies) {

        private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

        /** Nothing. */
        public static final Browsers STRICT = new Browsers(Set.of(), false);

        /** @throws IllegalArgumentException for what is no origin */
        public Browsers {
            origins = Set.copyOf(origins);
            for (String origin : origins) {
                if (!ORIGIN.matcher(origin).matches()) {
                    throw new IllegalArgumentException("no origin, such as https://app.example.com: " + origin);
                }
            }
        }
    }

    /** It only has to be rare: it opens nothing and proves nothing, so it needs no secure source. */
    private static String correlationId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }
}
