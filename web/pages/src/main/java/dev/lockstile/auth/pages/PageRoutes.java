package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.factor.SecondFactors;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** All pages that the settings ask for. */
final class PageRoutes {

    private PageRoutes() {}

    static Routes of(Auth auth, PageSettings settings) {
        Clock clock = settings.clock();
        Routes routes = new Routes(auth.accounts(), auth.adminAuthorization());
        routes.getForAll("/", request -> Reply.page("home"));
        String document = settings.apiDocument();
        if (document != null) {
            routes.getForAll("/api", request -> Reply.page("api", Map.of("document", document)));
        }
        PasswordEntry entry = new PasswordEntry(auth.login(), settings.entry());
        new SignInPages(auth.login(), auth.sessions(), settings.entry()).add(routes);
        new CodePages(auth.codes(), auth.settings().codes(), settings.entry(), clock).add(routes);
        if (auth.settings().links().loginPage() != null) {
            new LinkPages(auth.linkLogin(), settings.entry(), sent("link-sent", auth, clock)).add(routes);
        }
        if (!auth.social().providers().isEmpty()) {
            new SocialPages(auth.social(), origin(auth)).add(routes);
        }
        new NewPasswordPages(auth.login()).add(routes);
        new SecondFactorPages(auth.secondFactorLogin(), auth.secondFactors().served()).add(routes);
        if (settings.signUp()) {
            new RegisterPages(
                            auth.accounts(),
                            new OwnFields(auth.hostData().fields().registration()),
                            entry,
                            new RegistrationSent(sent(RegistrationSent.COOKIE, auth, clock)),
                            settings.entry().hasOneName(),
                            clock)
                    .add(routes);
            new ConfirmCodePages(
                            auth.accounts(), entry, new RegistrationSent(sent(RegistrationSent.COOKIE, auth, clock)))
                    .add(routes);
        }
        FirstPasswordPages first = new FirstPasswordPages(auth.passwords(), auth.secondFactors(), auth.stepUp());
        first.add(routes);
        new PasswordPages(auth.passwords(), first, entry, sent("reset-sent", auth, clock)).add(routes);
        AccountView account = new AccountView(auth);
        new AccountPages(auth.ownAccount(), account, new AddressInProof(new FormOwner(auth.formTokens(), clock)), clock)
                .add(routes);
        if (auth.passkeyLogin().isServed()) {
            new PasskeyPages(auth).add(routes);
            new OwnPasskeyPages(auth.ownPasskeys(), auth.stepUp(), account).add(routes);
        }
        factors(auth, account, routes);
        new PreferencePages(auth).add(routes);
        if (auth.activity().isServed()) {
            new ActivityPages(auth.activity(), auth.sessions()).add(routes);
        }
        if (auth.apiKeys().isServed()) {
            new ApiKeyPages(auth.apiKeys()).add(routes);
        }
        new ProfilePages(auth, new OwnFields(auth.hostData().fields().profile())).add(routes);
        new SessionPages(auth.sessions()).add(routes);
        if (auth.signInNotices().isServed()) {
            new NotMePages(auth.signInNotices()).add(routes);
        }
        new StepUpPages(auth, settings.entry(), clock).add(routes);
        AdminLists lists = settings.administration();
        if (lists != null) {
            AdminShell shell = new AdminShell(auth, settings.importRuns() != null);
            new AdminPages(auth, lists, settings.importRuns(), shell, clock).add(routes);
            new AdminUserList(auth, lists, shell).add(routes);
            AdminEventPages events = new AdminEventPages(auth, lists, shell);
            if (auth.activity().isServed()) {
                events.add(routes);
            }
            if (auth.roles().areDeclared()) {
                new AdminRolePages(auth.roles(), shell).add(routes);
            }
            new AdminUserPage(auth, lists, events, shell).add(routes);
            new AdminBulkActs(auth, new AdminUsers(lists), shell).add(routes);
            AdminQuestions questions = new AdminQuestions(auth, new AdminUsers(lists));
            new AdminActions(auth, questions).add(routes, settings.signUp());
            new AdminSocialActions(auth, questions).add(routes);
            if (auth.impersonation().isServed()) {
                new ActingPages(auth.impersonation(), auth.sessions(), questions).add(routes);
            }
            if (AdminFactorActions.areServed(auth)) {
                new AdminFactorActions(auth, questions).add(routes);
            }
        }
        return routes;
    }

    private static void factors(Auth auth, AccountView account, Routes routes) {
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

    private static SentMessage sent(String cookie, Auth auth, Clock clock) {
        return new SentMessage(cookie, auth.settings().codes().cooldown(), clock);
    }

    /** Of the pages, as the links of messages have it. */
    private static String origin(Auth auth) {
        URI page = auth.settings().links().confirmPage();
        return page.getScheme() + "://" + page.getRawAuthority();
    }
}
