package dev.lockstile.auth.http.settings;

import java.util.Set;
import java.util.regex.Pattern;

/** Names of origins and headers, and the headers of tracing. */
final class BrowserRules {

    static final Set<String> TRACING = Set.of(
            "traceparent",
            "tracestate",
            "baggage",
            "sentry-trace",
            "b3",
            "X-B3-TraceId",
            "X-B3-SpanId",
            "X-B3-ParentSpanId",
            "X-B3-Sampled",
            "x-datadog-trace-id",
            "x-datadog-parent-id",
            "x-datadog-origin",
            "x-datadog-sampling-priority",
            "X-B3-Flags",
            "uber-trace-id",
            "newrelic",
            "elastic-apm-traceparent",
            "Request-Id",
            "Request-Context",
            "X-Amzn-Trace-Id",
            "X-Cloud-Trace-Context",
            "X-Correlation-ID",
            "X-Requested-With",
            "X-Request-ID");

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'+.^_`|~-]{1,100}");

    private BrowserRules() {}

    /** @throws IllegalArgumentException for what is no origin or no name of a header */
    static void check(Set<String> origins, Set<String> headers) {
        for (String header : headers) {
            if (!HEADER.matcher(header).matches()) {
                throw new IllegalArgumentException("no name of a header, such as traceparent: " + header);
            }
        }
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException("no origin, such as https://app.example.com: " + origin);
            }
        }
    }
}
