package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.event.OutageLog;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Lets requests with a valid access token or API key in, and words the refusal for the others. */
public final class AccessTokenGate {

    private static final OutageLog OUTAGES = new OutageLog(LoggerFactory.getLogger(AccessTokenGate.class));

    private final Sessions sessions;
    private final ApiKeys keys;
    private final AnswerTexts languages;
    private final ErrorAnswers errors;

    public AccessTokenGate(Auth auth, HttpSettings settings) {
        this.sessions = auth.sessions();
        this.keys = auth.apiKeys();
        languages = new AnswerTexts(settings.fallback());
        errors = new ErrorAnswers(settings);
    }

    /**
     * The caller by the access token or API key of the header.
     *
     * @throws RefusalException without a valid one, and while the store does not answer
     */
    public Caller admit(HttpServletRequest request) {
        return asked(() -> Bearer.caller(request, sessions, keys));
    }

    /** Whether a cookie holds an access token. */
    public boolean hasCookie(HttpServletRequest request) {
        return CookieTransport.hasAccess(request);
    }

    /**
     * The caller by the access token of the cookie.
     *
     * @throws RefusalException as {@link #admit}, and when a request that changes anything does not show that it comes
     *     from this site
     */
    public Caller admitByCookie(HttpServletRequest request) {
        return asked(() -> CookieTransport.caller(request, sessions));
    }

    private static Caller asked(Supplier<Caller> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException e) {
            OUTAGES.warn("the store is unavailable", e);
            throw new RefusalException(ErrorCode.UNAVAILABLE);
        }
    }

    /** The refusal in the client's language. */
    public Answer answer(RefusalException refusal, HttpServletRequest request) {
        Texts texts = languages.texts(request.getHeader("Accept-Language"));
        return errors.refusal(refusal, texts)
                .header("Content-Language", texts.language().toLanguageTag());
    }
}
