package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Calls to a provider: https, no redirect followed, 5 seconds for all of it from the name's resolution to the last byte
 * of the body, 1 MiB of body, 32 calls at a time, and no address outside of the {@link AddressRule}. The name is
 * resolved and checked here, and connected to within the lifetime of the JDK's cache of names (30 seconds unless
 * {@code networkaddress.cache.ttl} says otherwise); the server's certificate holds for what comes after. Safe for use
 * by many threads.
 */
final class ProviderHttp {

    private static final Duration TOTAL = Duration.ofSeconds(5);
    private static final int LONGEST_BODY = 1 << 20;
    private static final int CALLS = 32;

    private final AddressRule rule;
    private final Executor threads = Executors.newCachedThreadPool(ProviderHttp::daemon);
    private final Semaphore calls = new Semaphore(CALLS);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TOTAL)
            .executor(threads)
            .build();

    ProviderHttp(AddressRule rule) {
        this.rule = rule;
    }

    /** The status and the text of an answer. The text may hold tokens: never printed. */
    record Reply(int status, String body) {

        @Override
        public String toString() {
            return "Reply[" + status + "]";
        }
    }

    /** The body of a document that must be there. */
    String get(URI uri) throws SocialUnavailableException {
        Reply reply = send(uri, request -> request);
        if (reply.status() != 200) {
            throw new SocialUnavailableException(uri.getHost() + " answered " + reply.status());
        }
        return reply.body();
    }

    /**
     * Sends it and reads the whole answer; a redirect is an answer like any other.
     *
     * @throws SocialUnavailableException when there is none within the limits
     */
    Reply send(URI uri, UnaryOperator<HttpRequest.Builder> content) throws SocialUnavailableException {
        HttpRequest request = request(uri, content);
        if (!calls.tryAcquire()) {
            throw new SocialUnavailableException(
                    "too many calls to " + request.uri().getHost() + " are under way");
        }
        try {
            return await(exchange(request), request.uri().getHost());
        } finally {
            calls.release();
        }
    }

    private HttpRequest request(URI uri, UnaryOperator<HttpRequest.Builder> content) throws SocialUnavailableException {
        try {
            if (Endpoints.isUsable(uri, rule)) {
                return content.apply(HttpRequest.newBuilder(uri).header("Accept", "application/json"))
                        .build();
            }
        } catch (IllegalArgumentException e) {
            throw new SocialUnavailableException("the provider names an address that cannot be called", e);
        }
        throw new SocialUnavailableException("the provider names an address that is not https");
    }

    private CompletableFuture<HttpResponse<String>> exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> whole = new CompletableFuture<>();
        CompletableFuture.runAsync(() -> requireAllowed(request.uri()), threads)
                .thenCompose(checked -> {
                    CompletableFuture<HttpResponse<String>> answer =
                            client.sendAsync(request, info -> new CappedBody(LONGEST_BODY));
                    whole.whenComplete((done, failure) -> answer.cancel(true));
                    return answer;
                })
                .whenComplete((response, failure) -> {
                    if (failure == null) {
                        whole.complete(response);
                    } else {
                        whole.completeExceptionally(failure);
                    }
                });
        return whole;
    }

    private static Reply await(CompletableFuture<HttpResponse<String>> answer, String host)
            throws SocialUnavailableException {
        try {
            HttpResponse<String> response = answer.get(TOTAL.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SocialUnavailableException(
                    "no whole answer from " + host + " within " + TOTAL.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SocialUnavailableException("interrupted while waiting for " + host);
        } catch (ExecutionException e) {
            Throwable cause = root(e);
            throw new SocialUnavailableException(
                    "the call to " + host + " failed: " + cause.getClass().getSimpleName(), cause);
        }
    }

    private void requireAllowed(URI uri) {
        try {
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                if (!rule.allows(address) || "http".equals(uri.getScheme()) && !address.isLoopbackAddress()) {
                    throw new CompletionException(
                            new IOException(uri.getHost() + " has an address that is not public"));
                }
            }
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof ExecutionException || cause instanceof CompletionException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lockstile-social");
        thread.setDaemon(true);
        return thread;
    }
}
