package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.notice.SignInNotices.Closed;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notice of an act has the link that closes the account to another person, as the notice of a sign-in has. */
abstract class NoticeLinkContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String SECOND = "walnut-lantern-2208";
    private static final String THIRD = "copper-meadow-9031";

    private Auth node;

    /** For those who extend it. */
    protected NoticeLinkContract() {}

    @BeforeEach
    final void openHost() {
        node = fixture.nodeWith(
                builder -> builder.signInNotices(NoticeSettings.of(URI.create("https://acme.example/not-me"))));
        fixture.member(ANA);
    }

    @Test
    void the_link_of_a_notice_closes_the_account_once() {
        Caller other = change(FlowFixture.PASSWORD, SECOND);
        LinkProof link = links().get(0);
        assertThat(node.signInNotices().isLive(link)).isTrue();
        assertThat(node.ownAccount().me(other).isDone()).as("opened only").isTrue();
        Closed closed = node.signInNotices().disown(link).orElseThrow();
        assertThat(closed.passwordEnded()).isTrue();
        assertThat(node.ownAccount().me(other).refusal()).contains(Refusal.SESSION_ENDED);
        assertThat(node.signInNotices().disown(link)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
    }

    @Test
    void a_later_act_leaves_the_link_of_an_earlier_one() {
        change(FlowFixture.PASSWORD, SECOND);
        change(SECOND, THIRD);
        assertThat(links()).hasSize(2).allMatch(link -> node.signInNotices().isLive(link));
        LinkProof mixed = new LinkProof(links().get(0).uid(), links().get(1).token());
        assertThat(node.signInNotices().disown(mixed)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
    }

    @Test
    void a_notice_of_an_act_keeps_back_none_of_a_sign_in() {
        change(FlowFixture.PASSWORD, SECOND);
        signIn(SECOND, "203.0.113.9");
        assertThat(links()).hasSize(2);
    }

    @Test
    void of_many_acts_in_a_day_each_is_told_and_twenty_have_a_link() {
        int before = fixture.deliver().postbox.to(ANA).size();
        List<String> words = List.of(FlowFixture.PASSWORD, SECOND);
        for (int i = 0; i < 21; i++) {
            change(words.get(i % 2), words.get((i + 1) % 2));
            fixture.clock.advance(Duration.ofMinutes(61));
        }
        assertThat(links()).hasSize(20).allMatch(link -> node.signInNotices().isLive(link));
        assertThat(fixture.postbox.to(ANA)).hasSize(before + 21);
    }

    @Test
    void the_link_ends_with_the_address_that_it_went_to() {
        Caller ana = change(FlowFixture.PASSWORD, SECOND);
        LinkProof link = links().get(0);
        fixture.store.alone(tx -> {
            tx.users()
                    .claim(
                            ana.user(),
                            IdentifierRules.standard().email("new@acme.example").orElseThrow(),
                            fixture.clock.instant());
            return true;
        });
        assertThat(node.signInNotices().disown(link)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
    }

    @Test
    void an_old_link_is_worth_nothing() {
        change(FlowFixture.PASSWORD, SECOND);
        LinkProof link = links().get(0);
        fixture.clock.advance(Duration.ofDays(7));
        assertThat(node.signInNotices().isLive(link)).isFalse();
        assertThat(node.signInNotices().disown(link)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
    }

    @Test
    void of_two_who_use_the_link_at_once_one_closes_the_account() {
        change(FlowFixture.PASSWORD, SECOND);
        LinkProof link = links().get(0);
        List<CompletableFuture<Outcome<Closed>>> both = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> node.signInNotices().disown(link)))
                .limit(2)
                .toList();
        assertThat(both.stream().map(CompletableFuture::join).filter(Outcome::isDone))
                .hasSize(1);
    }

    @Test
    void a_host_without_a_page_tells_what_to_do() {
        node = fixture.auth;
        change(FlowFixture.PASSWORD, SECOND);
        assertThat(fixture.deliver().postbox.lastTo(ANA).text())
                .contains("Si no fuiste tú, pide una nueva contraseña")
                .doesNotContain("/not-me");
    }

    private Caller change(String before, String after) {
        Caller ana = signIn(before, "192.0.2.7");
        assertThat(node.passwords()
                        .change(ana, Secret.of(before), Secret.of(after))
                        .isDone())
                .isTrue();
        return ana;
    }

    private Caller signIn(String password, String address) {
        ClientInfo browser = new ClientInfo(ClientKind.WEB, null, address, "Firefox on Linux");
        return fixture.caller(
                FlowFixture.signIn(node.login().signIn(new PasswordLogin.Request(ANA, Secret.of(password), browser))));
    }

    private List<LinkProof> links() {
        return fixture.deliver().postbox.to(ANA).stream()
                .filter(letter -> letter.text().contains("/not-me?"))
                .map(letter -> new LinkProof(letter.uid(), Secret.of(letter.token())))
                .toList();
    }
}
