package dev.lockstile.auth.http.settings;

import dev.lockstile.auth.event.OutageLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The id of a request: {@value #MDC_KEY} in the SLF4J MDC of its thread, for log lines, and {@value #HEADER} in the
 * headers of its answer. It is also the correlation id of a failure.
 *
 * <p>It is the one of {@linkplain HttpSettings#withCorrelationIds the host}; otherwise {@value #MDC_KEY} in the MDC,
 * set by a filter of the host; otherwise the header {@value #HEADER} or the trace id of {@code traceparent} (W3C Trace
 * Context); otherwise a random one. An id from a client has 1 to 64 ASCII letters, digits and hyphens; any other is
 * replaced. Clients can send any id, including a used one, so it must not be trusted.
 */
public final class RequestId implements AutoCloseable {

    /** The key in the MDC. */
    public static final String MDC_KEY = "requestId";

    /** The header of requests and answers. */
    public static final String HEADER = "X-Request-Id";

    private static final OutageLog FAILURES = new OutageLog(LoggerFactory.getLogger(RequestId.class));
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,200}");
    private static final Pattern TRACE =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.{0,64}");

    private final @Nullable String before;

    private RequestId(@Nullable String before) {
        this.before = before;
    }

    /**
     * Puts the id of a request into the MDC of this thread, and into its answer if that has none yet.
     *
     * @param request the request, which stores the id for {@link #of}
     * @param response the response, not committed
     * @param settings the settings, with the host's ids
     * @return an object to close on this thread after the request, which restores the MDC
     */
    public static RequestId open(HttpServletRequest request, HttpServletResponse response, HttpSettings settings) {
        String id = of(request, settings);
        String before = MDC.get(MDC_KEY);
        MDC.put(MDC_KEY, id);
        if (!response.containsHeader(HEADER)) {
            response.setHeader(HEADER, id);
        }
        return new RequestId(before);
    }

    /**
     * {@return the id of a request; the same for each call}
     *
     * @param request the request, or a wrapper of it
     * @param settings the settings, with the host's ids
     */
    public static String of(HttpServletRequest request, HttpSettings settings) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        Optional<String> given =
                settings.correlationIds() == CorrelationIds.RANDOM ? given(request) : ofHost(settings.correlationIds());
        String id = given.orElseGet(CorrelationIds.RANDOM);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    @Override
    public void close() {
        if (before == null) {
            MDC.remove(MDC_KEY);
        } else {
            MDC.put(MDC_KEY, before);
        }
    }

    private static Optional<String> given(HttpServletRequest request) {
        return valid(MDC.get(MDC_KEY))
                .or(() -> valid(header(request, HEADER)))
                .or(() -> trace(header(request, "traceparent")));
    }

    /** The id is in a header of each answer, and a request without one has to be answered, too. */
    private static Optional<String> ofHost(Supplier<String> ids) {
        try {
            return Optional.ofNullable(ids.get())
                    .filter(id -> PRINTABLE.matcher(id).matches());
        } catch (RuntimeException e) {
            FAILURES.warn("the host has no id for a request", e);
            return Optional.empty();
        }
    }

    private static Optional<String> valid(@Nullable String id) {
        return Optional.ofNullable(id).filter(text -> VALID.matcher(text).matches());
    }

    private static Optional<String> trace(@Nullable String parent) {
        return Optional.ofNullable(parent)
                .map(TRACE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    /** Some containers throw where they cannot read a header. */
    private static @Nullable String header(HttpServletRequest request, String name) {
        try {
            return request.getHeader(name);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
