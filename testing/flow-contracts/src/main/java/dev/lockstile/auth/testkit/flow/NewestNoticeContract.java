package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.notice.SignInNotices.Added;
import dev.lockstile.auth.notice.SignInNotices.Added.What;
import dev.lockstile.auth.notice.SignInNotices.Closed;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the link of a notice undoes beside that which its own notice told of, since owners open the newest of several. */
abstract class NewestNoticeContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String OTHER = "other@acme.example";
    private static final String PHONE = "+525512345678";

    private Auth node;

    /** For those who extend it. */
    protected NewestNoticeContract() {}

    @BeforeEach
    final void openHost() {
        node = fixture.nodeWith(
                builder -> builder.signInNotices(NoticeSettings.of(URI.create("https://acme.example/not-me"))));
        fixture.member(ANA);
    }

    @Test
    void the_newest_link_undoes_what_earlier_notices_told_of() {
        Caller other = signIn("192.0.2.7");
        changePhone(other, PHONE);
        link(other.user());
        changeEmail(other, OTHER);
        assertThat(disown(newest()).added())
                .extracting(Added::what)
                .containsExactlyInAnyOrder(What.EMAIL, What.PHONE, What.SOCIAL_ACCOUNT);
        assertThat(user(other.user()).email()).isEqualTo(ANA);
        assertThat(user(other.user()).identifiers().phone().isVerified()).isFalse();
        assertThat(sites(other.user())).isZero();
    }

    @Test
    void the_link_of_a_sign_in_does_too() {
        Caller other = signIn("192.0.2.7");
        changePhone(other, PHONE);
        link(other.user());
        fixture.clock.advance(Duration.ofHours(2));
        signIn("203.0.113.9");
        assertThat(disown(newest()).added())
                .extracting(Added::what)
                .containsExactlyInAnyOrder(What.PHONE, What.SOCIAL_ACCOUNT);
    }

    @Test
    void a_link_undoes_what_was_added_since_a_notice_of_a_sign_in() {
        signIn("192.0.2.7");
        fixture.clock.advance(Duration.ofHours(2));
        Caller other = signIn("203.0.113.9");
        link(other.user());
        changeEmail(other, OTHER);
        assertThat(disown(newest()).added())
                .extracting(Added::what)
                .containsExactlyInAnyOrder(What.EMAIL, What.SOCIAL_ACCOUNT);
    }

    @Test
    void notices_whose_links_are_over_do_not_count() {
        Caller own = signIn("192.0.2.7");
        changePhone(own, PHONE);
        link(own.user());
        fixture.clock.advance(Duration.ofDays(8));
        changeEmail(signIn("192.0.2.7"), OTHER);
        assertThat(disown(newest()).added()).extracting(Added::what).containsExactly(What.EMAIL);
        assertThat(user(own.user()).phone()).isEqualTo(PHONE);
        assertThat(sites(own.user())).isOne();
    }

    @Test
    void a_second_link_leaves_a_link_for_a_new_password() {
        Caller other = signIn("192.0.2.7");
        changePhone(other, PHONE);
        changeEmail(other, OTHER);
        List<LinkProof> links = links(ANA);
        assertThat(links).hasSize(2);
        links.forEach(link -> assertThat(disown(link).passwordEnded()).isTrue());
        MessageInbox.Letter reset = fixture.deliver().postbox.lastTo(ANA, any -> any.hasLink() && !isNotice(any));
        LinkProof proof = new LinkProof(reset.uid(), Secret.of(reset.token()));
        assertThat(node.passwords()
                        .confirmReset(proof, Secret.of("walnut-lantern-2208"))
                        .isDone())
                .isTrue();
    }

    @Test
    void the_address_that_is_taken_away_is_told_without_a_link() {
        Caller other = signIn("192.0.2.7");
        changeEmail(other, OTHER);
        int before = fixture.deliver().postbox.to(OTHER).size();
        disown(newest());
        List<MessageInbox.Letter> told = fixture.deliver().postbox.to(OTHER);
        assertThat(told).hasSize(before + 1);
        assertThat(told.get(before).hasLink()).isFalse();
    }

    @Test
    void a_deletion_that_is_taken_back_leaves_the_former_address_its_right() {
        Caller other = signIn("192.0.2.7");
        changeEmail(other, OTHER);
        LinkProof link = newest();
        assertThat(node.ownAccount()
                        .delete(other, new DeletionProof.Password(Secret.of(FlowFixture.PASSWORD)))
                        .isDone())
                .isTrue();
        assertThat(node.signInNotices().isLive(link)).isFalse();
        assertThat(node.admin().restore(other.user())).isTrue();
        disown(link);
        assertThat(user(other.user()).email()).isEqualTo(ANA);
        assertThat(user(other.user()).identifiers().email().isVerified()).isTrue();
    }

    private Closed disown(LinkProof link) {
        return node.signInNotices().disown(link).orElseThrow();
    }

    private LinkProof newest() {
        List<LinkProof> links = links(ANA);
        return links.get(links.size() - 1);
    }

    private void changeEmail(Caller caller, String to) {
        change(caller, AccountChange.NONE.withEmail(to), to);
    }

    private void changePhone(Caller caller, String to) {
        change(caller, AccountChange.NONE.withPhone(to), to);
    }

    private void change(Caller caller, AccountChange change, String to) {
        fixture.clock.advance(Duration.ofMinutes(2));
        PendingChange pending =
                node.ownAccount().update(caller, change).orElseThrow().pending().get(0);
        ChangeProof proof = new ChangeProof(pending.challengeId(), Secret.of(fixture.codeTo(to)));
        assertThat(node.ownAccount().confirmChange(caller, proof).isDone()).isTrue();
    }

    private Caller signIn(String address) {
        ClientInfo browser = new ClientInfo(ClientKind.WEB, null, address, "Firefox on Linux");
        return fixture.caller(FlowFixture.signIn(
                node.login().signIn(new PasswordLogin.Request(ANA, Secret.of(FlowFixture.PASSWORD), browser))));
    }

    private void link(UserId user) {
        assumeTrue(fixture.store.isMapped(AbstractAuthChallenge.class), "the host keeps no challenges");
        fixture.store.alone(tx -> {
            tx.socials()
                    .insert(user, new SocialIdentity("site", "1", null, false, null, null), fixture.clock.instant());
            return true;
        });
    }

    private int sites(UserId id) {
        return fixture.store.<Integer>read(tx -> tx.socials().of(id).size());
    }

    private UserInfo user(UserId id) {
        return fixture.store.read(tx -> tx.users().byId(id).orElseThrow()).info();
    }

    private static boolean isNotice(MessageInbox.Letter letter) {
        return letter.text().contains("/not-me?");
    }

    private List<LinkProof> links(String address) {
        return fixture.deliver().postbox.to(address).stream()
                .filter(NewestNoticeContract::isNotice)
                .map(letter -> new LinkProof(letter.uid(), Secret.of(letter.token())))
                .toList();
    }
}
