package dev.lockstile.auth.http;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.MalformedJsonException;
import dev.lockstile.auth.http.internal.json.StrictJson;
import dev.lockstile.auth.http.internal.web.RepeatableBody;
import dev.lockstile.auth.model.Identifier;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Routes requests while users are migrated in steps: those of users in the cohort to the endpoints, all others to the
 * old application. The user is the {@code login}, {@code email}, {@code phone} or {@code username} of a JSON body in
 * canonical form, so that every spelling of an identifier takes the same route. For requests without an identifier the
 * host decides; requests of sessions that the endpoints opened have to go to the endpoints also when the cohort is
 * reduced.
 *
 * <p>It does not authenticate or authorize: both applications do their own checks.
 */
public final class CohortFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(CohortFilter.class);
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final List<String> NAMES = List.of("login", "email", "phone", "username");

    private final transient Predicate<String> cohort;
    private final transient Predicate<HttpServletRequest> nameless;
    private final transient OldApplication old;
    private final transient IdentifierRules rules;
    private final transient StrictJson json = new StrictJson(MAX_BODY_BYTES);

    /** Handles requests for the old application, usually as a proxy. The body can be read from its beginning. */
    @FunctionalInterface
    public interface OldApplication {
        /**
         * Answers the request.
         *
         * @param request the request, whose body can be read from the start
         * @param response the response, not committed
         * @throws IOException when the old application cannot be reached or the answer not be written
         * @throws ServletException as any servlet
         */
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    /**
     * Creates a filter.
     *
     * @param rules the identifier rules of {@code Auth}
     * @param cohort true for the keys of identifiers in the cohort
     * @param nameless true for requests without an identifier that go to the endpoints
     * @param old receives all other requests
     */
    public CohortFilter(
            IdentifierRules rules,
            Predicate<String> cohort,
            Predicate<HttpServletRequest> nameless,
            OldApplication old) {
        this.rules = rules;
        this.cohort = cohort;
        this.nameless = nameless;
        this.old = old;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RepeatableBody kept;
        try {
            kept = RepeatableBody.of(request, MAX_BODY_BYTES + 1);
        } catch (IOException e) {
            LOG.debug("a body could not be read", e);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        boolean isNew = subject(kept).map(cohort::test).orElseGet(() -> nameless.test(kept));
        if (isNew) {
            chain.doFilter(kept, response);
        } else {
            old.handle(kept, response);
        }
    }

    private Optional<String> subject(RepeatableBody request) {
        byte[] head = request.head();
        if (head.length == 0 || head.length > MAX_BODY_BYTES) {
            return Optional.empty();
        }
        try {
            JsonObject body = json.read(head);
            return NAMES.stream()
                    .flatMap(name -> body.value(name) instanceof String text ? Stream.of(text) : Stream.empty())
                    .flatMap(text -> key(text).stream())
                    .findFirst();
        } catch (MalformedJsonException e) {
            return Optional.empty(); // whichever side gets it will say so
        }
    }

    private Optional<String> key(String text) {
        return Stream.of(rules.email(text), rules.phone(text), rules.username(text))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Identifier::key);
    }
}
