package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.event.OutageLog;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.input.KnownMembers;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.RequestId;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.store.StoreUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the endpoint of a request, and an answer whatever happens there. */
public final class Dispatcher {

    private static final OutageLog OUTAGES = new OutageLog(LoggerFactory.getLogger(Dispatcher.class));
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Map<String, KnownMembers> bodies;
    private final Routes routes;
    private final HttpSettings settings;
    private final AnswerTexts languages;
    private final ErrorAnswers errors;
    private final Cors cors;

    /**
     * @param bodies the members that a body may have, by {@link Route#name()}; those of other endpoints are not checked
     */
    public Dispatcher(List<Route> routes, HttpSettings settings, Map<String, KnownMembers> bodies) {
        this.bodies = Map.copyOf(bodies);
        this.routes = new Routes(routes);
        this.settings = settings;
        languages = new AnswerTexts(settings.fallback());
        errors = new ErrorAnswers(settings);
        cors = new Cors(
                settings.origins(), settings.cookies(), settings.browsers().headers());
    }

    /** The answer; never throws. */
    public Answer answer(HttpServletRequest request) {
        try {
            Texts texts = languages.texts(request.getHeader("Accept-Language"));
            Answer answer = cors.preflight(request).orElseGet(() -> guarded(request, texts));
            return cors.marked(
                    request, answer.header("Content-Language", texts.language().toLanguageTag()));
        } catch (InvalidInputException e) {
            return errors.invalid(e, languages.texts(null)); // not even the headers can be read
        }
    }

    private Answer guarded(HttpServletRequest request, Texts texts) {
        try {
            return routed(request, texts);
        } catch (RefusalException e) {
            Answer refused = errors.refusal(e, texts);
            return e.clearsCookies() && settings.cookies() && CookieTransport.hasAny(request)
                    ? CookieTransport.cleared(refused)
                    : refused;
        } catch (InvalidInputException e) {
            return errors.invalid(e, texts);
        } catch (StoreUnavailableException e) {
            OUTAGES.warn("the store is unavailable", e);
            return errors.refusal(new RefusalException(ErrorCode.UNAVAILABLE), texts);
        } catch (HashingBusyException e) {
            LOG.debug("busy hashing", e);
            return errors.refusal(new RefusalException(ErrorCode.BUSY), texts);
        } catch (RuntimeException | Error e) {
            // An Error too: the container's own page for it would show a stack trace.
            return failed(request, e, texts);
        }
    }

    private Answer routed(HttpServletRequest request, Texts texts) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Routes.Match match = routes.find(request.getMethod(), path);
        return match.handler()
                .handle(new Exchange(
                        request,
                        new HttpRequestInput(request, settings, bodies.get(match.name())),
                        match.variable(),
                        texts,
                        settings));
    }

    private Answer failed(HttpServletRequest request, Throwable cause, Texts texts) {
        String correlationId = RequestId.of(request, settings);
        LOG.error("request failed, correlation id {}", correlationId, cause);
        return ErrorAnswers.internal(correlationId, texts);
    }
}
