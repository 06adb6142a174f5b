package dev.lockstile.auth.http.settings;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the endpoints. Each {@code with} method returns a copy with one setting changed.
 *
 * @param naming names of fields, and the shape of answers
 * @param address determines the client address
 * @param loginRedirectUrl where a web client goes after a login; copied to the answer
 * @param fallback language of answers to clients that accept none of English, Spanish, Portuguese, German and French
 * @param clock the clock that {@code Auth} has
 * @param correlationIds generates the {@linkplain RequestId id of a request}, which is in its answer and in the log
 * @param browsers allowed origins and cookies
 * @param pictures stores profile pictures; null turns them off
 * @param absent groups of endpoints that are not served
 * @param unknownAllowed whether a body may have members that its endpoint does not know; null where the naming says so
 * @param extra endpoints that are served only where the host asks for them
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
        Set<EndpointGroup> absent,
        @Nullable Boolean unknownAllowed,
        ExtraEndpoints extra) {

    /**
     * Checks the values.
     *
     * @param naming names of fields
     * @param address determines the client address
     * @param loginRedirectUrl where a web client goes after a login
     * @param fallback language of answers to clients that accept none of those there are
     * @param clock the clock that {@code Auth} has
     * @param correlationIds generates the id of a request
     * @param browsers allowed origins and cookies
     * @param pictures stores profile pictures; null turns them off
     * @param absent groups of endpoints that are not served
     * @param unknownAllowed whether a body may have members that its endpoint does not know
     * @param extra endpoints that are served only where the host asks for them
     * @throws NullPointerException when a part is missing
     */
    public HttpSettings {
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(loginRedirectUrl, "loginRedirectUrl");
        Objects.requireNonNull(fallback, "fallback");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(correlationIds, "correlationIds");
        Objects.requireNonNull(browsers, "browsers");
        absent = Set.copyOf(absent);
        Objects.requireNonNull(extra, "extra");
    }

    /**
     * {@return settings with {@linkplain JsonNaming#CLEAN clean} names, the connection's address, {@code /home},
     * English and the system's clock}
     */
    public static HttpSettings defaults() {
        return new HttpSettings(
                JsonNaming.CLEAN,
                ClientAddress.ofConnection(),
                "/home",
                Locale.ENGLISH,
                Clock.systemUTC(),
                CorrelationIds.RANDOM,
                Browsers.STRICT,
                null,
                Set.of(),
                null,
                ExtraEndpoints.NONE);
    }

    /** {@return a copy with the inherited contract, its fields in camel case, in requests and answers} */
    public HttpSettings withCamelCase() {
        return withNaming(JsonNaming.CAMEL_CASE);
    }

    /**
     * {@return a copy with the inherited contract, its fields in snake case, for clients that were written for the
     * Python library}
     */
    public HttpSettings withSnakeCase() {
        return withNaming(JsonNaming.SNAKE_CASE);
    }

    /**
     * {@return a copy with other names of fields, and the shape of answers that goes with them}
     *
     * @param newNaming for requests and answers
     */
    public HttpSettings withNaming(JsonNaming newNaming) {
        return copy(parts -> parts.naming = newNaming);
    }

    /**
     * {@return a copy with another way to determine the client address}
     *
     * @param newAddress such as {@link TrustedProxies}
     */
    public HttpSettings withClientAddress(ClientAddress newAddress) {
        return copy(parts -> parts.address = newAddress);
    }

    /**
     * {@return a copy with another address for web clients after a login}
     *
     * @param newUrl copied to the answer
     */
    public HttpSettings withLoginRedirectUrl(String newUrl) {
        return copy(parts -> parts.loginRedirectUrl = newUrl);
    }

    /**
     * {@return a copy with another language for clients that accept none of the available ones}
     *
     * @param newFallback English, Spanish, Portuguese, German or French; any other counts as English
     */
    public HttpSettings withFallbackLanguage(Locale newFallback) {
        return copy(parts -> parts.fallback = newFallback);
    }

    /**
     * {@return a copy with another clock}
     *
     * @param newClock the one that {@code Auth} has
     */
    public HttpSettings withClock(Clock newClock) {
        return copy(parts -> parts.clock = newClock);
    }

    /**
     * {@return a copy with ids of requests from the host, for instance those of its tracing} A client's are then
     * ignored.
     *
     * @param newIds asked once per request, on its thread; an id is in the header {@value RequestId#HEADER} of the answer
     *     and in the log: 1 to 200 characters of printable ASCII. A random one stands in the place of anything else, and
     *     of an exception
     */
    public HttpSettings withCorrelationIds(Supplier<String> newIds) {
        return copy(parts -> parts.correlationIds = newIds);
    }

    /**
     * {@return a copy with profile pictures}
     *
     * @param store keeps them, for instance as {@link BlobStore#files files}
     */
    public HttpSettings withPictures(BlobStore store) {
        return copy(parts -> parts.pictures = store);
    }

    /**
     * {@return a copy without these endpoints: requests get 404 {@code not_found}, and the description of the
     * endpoints does not name them} The services behind them can still be called from Java.
     *
     * @param first a group to leave out
     * @param more further ones
     */
    public HttpSettings without(EndpointGroup first, EndpointGroup... more) {
        EnumSet<EndpointGroup> all = EnumSet.of(first, more);
        all.addAll(absent);
        return copy(parts -> parts.absent = all);
    }

    /**
     * {@return a copy that ignores members of a body that its endpoint does not know, as with the names of the
     * inherited contract} Clients that are newer than the server go on; a mistyped optional member is dropped in
     * silence.
     */
    public HttpSettings allowUnknownMembers() {
        return withUnknown(true);
    }

    /**
     * {@return a copy that refuses a body with members that its endpoint does not know, as with clean names} The
     * answer names them.
     */
    public HttpSettings refuseUnknownMembers() {
        return withUnknown(false);
    }

    /**
     * {@return a copy with endpoints by which signed-in callers ask for codes of these purposes and verify them}
     *
     * @param purposes as the host declared them; replace those of an earlier call
     */
    public HttpSettings offerPurposes(String... purposes) {
        return copy(parts -> parts.extra = new ExtraEndpoints(Set.of(purposes), extra.fastApiUsers()));
    }

    /**
     * {@return a copy with the endpoints of fastapi-users in place of those of this library} Their paths, bodies and
     * codes are those of its clients, the flows are ours. The servlet is mapped to {@code /auth/*} and
     * {@code /users/*}; a second servlet at another path may serve the endpoints of this library beside them.
     */
    public HttpSettings fastApiUsers() {
        return copy(parts -> {
            parts.naming = JsonNaming.SNAKE_CASE;
            parts.unknownAllowed = true;
            parts.extra = new ExtraEndpoints(extra.purposes(), true);
        });
    }

    private HttpSettings withUnknown(boolean allowed) {
        return copy(parts -> parts.unknownAllowed = allowed);
    }

    /** {@return whether a body with members that its endpoint does not know is refused} */
    public boolean refusesUnknownMembers() {
        return unknownAllowed == null ? naming == JsonNaming.CLEAN : !unknownAllowed;
    }

    /**
     * {@return true for endpoints that were left out}
     *
     * @param group which one
     */
    public boolean isWithout(EndpointGroup group) {
        return absent.contains(group);
    }

    /**
     * {@return true when people can register: registration asks for a password, so it is absent without those as well}
     */
    public boolean offersSignUp() {
        return !isWithout(EndpointGroup.SIGN_UP) && !isWithout(EndpointGroup.PASSWORDS);
    }

    /**
     * {@return a copy that lets scripts of these origins read answers} There is no wildcard.
     *
     * @param origins each one exact origin, such as {@code https://app.example.com}
     */
    public HttpSettings allowOrigins(Set<String> origins) {
        return with(new Browsers(origins, browsers.cookies(), browsers.headers()));
    }

    /**
     * {@return a copy that lets scripts of those origins send these headers, in place of {@link Browsers#TRACING}}
     * The headers that the endpoints read are allowed in any case.
     *
     * @param headers names such as {@code X-Tenant}; there is no wildcard
     */
    public HttpSettings allowRequestHeaders(Set<String> headers) {
        return with(new Browsers(browsers.origins(), browsers.cookies(), headers));
    }

    /**
     * {@return a copy that lets browsers keep their tokens in cookies ({@code HttpOnly}, {@code Secure}, {@code
     * SameSite=Strict}) when they ask for it with the header {@code X-Token-Transport: cookie} at the login}
     */
    public HttpSettings allowCookies() {
        return with(new Browsers(browsers.origins(), true, browsers.headers()));
    }

    /** {@return the origins whose scripts may read answers} */
    public Set<String> origins() {
        return browsers.origins();
    }

    /** {@return whether tokens may travel in cookies} */
    public boolean cookies() {
        return browsers.cookies();
    }

    private HttpSettings with(Browsers newBrowsers) {
        return copy(parts -> parts.browsers = newBrowsers);
    }

    private HttpSettings copy(Consumer<HttpSettingsParts> change) {
        HttpSettingsParts parts = new HttpSettingsParts(this);
        change.accept(parts);
        return parts.settings();
    }

    /**
     * What browsers may do beyond requests of the same origin.
     *
     * @param origins whose scripts may read answers: each one exact origin
     * @param cookies whether tokens may travel in cookies
     * @param headers that scripts of those origins may send beside those of the endpoints
     */
    public record Browsers(Set<String> origins, boolean cookies, Set<String> headers) {

        /** What tracing and common HTTP clients send (W3C Trace Context and Baggage, Sentry, B3, Datadog). */
        public static final Set<String> TRACING = BrowserRules.TRACING;

        /** No origin and no cookie. */
        public static final Browsers STRICT = new Browsers(Set.of(), false);

        /**
         * With the headers of tracing.
         *
         * @param origins whose scripts may read answers: each one exact origin
         * @param cookies whether tokens may travel in cookies
         */
        public Browsers(Set<String> origins, boolean cookies) {
            this(origins, cookies, TRACING);
        }

        /**
         * Checks the values.
         *
         * @param origins whose scripts may read answers: each one exact origin
         * @param cookies whether tokens may travel in cookies
         * @param headers that scripts of those origins may send beside those of the endpoints
         * @throws IllegalArgumentException for what is no origin or no name of a header
         */
        public Browsers {
            origins = Set.copyOf(origins);
            headers = Set.copyOf(headers);
            BrowserRules.check(origins, headers);
        }
    }
}
