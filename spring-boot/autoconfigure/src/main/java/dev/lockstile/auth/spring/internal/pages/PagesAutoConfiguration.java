package dev.lockstile.auth.spring.internal.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.pages.BrowserSession;
import dev.lockstile.auth.pages.EntrySettings;
import dev.lockstile.auth.pages.PageSettings;
import dev.lockstile.auth.pages.PagesServlet;
import dev.lockstile.auth.pages.SignInWay;
import dev.lockstile.auth.spring.internal.caller.BrowserSessions;
import dev.lockstile.auth.spring.internal.caller.SignInPage;
import dev.lockstile.auth.spring.internal.settings.HttpProperties;
import dev.lockstile.auth.spring.internal.settings.PagesProperties;
import dev.lockstile.auth.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages under their path, and their sessions for paths of the application. */
@AutoConfiguration(afterName = "dev.lockstile.auth.spring.internal.http.HttpAutoConfiguration")
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class PagesAutoConfiguration {

    /** As the pages find it again in a request: no segment may be empty or begin with a dot. */
    private static final String PATH = "(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+";

    /** With the module. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(PagesServlet.class)
    @ConditionalOnProperty("lockstile.pages.path")
    static final class Mounted {

        @Bean
        @ConditionalOnMissingBean
        PageSettings lockstilePageSettings(HttpSettings http, PagesProperties pages) {
            return PageSettings.from(http).withEntry(entry(pages));
        }

        private static EntrySettings entry(PagesProperties pages) {
            EntrySettings entry = EntrySettings.defaults();
            entry = pages.signInOnOnePage() ? entry.withSignInOnOnePage() : entry;
            entry = pages.oneNameField() ? entry.withOneNameField() : entry;
            try {
                entry = pages.terms() == null ? entry : entry.withTerms(pages.terms());
                entry = pages.privacy() == null ? entry : entry.withPrivacy(pages.privacy());
                SignInWay[] ways = pages.ways().stream()
                        .map(way -> SignInWay.valueOf(
                                way.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                        .toArray(SignInWay[]::new);
                return ways.length == 0 ? entry : entry.withWays(ways);
            } catch (IllegalArgumentException e) {
                throw new AuthSetupException(List.of("pages-entry-unusable: " + e.getMessage()));
            }
        }

        @Bean
        ServletRegistrationBean<PagesServlet> lockstilePages(
                Auth auth, PageSettings settings, PagesProperties pages, HttpProperties http) {
            ServletRegistrationBean<PagesServlet> registration =
                    new ServletRegistrationBean<>(new PagesServlet(auth, settings), path(pages, http) + "/*");
            registration.setName(SignInPage.SERVLET);
            registration.setLoadOnStartup(1);
            return registration;
        }

        @Bean
        BrowserSessions lockstileBrowserSessions(Auth auth) {
            BrowserSession sessions = BrowserSession.of(auth);
            return new BrowserSessions() {
                @Override
                public boolean isShown(HttpServletRequest request) {
                    return sessions.isShown(request);
                }

                @Override
                public Optional<Caller> caller(HttpServletRequest request, HttpServletResponse response) {
                    return sessions.caller(request, response);
                }

                @Override
                public String formToken(HttpServletRequest request, HttpServletResponse response) {
                    return sessions.formToken(request, response);
                }

                @Override
                public void signOut(HttpServletRequest request, HttpServletResponse response) {
                    sessions.signOut(request, response);
                }
            };
        }

        private static String path(PagesProperties pages, HttpProperties http) {
            String path = pages.path();
            if (path == null || !path.matches(PATH)) {
                throw new AuthSetupException(List.of(
                        "pages-path-unusable: \"" + path + "\" is no path that begins, and does not end, with /"));
            }
            if (path.equals(http.prefix())) {
                throw new AuthSetupException(List.of("pages-path-unusable: " + path + " is the path of the endpoints"));
            }
            return path;
        }
    }

    /** Without it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("dev.lockstile.auth.pages.PagesServlet")
    @ConditionalOnProperty("lockstile.pages.path")
    static final class Missing {

        Missing() {
            throw new AuthSetupException(List.of(
                    "pages-module-missing: lockstile.pages.path is set, and auth-pages is not on the class path"));
        }
    }
}
