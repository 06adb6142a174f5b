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
 * @param naming names of fields, and the structure of answers
 * @param address determines the client address
 * @param loginRedirectUrl target of a web client after a sign-in; copied to the answer
 * @param fallback language of answers to clients that accept none of English, Spanish, Portuguese, German and French
 * @param clock the clock of {@code Auth}
 * @param correlationIds generates the {@linkplain RequestId id of a request}, which is added to its answer and to
 *     log lines
 * @param browsers allowed origins and cookies
 * @param pictures stores profile pictures; null to switch them off
 * @param absent groups of endpoints that are not served
 * @param unknownAllowed whether a body may have unknown members; null for the default of the naming
 * @param extra endpoints that are only served when the host switches them on
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
     * @param loginRedirectUrl target of a web client after a sign-in
     * @param fallback language of answers to clients that accept none of the available ones
     * @param clock the clock of {@code Auth}
     * @param correlationIds generates the id of a request
     * @param browsers allowed origins and cookies
     * @param pictures stores profile pictures; null to switch them off
     * @param absent groups of endpoints that are not served
     * @param unknownAllowed whether a body may have unknown members
     * @param extra endpoints that are only served when the host switches them on
     * @throws NullPointerException when a required value is null
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

    /** {@return a copy with the contract of the Python library, with fields in camel case in requests and answers} */
    public HttpSettings withCamelCase() {
        return withNaming(JsonNaming.CAMEL_CASE);
    }

    /**
     * {@return a copy with the contract of the Python library, with fields in snake case, for clients that were written
     * for it}
     */
    public HttpSettings withSnakeCase() {
        return withNaming(JsonNaming.SNAKE_CASE);
    }

    /**
     * {@return a copy with other names of fields, and the structure of answers that belongs to them}
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
     * {@return a copy with another target of web clients after a sign-in}
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
     * @param newClock the clock of {@code Auth}
     */
    public HttpSettings withClock(Clock newClock) {
        return copy(parts -> parts.clock = newClock);
    }

    /**
     * {@return a copy with request ids from the host, for instance those of its tracing} Ids from clients are then
     * ignored.
     *
     * @param newIds called once per request, on its thread; returns 1 to 200 characters of printable ASCII, which
     *     are added to the header {@value RequestId#HEADER} of the answer and to log lines. Any other text, and an
     *     exception, is replaced by a random id
     */
    public HttpSettings withCorrelationIds(Supplier<String> newIds) {
        return copy(parts -> parts.correlationIds = newIds);
    }

    /**
     * {@return a copy with profile pictures}
     *
     * @param store stores them, for instance {@link BlobStore#files}
     */
    public HttpSettings withPictures(BlobStore store) {
        return copy(parts -> parts.pictures = store);
    }

    /**
     * {@return a copy without these endpoints: requests get 404 {@code not_found}, and the OpenAPI description does not
     * contain them} The services can still be called from Java.
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
     * {@return a copy that ignores unknown members of a body, the default of the Python library's contract} Clients
     * newer than the server keep working, but a misspelled optional member is silently ignored.
     */
    public HttpSettings allowUnknownMembers() {
        return withUnknown(true);
    }

    /** {@return a copy that refuses a body with unknown members, the default of clean names} The answer names them. */
    public HttpSettings refuseUnknownMembers() {
        return withUnknown(false);
    }

    /**
     * {@return a copy with endpoints by which authenticated callers request and verify codes of these purposes}
     *
     * @param purposes declared purposes; replace those of an earlier call
     */
    public HttpSettings offerPurposes(String... purposes) {
        return copy(parts -> parts.extra = new ExtraEndpoints(Set.of(purposes), extra.fastApiUsers()));
    }

    /**
     * {@return a copy with the endpoints of fastapi-users in place of those of this library} Paths, bodies and error
     * codes are those of fastapi-users; the behaviour is that of this library. Map the servlet to {@code /auth/*} and
     * {@code /users/*}; a second servlet at another path can serve the endpoints of this library.
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

    /** {@return whether a body with unknown members is refused} */
    public boolean refusesUnknownMembers() {
        return unknownAllowed == null ? naming == JsonNaming.CLEAN : !unknownAllowed;
    }

    /**
     * {@return true for endpoints that were left out}
     *
     * @param group the group
     */
    public boolean isWithout(EndpointGroup group) {
        return absent.contains(group);
    }

    /** {@return true when registration is offered, which requires the groups of sign-up and passwords} */
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
     * {@return a copy that allows scripts of those origins to send these headers, in place of {@link Browsers#TRACING}}
     * The headers that the endpoints read are always allowed.
     *
     * @param headers names such as {@code X-Tenant}; there is no wildcard
     */
    public HttpSettings allowRequestHeaders(Set<String> headers) {
        return with(new Browsers(browsers.origins(), browsers.cookies(), headers));
    }

    /**
     * {@return a copy that gives browsers their tokens in cookies ({@code HttpOnly}, {@code Secure},
     * {@code SameSite=Strict}) when the sign-in request has the header {@code X-Token-Transport: cookie}}
     */
    public HttpSettings allowCookies() {
        return with(new Browsers(browsers.origins(), true, browsers.headers()));
    }

    /** {@return the origins whose scripts may read answers} */
    public Set<String> origins() {
        return browsers.origins();
    }

    /** {@return whether tokens can be sent in cookies} */
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
     * Rules for cross-origin requests and cookies.
     *
     * @param origins whose scripts may read answers: each one exact origin
     * @param cookies whether tokens can be sent in cookies
     * @param headers headers that scripts of those origins may send, in addition to those of the endpoints
     */
    public record Browsers(Set<String> origins, boolean cookies, Set<String> headers) {

        /** The headers of tracing and common HTTP clients (W3C Trace Context and Baggage, Sentry, B3, Datadog). */
        public static final Set<String> TRACING = BrowserRules.TRACING;

        /** No other origins and no cookies. */
        public static final Browsers STRICT = new Browsers(Set.of(), false);

        /**
         * Creates rules with the headers of {@link #TRACING}.
         *
         * @param origins whose scripts may read answers: each one exact origin
         * @param cookies whether tokens can be sent in cookies
         */
        public Browsers(Set<String> origins, boolean cookies) {
            this(origins, cookies, TRACING);
        }

        /**
         * Checks the values.
         *
         * @param origins whose scripts may read answers: each one exact origin
         * @param cookies whether tokens can be sent in cookies
         * @param headers headers that scripts of those origins may send, in addition to those of the endpoints
         * @throws IllegalArgumentException for an invalid origin or name of a header
         */
        public Browsers {
            origins = Set.copyOf(origins);
            headers = Set.copyOf(headers);
            BrowserRules.check(origins, headers);
        }
    }
}
