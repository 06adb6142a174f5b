package dev.lockstile.auth.http;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * What a host may choose about the endpoints. Each {@code with} gives a copy in which one thing differs.
 *
 * @param naming how fields are named
 * @param address tells where a request comes from
 * @param loginRedirectUrl where a web client goes after the login; it stands in the answer as it is
 * @param fallback language of answers when a client asks for none that is there (English, Spanish, Portuguese are)
 * @param clock what "now" is; the same as that of {@code Auth}
 * @param correlationIds a name for each failure, in the answer and in the log; a host that traces requests gives its own
 */
public record HttpSettings(
        JsonNaming naming,
        ClientAddress address,
        String loginRedirectUrl,
        Locale fallback,
        Clock clock,
        Supplier<String> correlationIds) {

    public HttpSettings {
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(loginRedirectUrl, "loginRedirectUrl");
        Objects.requireNonNull(fallback, "fallback");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(correlationIds, "correlationIds");
    }

    /** Snake case, the connection's address, {@code /home}, English, the system's clock. */
    public static HttpSettings defaults() {
        return new HttpSettings(
                JsonNaming.SNAKE_CASE,
                ClientAddress.ofConnection(),
                "/home",
                Locale.ENGLISH,
                Clock.systemUTC(),
                HttpSettings::correlationId);
    }

    /** Fields in camel case, in requests and answers. */
    public HttpSettings withCamelCase() {
        return new HttpSettings(JsonNaming.CAMEL_CASE, address, loginRedirectUrl, fallback, clock, correlationIds);
    }

    /** Another way to tell where a request comes from, such as {@link TrustedProxies}. */
    public HttpSettings withClientAddress(ClientAddress newAddress) {
        return new HttpSettings(naming, newAddress, loginRedirectUrl, fallback, clock, correlationIds);
    }

    public HttpSettings withLoginRedirectUrl(String newUrl) {
        return new HttpSettings(naming, address, newUrl, fallback, clock, correlationIds);
    }

    public HttpSettings withFallbackLanguage(Locale newFallback) {
        return new HttpSettings(naming, address, loginRedirectUrl, newFallback, clock, correlationIds);
    }

    public HttpSettings withClock(Clock newClock) {
        return new HttpSettings(naming, address, loginRedirectUrl, fallback, newClock, correlationIds);
    }

    public HttpSettings withCorrelationIds(Supplier<String> newIds) {
        return new HttpSettings(naming, address, loginRedirectUrl, fallback, clock, newIds);
    }

    /** It only has to be rare: it opens nothing and proves nothing, so it needs no secure source. */
    private static String correlationId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }
}
