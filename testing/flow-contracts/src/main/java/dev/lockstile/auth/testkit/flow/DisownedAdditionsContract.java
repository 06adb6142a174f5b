package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.event.AuthEvent.FactorsChanged;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.notice.SignInNotices.Added;
import dev.lockstile.auth.notice.SignInNotices.Added.What;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another person has added since the notice goes with the sessions; what the owner had before stays. */
abstract class DisownedAdditionsContract extends FlowContract {

    private static final String ANA = "ana@acme.example";

    private Auth node;

    /** For those who extend it. */
    protected DisownedAdditionsContract() {}

    @BeforeEach
    final void openHost() {
        assumeTrue(fixture.store.isMapped(AbstractAuthChallenge.class), "the host keeps no challenges");
        node = fixture.nodeWith(
                builder -> builder.signInNotices(NoticeSettings.of(URI.create("https://acme.example/not-me"))));
        fixture.member(ANA);
    }

    @Test
    void passkeys_and_sites_that_were_added_since_go_and_older_ones_stay() {
        UserId ana = signIn("192.0.2.7").user();
        LinkProof link = noticeOf("203.0.113.9");
        fixture.clock.advance(Duration.ofMinutes(-10));
        add(ana, "own", "handle-of-ana", "1");
        fixture.clock.advance(Duration.ofMinutes(20));
        add(ana, "planted", "handle-of-other", "2");
        List<Added> removed = node.signInNotices().disown(link).orElseThrow().added();
        assertThat(removed)
                .containsExactlyInAnyOrder(new Added(What.PASSKEY, "Passkey"), new Added(What.SOCIAL_ACCOUNT, "site"));
        List<String> passkeys = read(tx -> tx.factors().passkeys().of(ana).stream()
                .map(passkey -> passkey.key().credentialId())
                .toList());
        List<String> subjects = read(tx -> tx.socials().of(ana).stream()
                .map(linked -> linked.identity().providerUserId())
                .toList());
        assertThat(passkeys).containsExactly("own");
        assertThat(subjects).containsExactly("1");
        assertThat(changes()).contains("passkey removed", "social unlinked: site");
    }

    @Test
    void an_application_that_was_added_since_goes_with_its_recovery_codes() {
        UserId ana = signIn("192.0.2.7").user();
        fixture.clock.advance(Duration.ofHours(1));
        LinkProof link = noticeOf("203.0.113.9");
        SecondFactorFixture.enrol(fixture, signIn("203.0.113.9"));
        assertThat(node.signInNotices().disown(link).orElseThrow().added()).contains(new Added(What.TOTP, ""));
        assertThat(factors(ana)).isEmpty();
        assertThat(hasCodes(ana)).isFalse();
        assertThat(changes()).contains("totp removed");
    }

    @Test
    void an_application_of_before_stays_and_is_asked_for() {
        Caller own = signIn("192.0.2.7");
        UserId ana = own.user();
        LinkProof link = noticeOf("203.0.113.9");
        fixture.clock.advance(Duration.ofMinutes(-10));
        SecondFactorFixture.enrol(fixture, own);
        fixture.clock.advance(Duration.ofMinutes(20));
        assertThat(node.signInNotices().disown(link).orElseThrow().added()).isEmpty();
        assertThat(factors(ana)).containsExactly(FactorKind.TOTP);
        assertThat(hasCodes(ana)).isTrue();
    }

    private void add(UserId user, String credential, String handle, String subject) {
        BelievingPasskeys.add(fixture, user, credential, handle);
        fixture.store.alone(tx -> {
            tx.socials()
                    .insert(
                            user,
                            new SocialIdentity("site", subject, null, false, null, null),
                            fixture.clock.instant());
            return true;
        });
    }

    private Set<FactorKind> factors(UserId user) {
        return read(tx -> tx.users().byId(user).orElseThrow().factors());
    }

    private boolean hasCodes(UserId user) {
        return read(tx -> tx.factors().recoveryCodes().left(user).isPresent());
    }

    private <T> T read(Function<AuthTx, T> look) {
        return fixture.store.read(look::apply);
    }

    private List<String> changes() {
        return fixture.events.stream()
                .filter(FactorsChanged.class::isInstance)
                .map(event -> ((FactorsChanged) event).change())
                .toList();
    }

    private Caller signIn(String address) {
        PasswordLogin.Request request = new PasswordLogin.Request(
                ANA, Secret.of(FlowFixture.PASSWORD), new ClientInfo(ClientKind.WEB, null, address, "Chrome"));
        return node.sessions()
                .authenticate(FlowFixture.signIn(node.login().signIn(request))
                        .tokens()
                        .access()
                        .reveal())
                .orElseThrow();
    }

    /** The link of the notice of a sign-in from a new place. */
    private LinkProof noticeOf(String address) {
        signIn(address);
        List<MessageInbox.Letter> notices = fixture.deliver().postbox.all().stream()
                .filter(letter -> letter.text().contains("/not-me?"))
                .toList();
        MessageInbox.Letter letter = notices.get(notices.size() - 1);
        return new LinkProof(letter.uid(), Secret.of(letter.token()));
    }
}
