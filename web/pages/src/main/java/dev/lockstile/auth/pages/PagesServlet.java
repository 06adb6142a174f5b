package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.event.OutageLog;
import dev.lockstile.auth.http.settings.RequestId;
import dev.lockstile.auth.http.settings.SignUpOffer;
import dev.lockstile.auth.message.LanguageFiles;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.BrowserName;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the pages. */
public final class PagesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final OutageLog OUTAGES = new OutageLog(LoggerFactory.getLogger(PagesServlet.class));
    private static final Logger LOG = LoggerFactory.getLogger(PagesServlet.class);

    private final transient Routes routes;
    private final transient WayBack way;
    private final transient PageWriter writer;
    private final transient Sessions sessions;
    private final transient Csrf csrf;
    private final transient KeptForms kept;
    private final transient FormRequests forms;
    private final transient PageSettings settings;
    private final transient Map<String, Texts> texts;
    private final transient Assets assets;
    private final transient Auth auth;
    private final transient boolean secure;

    /**
     * Creates the servlet. Checks the host's templates, texts and style, and that neither codes nor other sites open
     * accounts when registration is left out.
     *
     * @param auth the services that the pages call
     * @param chosen the settings of the pages
     * @throws AuthSetupException for an unknown name of a template, text or token, a text with other placeholders
     *     than the built-in one, a template that does not compile, a style token with a value that is not allowed, and
     *     codes or other sites that open accounts without registration
     */
    public PagesServlet(Auth auth, PageSettings chosen) {
        PageSettings settings = chosen.withOverrides(chosen.overrides().withLanguageFiles(LanguageFiles.onClassPath()));
        Map<String, String> labels = OwnFields.of(
                        auth.hostData().fields(), auth.userSettings().keys())
                .labels();
        OverrideChecks.check(settings, labels.keySet());
        TemplateVersions.notes(settings.overrides().templates()).forEach(LOG::info);
        if (!settings.signUp() && auth.settings().signUp().byCode()) {
            throw new AuthSetupException(
                    List.of("sign-up-by-code: the pages are without sign-up, but a code opens accounts:"
                            + " leave allowSignUpByCode() out, or keep sign-up"));
        }
        if (settings.isClosed() && auth.social().opensAccounts()) {
            throw new AuthSetupException(List.of(
                    "sign-up-by-social: the pages are without sign-up, but a sign-in with another site opens accounts:"
                            + " leave SocialSettings.allowSignUp() out, or keep sign-up"));
        }
        this.auth = auth;
        this.texts = Texts.all(
                settings.overrides(), settings.style(), auth.settings().service(), labels);
        this.assets = new Assets(settings.style(), auth.passkeyLogin().isServed());
        this.routes = PageRoutes.of(auth, settings);
        this.way = new WayBack(routes);
        AdminHome home = settings.administration() == null ? AdminHome.NONE : AdminHome.of(auth, settings.hostLists());
        this.writer = new PageWriter(new PageRenderer(
                settings,
                home,
                auth.settings().passwords().length().min(),
                auth.settings().links().loginPage() != null,
                auth.passkeyLogin().isServed(),
                auth.social().providers()));
        this.sessions = auth.sessions();
        FormOwner owner = new FormOwner(auth.formTokens(), settings.clock());
        this.csrf = new Csrf(auth.formTokens(), owner);
        this.kept = new KeptForms(owner, settings.clock());
        this.forms = new FormRequests(routes, owner, kept, settings.clock());
        this.settings = settings;
        this.secure = Cookies.isSecure(auth);
    }

    /**
     * Checks that the pages and the endpoints of the same web application agree on registration.
     *
     * @throws AuthSetupException when the endpoints offer registration and these pages do not, or the reverse
     */
    @Override
    public void init() {
        SignUpOffer.declare(getServletContext(), auth, "pages", settings.signUp());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Mount> mount = Mount.of(request);
        if (mount.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isRead(request) && assets.has(mount.get().path())) {
            assets.write(mount.get().path(), response);
        } else {
            RequestId id = RequestId.open(request, response, settings.endpoints());
            try {
                serve(request, response, mount.get());
            } finally {
                id.close();
            }
        }
    }

    /** The container drops the body of an answer to HEAD. */
    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, Mount mount) throws IOException {
        Cookies cookies = new Cookies(request, response, secure);
        Sender sender = sender(request, mount, Language.of(request, cookies, texts));
        PageRequest page = null;
        try {
            page = new PageRequest(
                    sender, RequestParameters.read(request), cookies, new PageSession(sessions, cookies), csrf);
            writer.write(response, way.of(answer(request, page), page), page);
        } catch (StoreUnavailableException e) {
            OUTAGES.warn("the database is not available", e);
            response.setHeader("Retry-After", "1");
            fail(response, Reply.error(503, "unavailable"), page == null ? nobody(sender, cookies) : page);
        } catch (RequestParameters.MalformedException e) {
            fail(response, Reply.error(400, "malformed"), nobody(sender, cookies));
        } catch (RuntimeException e) {
            String number = RequestId.of(request, settings.endpoints());
            LOG.error("a page failed, error number {}", number, e);
            fail(response, Reply.failed(number), nobody(sender, cookies));
        }
    }

    private Reply answer(HttpServletRequest request, PageRequest page) {
        Function<PageRequest, Reply> handler = routes.find(request.getMethod(), page.path());
        if (handler == null) {
            return routes.knows(page.path()) ? Reply.error(405, "method") : Reply.error(404, "not-found");
        }
        if (request.getMethod().equals("GET") && texts.containsKey(page.param("lang"))) {
            Language.keep(page.cookies(), page.param("lang"));
            return Reply.go(page.withQuery(page.path()));
        }
        return request.getMethod().equals("POST")
                ? forms.answer(page, "cross-site".equals(request.getHeader("Sec-Fetch-Site")), handler)
                : kept.restored(page, handler.apply(page));
    }

    private Sender sender(HttpServletRequest request, Mount mount, Texts words) {
        String landing = settings.landing();
        return new Sender(
                mount,
                landing == null ? mount.base() + "/account" : landing,
                words,
                new Times(words, settings.clock()),
                address(settings.endpoints().address().of(request)),
                BrowserName.of(request.getHeader("User-Agent")));
    }

    /** Jetty writes an IPv6 address in brackets. */
    private static @Nullable String address(@Nullable String told) {
        return told == null ? null : told.replaceAll("[\\[\\]]", "");
    }

    /** For a page that tells that something failed, without asking anything again. */
    private PageRequest nobody(Sender sender, Cookies cookies) {
        return new PageRequest(sender, Map.of(), cookies, PageSession.nobody(sessions, cookies), csrf);
    }

    private void fail(HttpServletResponse response, Reply.Page error, PageRequest page) throws IOException {
        try {
            writer.write(response, way.of(error, page), page);
        } catch (RuntimeException e) { // the host's own template of errors, or its layout
            LOG.error("the page of an error failed", e);
            response.sendError(error.status());
        }
    }
}
