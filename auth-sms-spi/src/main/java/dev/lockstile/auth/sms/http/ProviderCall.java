package dev.lockstile.auth.sms.http;

import dev.lockstile.auth.sms.SmsDeliveryException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * HTTP calls to a provider: at most 2 seconds for the connection, 5 seconds in total including the whole answer, and 64
 * kB of answer. Redirects are not followed, so that credentials are not sent to another host.
 *
 * <p>Every failure is a {@linkplain SmsDeliveryException#temporary temporary} one, whose message names the kind of
 * failure without quoting data. Safe for use by many threads; create one per provider, since it keeps connections open.
 */
public final class ProviderCall {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration TOTAL = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_WAIT_DIGITS = 6;

    private final HttpClient client;
    private final Duration total;

    /** Creates calls with these limits. */
    public ProviderCall() {
        this(TOTAL);
    }

    /**
     * Creates calls with another total time.
     *
     * @param total total time of a call, positive and at most 20 seconds
     */
    public ProviderCall(Duration total) {
        if (total.isNegative() || total.isZero() || total.compareTo(Duration.ofSeconds(20)) > 0) {
            throw new IllegalArgumentException("the total time of a call must be positive and at most 20 seconds");
        }
        this.total = total;
        this.client = HttpClient.newBuilder()
                .connectTimeout(total.compareTo(CONNECT) < 0 ? total : CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * {@return the fields as {@code application/x-www-form-urlencoded}, in the order of the map}
     *
     * @param fields names and values, not encoded yet
     */
    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /**
     * Sends the request and reads the whole answer.
     *
     * @param request the complete request, with the provider's credentials; it needs no timeout
     * @return the answer, with any status
     * @throws SmsDeliveryException when there is no answer within the time
     */
    public ProviderReply send(HttpRequest request) throws SmsDeliveryException {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, info -> new CappedBody(LONGEST_ANSWER));
        try {
            HttpResponse<String> response = answer.get(total.toMillis(), TimeUnit.MILLISECONDS);
            return new ProviderReply(response.statusCode(), response.body(), retryAfter(response));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw SmsDeliveryException.temporary("no answer within " + total.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw SmsDeliveryException.temporary("interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw SmsDeliveryException.temporary(
                    "the call failed: " + cause.getClass().getSimpleName(), cause);
        }
    }

    private static @Nullable Duration retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1," + LONGEST_WAIT_DIGITS + "}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
