package dev.lockstile.auth.password.service;

import dev.lockstile.auth.password.BreachedPasswords;
import dev.lockstile.auth.password.internal.BoundedText;
import dev.lockstile.auth.password.internal.BreachRange;
import dev.lockstile.auth.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a service that speaks the k-anonymity range protocol, such as Have I Been Pwned's Pwned Passwords or a mirror of
 * the host's own: five hexadecimal digits of the password's SHA-1 go out, some hundreds of endings come back, and the
 * comparison happens here. The service learns neither the password nor which ending was looked for; padding hides even
 * the number of endings. The address should be {@code https}.
 */
public final class RangeBreachedPasswords implements BreachedPasswords {

    private final URI base;
    private final Duration timeout;
    private final HttpClient client;

    private RangeBreachedPasswords(URI base, Duration timeout, HttpClient client) {
        this.base = base;
        this.timeout = timeout;
        this.client = client;
    }

    /**
     * {@return a source at that address}
     *
     * @param base the address up to, but not including, {@code /range/}
     * @param timeout from the connection to the last byte of the answer, 100 ms to 30 s; a sign-up waits this long at
     *     most
     * @throws IllegalArgumentException when the address is not http or https, or the timeout is out of bounds
     */
    public static RangeBreachedPasswords at(URI base, Duration timeout) {
        String scheme = String.valueOf(base.getScheme());
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("a breach source has an http or https address");
        }
        if (timeout.toMillis() < 100 || timeout.toSeconds() > 30) {
            throw new IllegalArgumentException("the timeout of a breach source is 100 ms to 30 s, not " + timeout);
        }
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new RangeBreachedPasswords(base, timeout, client);
    }

    @Override
    public long timesSeen(Secret password) throws BreachedPasswords.SourceException {
        BreachRange range = BreachRange.of(password);
        return range.count(ask(range.prefix()));
    }

    private String ask(String prefix) throws BreachedPasswords.SourceException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(base.toString().replaceAll("/+$", "") + "/range/" + prefix))
                .timeout(timeout)
                .header("Add-Padding", "true")
                .header("User-Agent", "lockstile")
                .build();
        BoundedText body = new BoundedText();
        CompletableFuture<HttpResponse<String>> exchange =
                client.sendAsync(request, response -> body.of(response.statusCode() == 200));
        try {
            HttpResponse<String> response = exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (response.statusCode() != 200) {
                throw new BreachedPasswords.SourceException("the breach source answered " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException | TimeoutException unreachable) {
            throw new BreachedPasswords.SourceException("the breach source cannot be reached", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BreachedPasswords.SourceException("interrupted while asking the breach source", interrupted);
        } finally {
            exchange.cancel(true); // nothing of it outlives the deadline
            body.cancel();
        }
    }
}
