package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.factor.SecondFactors;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** All pages that the settings ask for. */
final class PageRoutes {

    private final Auth auth;
    private final PageSettings settings;
    private final Routes routes;
    private final Clock clock;

    private PageRoutes(Auth auth, PageSettings settings, Routes routes) {
        this.auth = auth;
        this.settings = settings;
        this.routes = routes;
        this.clock = settings.clock();
    }

    static Routes of(Auth auth, PageSettings settings) {
        Routes routes = new Routes(auth.ownAccount(), auth.adminAuthorization());
        routes.getForAll("/", request -> Reply.page("home"));
        String document = settings.apiDocument();
        if (document != null) {
            routes.getForAll("/api", request -> Reply.page("api", Map.of("document", document)));
        }
        PageRoutes pages = new PageRoutes(auth, settings, routes);
        pages.signIn();
        pages.passwords();
        pages.account();
        pages.optional();
        AdminLists lists = settings.administration();
        if (lists != null) {
            new AdminRoutes(auth, settings, lists).add(routes);
        }
        return routes;
    }

    private void signIn() {
        new SignInPages(auth.login(), settings.entry()).add(routes);
        new CodePages(auth.codes(), auth.settings().codes(), settings.entry(), clock).add(routes);
        if (auth.settings().links().loginPage() != null) {
            new LinkPages(auth.linkLogin(), settings.entry(), sent("link-sent")).add(routes);
        }
        if (!auth.social().providers().isEmpty()) {
            new SocialPages(auth.social(), origin()).add(routes);
        }
        new NewPasswordPages(auth.login()).add(routes);
        new SecondFactorPages(auth.secondFactorLogin(), auth.secondFactors().served()).add(routes);
    }

    /** Where a password is set: at a registration, by a link, and for the first time in an account. */
    private void passwords() {
        PasswordEntry entry = new PasswordEntry(auth.login(), settings.entry());
        if (settings.signUp()) {
            RegistrationSent sent = new RegistrationSent(sent(RegistrationSent.COOKIE));
            OwnFields fields = new OwnFields(auth.hostData().fields().registration());
            boolean hasOneName = settings.entry().hasOneName();
            boolean bySites = auth.social().opensAccounts();
            new RegisterPages(auth.registrations(), fields, entry, sent, hasOneName, bySites, clock).add(routes);
            new ConfirmCodePages(auth.registrations(), entry, sent).add(routes);
        }
        FirstPasswordPages first = new FirstPasswordPages(auth.passwords(), auth.secondFactors(), auth.stepUp());
        first.add(routes);
        new PasswordPages(auth.passwords(), first, entry, sent("reset-sent")).add(routes);
    }

    private void account() {
        AccountView account = new AccountView(auth);
        AddressInProof address = new AddressInProof(new FormOwner(auth.formTokens(), clock));
        new AccountPages(auth.ownAccount(), account, address, auth.settings().codes(), clock).add(routes);
        if (!auth.ownAccount().deletionGrace().isZero()) {
            new DeletionPages(auth.ownAccount()).add(routes);
        }
        new OwnDataPages(auth.ownAccount()).add(routes);
        if (auth.passkeyLogin().isServed()) {
            new PasskeyPages(auth).add(routes);
            new OwnPasskeyPages(auth.ownPasskeys(), auth.stepUp(), account).add(routes);
        }
        factors(account);
        new PreferencePages(auth).add(routes);
        new ProfilePages(auth, new OwnFields(auth.hostData().fields().profile())).add(routes);
        new SessionPages(auth.sessions()).add(routes);
        new StepUpPages(auth, settings.entry(), clock).add(routes);
    }

    private void optional() {
        if (auth.activity().isServed()) {
            new ActivityPages(auth.activity()).add(routes);
        }
        if (auth.apiKeys().isServed()) {
            new ApiKeyPages(auth.apiKeys(), clock).add(routes);
        }
        if (auth.signInNotices().isServed()) {
            new NotMePages(auth.signInNotices()).add(routes);
        }
    }

    private void factors(AccountView account) {
        SecondFactors.Served served = account.factors().served();
        if (served.totp()) {
            new TotpPages(auth.secondFactors(), auth.stepUp(), account).add(routes);
        }
        if (served.recoveryCodes()) {
            new RecoveryCodePages(auth.secondFactors(), auth.stepUp(), account).add(routes);
        }
        if (served.trustedBrowsers()) {
            new TrustedBrowserPages(auth.secondFactors(), account).add(routes);
        }
    }

    private SentMessage sent(String cookie) {
        return new SentMessage(cookie, auth.settings().codes().cooldown(), clock);
    }

    /** Of the pages, as the links of messages have it. */
    private String origin() {
        URI page = auth.settings().links().confirmPage();
        return page.getScheme() + "://" + page.getRawAuthority();
    }
}
