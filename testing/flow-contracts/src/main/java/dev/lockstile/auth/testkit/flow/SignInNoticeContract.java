package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.notice.SignInNotices;
import dev.lockstile.auth.notice.SignInNotices.Added;
import dev.lockstile.auth.notice.SignInNotices.Closed;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners are told of sign-ins from new places, and close their account to others by the link of the mail. */
abstract class SignInNoticeContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final ClientInfo HOME = browser("192.0.2.7", "Firefox on Linux");
    private static final ClientInfo AWAY = browser("203.0.113.9", "Chrome (http://evil.example/x) on Windows");

    private static final NoticeSettings SETTINGS = NoticeSettings.of(URI.create("https://acme.example/not-me"))
            .withPlaces((address, language) ->
                    address.startsWith("203.") ? Optional.of("Porto, Portugal") : Optional.empty());

    private Auth node;

    /** For those who extend it. */
    protected SignInNoticeContract() {}

    @BeforeEach
    final void openHost() {
        node = fixture.nodeWith(builder -> builder.signInNotices(SETTINGS));
        fixture.member(ANA);
    }

    private static ClientInfo browser(String address, String label) {
        return new ClientInfo(ClientKind.WEB, null, address, label);
    }

    @Test
    void the_first_sign_in_and_known_places_are_quiet() {
        signIn(HOME);
        signIn(HOME);
        assertThat(notices()).isEmpty();
        SignIn away = signIn(AWAY);
        assertThat(notices()).hasSize(1);
        fixture.clock.advance(Duration.ofHours(2));
        signIn(AWAY);
        assertThat(notices()).hasSize(1);
        signIn(browser("198.51.100.4", "Chrome").showing(new ClientEvidence(away.trustedDevice(), null, null)));
        assertThat(notices()).as("a known device on a new network").hasSize(1);
    }

    @Test
    void the_mail_tells_time_device_and_place_and_no_text_of_a_stranger() {
        signIn(HOME);
        signIn(AWAY);
        assertThat(notices())
                .singleElement()
                .satisfies(letter -> assertThat(letter.text())
                        .contains("2026", "Chrome", "Windows", "Porto, Portugal (203.0.113.")
                        .doesNotContain("evil.example", "http://", "203.0.113.9"));
    }

    @Test
    void the_name_of_a_device_is_cut_between_letters() {
        signIn(HOME);
        signIn(browser("203.0.113.9", "x" + "\ud835\udd38".repeat(40)));
        assertThat(notices())
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()
                                .codePoints()
                                .noneMatch(code -> Character.getType(code) == Character.SURROGATE))
                        .isTrue());
    }

    @Test
    void many_sign_ins_send_one_mail_an_hour() {
        signIn(HOME);
        for (int i = 0; i < 5; i++) {
            signIn(browser("203.0.113." + i, "Chrome"));
            signIn(browser("198.51." + i + ".1", "Safari"));
        }
        assertThat(notices()).hasSize(1);
        fixture.clock.advance(Duration.ofHours(1));
        signIn(browser("198.18.0.1", "Safari"));
        assertThat(notices()).hasSize(2);
    }

    @Test
    void an_account_without_a_session_of_late_is_told() {
        signIn(HOME);
        fixture.clock.advance(Duration.ofDays(60));
        signIn(HOME);
        assertThat(notices()).hasSize(1);
    }

    @Test
    void a_host_without_notices_sends_none() {
        node = fixture.auth;
        signIn(HOME);
        signIn(AWAY);
        assertThat(notices()).isEmpty();
        assertThat(fixture.auth.signInNotices().disown(new LinkProof("uid", Secret.of("token"))))
                .isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
    }

    @Test
    void the_link_ends_sessions_and_the_password_and_removes_what_was_added() {
        Caller owner = caller(signIn(HOME));
        Caller other = caller(signIn(AWAY));
        LinkProof link = link();
        assertThat(notice().isLive(link)).isTrue();
        assertThat(node.ownAccount().me(other).isDone())
                .as("opening changes nothing")
                .isTrue();
        BelievingPasskeys.add(fixture, other.user(), "planted", "handle-of-other");
        Closed closed = notice().disown(link).orElseThrow();
        assertThat(closed.passwordEnded()).isTrue();
        assertThat(closed.added()).contains(new Added(Added.What.PASSKEY, "Passkey"));
        assertThat(fixture.store.<Integer>read(
                        tx -> tx.factors().passkeys().of(other.user()).size()))
                .isZero();
        for (Caller ended : List.of(owner, other)) {
            assertThat(node.ownAccount().me(ended).refusal()).contains(Refusal.SESSION_ENDED);
        }
        assertThat(login(HOME).refusal()).contains(Refusal.INVALID_CREDENTIALS);
        assertThat(fixture.deliver()
                        .postbox
                        .lastTo(ANA, MessageInbox.Letter::hasLink)
                        .text())
                .as("a link for a new password follows")
                .contains("/reset");
        assertThat(fixture.events).anyMatch(AuthEvent.SignInDisowned.class::isInstance);
        assertThat(notice().isLive(link)).isFalse();
        assertThat(notice().disown(link)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
    }

    @Test
    void the_link_outlives_a_password_that_the_other_person_set() {
        signIn(HOME);
        Caller other = caller(signIn(AWAY));
        LinkProof link = link();
        assertThat(node.passwords()
                        .change(other, Secret.of(FlowFixture.PASSWORD), Secret.of("another-word-4411"))
                        .isDone())
                .isTrue();
        assertThat(notice().isLive(link)).isTrue();
        assertThat(notice().disown(link).orElseThrow().passwordEnded()).isTrue();
        assertThat(node.ownAccount().me(other).refusal()).contains(Refusal.SESSION_ENDED);
        assertThat(notice().isLive(link)).isFalse();
    }

    @Test
    void the_password_that_the_link_ended_is_not_chosen_again_where_there_is_a_history() {
        PasswordHistoryFixture.assumeKept(fixture);
        node = fixture.nodeWith(builder -> builder.signInNotices(SETTINGS).passwordHistory(1));
        signIn(HOME);
        signIn(AWAY);
        notice().disown(link()).orElseThrow();
        LinkProof reset = fixture.linkTo(ANA);
        assertThat(PasswordHistoryFixture.codes(node.passwords().confirmReset(reset, Secret.of(FlowFixture.PASSWORD))))
                .containsExactly("former_password");
        assertThat(node.passwords()
                        .confirmReset(reset, Secret.of("another-word-4411"))
                        .isDone())
                .isTrue();
    }

    @Test
    void the_link_calls_off_a_deletion_that_was_asked_for_since() {
        UserId user = askedForDeletion(AWAY);
        notice().disown(link()).orElseThrow();
        assertThat(node.admin().deletionDue(user)).isEmpty();
    }

    @Test
    void the_link_leaves_a_deletion_that_was_asked_for_before() {
        UserId user = askedForDeletion(HOME);
        fixture.clock.advance(Duration.ofHours(1));
        signIn(HOME);
        signIn(AWAY);
        notice().disown(link()).orElseThrow();
        assertThat(node.admin().deletionDue(user)).isPresent();
    }

    private UserId askedForDeletion(ClientInfo client) {
        assumeTrue(fixture.store.isMapped(AbstractAuthChallenge.class), "the host keeps no challenges");
        node = fixture.nodeWith(builder -> builder.signInNotices(SETTINGS).deletionGrace(Duration.ofDays(14)));
        signIn(HOME);
        DeletionProof password = new DeletionProof.Password(Secret.of(FlowFixture.PASSWORD));
        return node.ownAccount().delete(caller(signIn(client)), password).orElseThrow();
    }

    @Test
    void a_link_opens_no_other_purpose_and_ends_after_a_week() {
        signIn(HOME);
        signIn(AWAY);
        LinkProof link = link();
        assertThat(node.passwords()
                        .confirmReset(link, Secret.of("another-word-4411"))
                        .isDone())
                .isFalse();
        LinkProof wrong = new LinkProof(link.uid(), Secret.of(link.token().reveal() + "x"));
        assertThat(notice().disown(wrong)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
        fixture.clock.advance(Duration.ofDays(8));
        assertThat(notice().disown(link)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
        assertThat(login(HOME).isDone()).isTrue();
    }

    @Test
    void of_two_who_open_the_link_at_once_one_closes_the_account() {
        signIn(HOME);
        signIn(AWAY);
        LinkProof link = link();
        List<CompletableFuture<Outcome<Closed>>> both = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> notice().disown(link)))
                .limit(2)
                .toList();
        assertThat(both.stream().map(CompletableFuture::join).filter(Outcome::isDone))
                .hasSize(1);
    }

    private SignInNotices notice() {
        return node.signInNotices();
    }

    private List<MessageInbox.Letter> notices() {
        return fixture.deliver().postbox.all().stream()
                .filter(letter -> letter.text().contains("/not-me?"))
                .toList();
    }

    private LinkProof link() {
        MessageInbox.Letter letter = notices().get(0);
        return new LinkProof(letter.uid(), Secret.of(letter.token()));
    }

    private Outcome<SignIn> login(ClientInfo client) {
        return node.login().signIn(new PasswordLogin.Request(ANA, Secret.of(FlowFixture.PASSWORD), client));
    }

    private SignIn signIn(ClientInfo client) {
        return FlowFixture.signIn(login(client));
    }

    private Caller caller(SignIn in) {
        return node.sessions().authenticate(in.tokens().access().reveal()).orElseThrow();
    }
}
