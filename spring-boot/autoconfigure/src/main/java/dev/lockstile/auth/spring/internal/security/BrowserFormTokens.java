package dev.lockstile.auth.spring.internal.security;

import dev.lockstile.auth.spring.internal.caller.BrowserSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.DeferredCsrfToken;

/**
 * Has forms of the application checked by the mark of the browser that the pages set: no node keeps a session, no
 * sibling site plants a token, and what was rendered before a sign-in is worth nothing.
 */
final class BrowserFormTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "_csrf";

    private final BrowserSessions browsers;

    BrowserFormTokens(BrowserSessions browsers) {
        this.browsers = browsers;
    }

    @Override
    public DeferredCsrfToken loadDeferredToken(HttpServletRequest request, HttpServletResponse response) {
        return new OfBrowser(request, response);
    }

    /** Not asked for: the deferred token stands for it. */
    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        throw new UnsupportedOperationException("the token follows from the browser");
    }

    /** None that an authentication would have to replace. */
    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return null;
    }

    /** A sign-in and a sign-out at the pages end tokens. */
    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {}

    /** Made when it is asked for, once a request. */
    private final class OfBrowser implements DeferredCsrfToken {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private @Nullable CsrfToken token;

        private OfBrowser(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
        }

        @Override
        public CsrfToken get() {
            CsrfToken made = token;
            if (made == null) {
                made = new DefaultCsrfToken(HEADER, FIELD, browsers.formToken(request, response));
                token = made;
            }
            return made;
        }

        @Override
        public boolean isGenerated() {
            return false;
        }
    }
}
