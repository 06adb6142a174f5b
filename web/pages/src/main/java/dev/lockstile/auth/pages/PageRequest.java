package dev.lockstile.auth.pages;

import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One request for a page, and who sent it. */
final class PageRequest {

    private static final String NEXT = "next";
    private static final List<String> KEPT = Stream.of(List.of("uid", "token"), SitePath.SHOWN, List.of(NEXT))
            .flatMap(List::stream)
            .toList();

    private static final String DEVICE = "device";
    private static final String TRUSTED = "trusted-browser";
    private static final Duration DEVICE_LIFE = Duration.ofDays(30);

    private final Sender sender;
    private final Map<String, String> sent;
    private final Cookies cookies;
    private final PageSession session;
    private final Csrf csrf;
    private @Nullable Caller caller;
    private @Nullable String mark;
    private @Nullable Who who;

    PageRequest(Sender sender, Map<String, String> sent, Cookies cookies, PageSession session, Csrf csrf) {
        this.sender = sender;
        this.sent = sent;
        this.cookies = cookies;
        this.session = session;
        this.csrf = csrf;
        this.caller = session.caller().orElse(null);
    }

    String path() {
        return sender.mount().path();
    }

    /** The path on the site of a path of ours. */
    String site(String path) {
        return sender.mount().base() + path;
    }

    String landing() {
        return sender.landing();
    }

    Texts texts() {
        return sender.texts();
    }

    Times times() {
        return sender.times();
    }

    String language() {
        return sender.texts().language();
    }

    /** A few words of ours for the browser; null for one that we do not know. */
    @Nullable
    String browser() {
        return sender.browser();
    }

    @Nullable
    String address() {
        return sender.address();
    }

    ClientInfo client() {
        Secret form = Csrf.browser(cookies);
        ClientEvidence shown = form == null ? evidence() : evidence().withForm(form);
        return new ClientInfo(ClientKind.WEB, null, sender.address(), sender.browser(), shown);
    }

    /** What the browser shows of itself: that a user signed in on it before. */
    ClientEvidence evidence() {
        String device = cookies.get(DEVICE);
        String browser = cookies.get(TRUSTED);
        return new ClientEvidence(
                        device == null ? null : Secret.of(device), null, browser == null ? null : Secret.of(browser))
                .withBrowser(sender.browser());
    }

    /** Keeps what lets this browser leave the second factor out; a first factor still goes before it. */
    private void keepTrust(@Nullable Secret browser) {
        if (browser != null) {
            cookies.setStrict(TRUSTED, browser.reveal(), DEVICE_LIFE);
        }
    }

    /** Drops it, once it is worth nothing. */
    void forgetTrust() {
        cookies.clear(TRUSTED);
    }

    /** Keeps what a sign-in or a reset gave this browser; a sign-out leaves it, since it opens no session. */
    void keepDevice(@Nullable Secret device) {
        if (device != null) {
            cookies.set(DEVICE, device.reveal(), DEVICE_LIFE);
        }
    }

    Cookies cookies() {
        return cookies;
    }

    PageSession session() {
        return session;
    }

    @Nullable
    Caller caller() {
        return caller;
    }

    /** Whom the head of the page names. */
    void knows(Who person) {
        who = person;
    }

    /** Null where the page was served without asking who is signed in. */
    @Nullable
    Who who() {
        return who;
    }

    Fields fields() {
        return new Fields(sent, sender.texts());
    }

    String param(String name) {
        return sent.getOrDefault(name, "");
    }

    /**
     * The page of ours to go to afterwards: a path of this site and nothing else, so that no link leads people away.
     */
    String next(String otherwise) {
        String next = param(NEXT);
        return SitePath.isOwn(next) ? next : otherwise;
    }

    /**
     * The same before a way of signing in that leaves the pages: the browser brings it back by {@link #afterSignIn}.
     */
    void keepNext() {
        NextPage.keep(cookies, next(""));
    }

    /** Where a sign-in leads that came from a message or from another site, too. */
    String afterSignIn() {
        String next = signInNext();
        return next.isEmpty() ? landing() : next;
    }

    /** The page that this request or a cookie of the way here says; empty for none. */
    String signInNext() {
        return next(NextPage.read(cookies));
    }

    /** A path of ours that is a step of the same sign-in, and goes on to the same page. */
    String onward(String path) {
        return path + query(signInNext());
    }

    /** To the sign-in that is a step of the same way. */
    Reply onToSignIn() {
        String next = signInNext();
        return next.isEmpty() ? Reply.go("/sign-in") : Reply.signIn(SitePath.value(next));
    }

    /** What stands behind the links to other ways of signing in. */
    static String query(String next) {
        return next.isEmpty() ? "" : "?" + NEXT + "=" + SitePath.value(next);
    }

    /** Where a person signs in, and comes back to what this address shows. */
    Reply toSignIn() {
        return Reply.signIn(here());
    }

    /** Where a person proves again who that is, and comes back to what this address shows. */
    Reply toProve() {
        return Reply.prove(here());
    }

    private String here() {
        return SitePath.value(site(formAddress()));
    }

    /** The address that shows the form that was sent, or the page that was opened. */
    String formAddress() {
        return SitePath.with(path(), sent, SitePath.SHOWN);
    }

    /** A path of ours with what this address says besides the language. */
    String withQuery(String path) {
        return SitePath.with(path, keptFields(), KEPT);
    }

    /** What the address of the page says besides the language, so that choosing one loses nothing. */
    String keptQuery() {
        return SitePath.query(keptFields(), KEPT);
    }

    /** The fields as they were sent, without a next page of another site. */
    private Map<String, String> keptFields() {
        Map<String, String> fields = new HashMap<>(sent);
        fields.put(NEXT, next(""));
        return fields;
    }

    String csrf() {
        return mark == null ? csrf.token(cookies, caller) : csrf.token(mark, caller);
    }

    /** Whether the form was rendered in this browser before it signed in. */
    boolean isSentAgain() {
        return csrf.isSentAgain(cookies, sent.get(Csrf.FIELD));
    }

    boolean isOwnForm() {
        return csrf.holds(cookies, caller, sent.get(Csrf.FIELD));
    }

    /** From here on the browser is signed in; forms rendered before are worth nothing. */
    void signedIn(SignIn signIn) {
        Caller before = caller;
        session.begin(signIn.tokens());
        keepDevice(signIn.trustedDevice());
        keepTrust(signIn.extras().trustedBrowser());
        NextPage.clear(cookies);
        forgetTyped();
        mark = csrf.renewAfterSignIn(cookies);
        caller = session.caller().orElse(null);
        if (before != null && (caller == null || !before.session().equals(caller.session()))) {
            session.end(before);
        }
    }

    void signedOut() {
        session.forget();
        csrf.renew(cookies);
        forgetTyped();
        caller = null;
        who = null;
    }

    /** Ends the session too; it may be one of another user than the one who acts. */
    void endSession() {
        if (caller != null) {
            session.endAll(caller);
        }
        signedOut();
    }

    /** Takes back what a person typed before the sign-in or sign-out; the next one at this browser is not shown it. */
    private void forgetTyped() {
        KnownLogin.clear(cookies);
        cookies.clearShown(CodePages.COOKIE);
        cookies.clearShown(StepUpPages.COOKIE);
    }

    /** A sentence for the next page, by its name. */
    void say(String what) {
        cookies.set(PageRenderer.FLASH, what);
    }

    /** The same about the account of another user. */
    void say(String what, UserId user) {
        say(what + "." + user);
    }
}
