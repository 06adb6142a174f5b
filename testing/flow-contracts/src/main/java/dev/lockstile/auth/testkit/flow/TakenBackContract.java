package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.notice.SignInNotices.Added;
import dev.lockstile.auth.notice.SignInNotices.Added.What;
import dev.lockstile.auth.notice.SignInNotices.Closed;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An address or number that another person has changed is the owner's again by the link of a notice. */
abstract class TakenBackContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String OTHER = "other@acme.example";
    private static final String THIRD = "third@acme.example";
    private static final String PHONE = "+525512345678";
    private static final String OTHER_PHONE = "+525587654321";

    private Auth node;

    /** For those who extend it. */
    protected TakenBackContract() {}

    @BeforeEach
    final void openHost() {
        node = fixture.nodeWith(
                builder -> builder.signInNotices(NoticeSettings.of(URI.create("https://acme.example/not-me"))));
        fixture.member(ANA);
    }

    @Test
    void the_link_of_an_earlier_notice_takes_the_address_back() {
        signIn("192.0.2.7");
        Caller other = noticed("203.0.113.9");
        LinkProof link = links(ANA).get(0);
        changeEmail(other, OTHER);
        assertThat(node.signInNotices().isLive(link)).isTrue();

        assertThat(disown(link)).containsExactly(new Added(What.EMAIL, "o\u2022\u2022\u2022@acme.example"));

        assertThat(node.ownAccount().me(other).refusal()).contains(Refusal.SESSION_ENDED);
        assertThat(user(other.user()).email()).isEqualTo(ANA);
        reset();
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD).isDone()).isTrue();
        fixture.member(OTHER);
        assertThat(fixture.signedIn(OTHER).user().id()).isNotEqualTo(other.user());
    }

    @Test
    void the_notice_of_the_change_has_a_link() {
        Caller other = signIn("192.0.2.7");
        changeEmail(other, OTHER);
        assertThat(links(ANA)).hasSize(1);
        disown(links(ANA).get(0));
        assertThat(user(other.user()).email()).isEqualTo(ANA);
        assertThat(links(OTHER)).isEmpty();
    }

    @Test
    void of_several_changes_the_first_is_taken_back() {
        Caller other = signIn("192.0.2.7");
        changeEmail(other, OTHER);
        changeEmail(other, THIRD);
        assertThat(links(OTHER)).as("an address that stood between").isEmpty();
        disown(links(ANA).get(0));
        assertThat(user(other.user()).email()).isEqualTo(ANA);
    }

    @Test
    void an_address_that_stood_between_takes_nothing() {
        Caller caller = signIn("192.0.2.7");
        changeEmail(caller, OTHER);
        changePassword(caller, FlowFixture.PASSWORD, "walnut-lantern-2208");
        LinkProof between = links(OTHER).get(0);
        assertThat(node.signInNotices().isLive(between)).isTrue();
        changeEmail(caller, ANA);
        assertThat(links(OTHER)).containsExactly(between);
        assertThat(node.signInNotices().isLive(between)).isFalse();
        assertThat(node.signInNotices().disown(between)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
        assertThat(user(caller.user()).email()).isEqualTo(ANA);
    }

    @Test
    void a_link_to_the_present_address_leaves_it() {
        Caller caller = signIn("192.0.2.7");
        changeEmail(caller, OTHER);
        changePassword(caller, FlowFixture.PASSWORD, "walnut-lantern-2208");
        assertThat(disown(links(OTHER).get(0))).isEmpty();
        assertThat(user(caller.user()).email()).isEqualTo(OTHER);
    }

    @Test
    void a_former_address_is_worth_nothing_after_its_time() {
        Caller other = signIn("192.0.2.7");
        changeEmail(other, OTHER);
        LinkProof link = links(ANA).get(0);
        fixture.clock.advance(Duration.ofDays(7));
        assertThat(node.signInNotices().disown(link)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
        assertThat(user(other.user()).email()).isEqualTo(OTHER);
    }

    @Test
    void an_address_that_another_account_has_proven_stays_there() {
        Caller other = signIn("192.0.2.7");
        changeEmail(other, OTHER);
        LinkProof link = links(ANA).get(0);
        fixture.member(ANA);
        assertThat(disown(link)).extracting(Added::what).containsExactly(What.EMAIL);
        assertThat(user(other.user()).identifiers().email().isVerified()).isFalse();
        assertThat(fixture.deliver().postbox.to(OTHER)).as("no reset").noneMatch(MessageInbox.Letter::hasLink);
        assertThat(fixture.login(OTHER, FlowFixture.PASSWORD).isDone()).isFalse();
        assertThat(fixture.signedIn(ANA).user().id()).isNotEqualTo(other.user());
    }

    @Test
    void a_number_that_was_added_since_goes_and_a_changed_one_comes_back() {
        Caller caller = signIn("192.0.2.7");
        changePhone(caller, PHONE);
        assertThat(disown(links(ANA).get(0))).containsExactly(new Added(What.PHONE, "+52\u2022\u2022\u202278"));
        assertThat(user(caller.user()).identifiers().phone().isVerified()).isFalse();

        reset();
        Caller again = signIn("192.0.2.7");
        changePhone(again, PHONE);
        fixture.clock.advance(Duration.ofDays(8));
        Caller other = signIn("192.0.2.7");
        changePhone(other, OTHER_PHONE);
        assertThat(disown(links(ANA).get(2))).containsExactly(new Added(What.PHONE, "+52\u2022\u2022\u202221"));
        assertThat(user(caller.user()).phone()).isEqualTo(PHONE);
        assertThat(user(caller.user()).identifiers().phone().isVerified()).isTrue();
    }

    @Test
    void a_number_changed_before_and_since_the_notice_goes() {
        Caller caller = signIn("192.0.2.7");
        changePhone(caller, PHONE);
        fixture.clock.advance(Duration.ofMinutes(5));
        changePhone(caller, OTHER_PHONE);
        assertThat(disown(links(ANA).get(1))).extracting(Added::what).containsExactly(What.PHONE);
        assertThat(user(caller.user()).identifiers().phone().isVerified()).isFalse();
    }

    @Test
    void a_change_and_the_link_at_once_leave_the_former_address() {
        signIn("192.0.2.7");
        Caller other = noticed("203.0.113.9");
        LinkProof link = links(ANA).get(0);
        ChangeProof proof = asked(other, AccountChange.NONE.withEmail(OTHER), OTHER);
        List<Boolean> done = ParallelRun.run(
                2,
                runner -> runner == 0
                        ? node.signInNotices().disown(link).isDone()
                        : node.ownAccount().confirmChange(other, proof).isDone());
        assertThat(done).first().isEqualTo(true);
        assertThat(node.ownAccount().me(other).refusal()).contains(Refusal.SESSION_ENDED);
        assertThat(user(other.user()).email()).isEqualTo(ANA);
    }

    private List<Added> disown(LinkProof link) {
        Outcome<Closed> closed = node.signInNotices().disown(link);
        return closed.orElseThrow().added();
    }

    private void changeEmail(Caller caller, String to) {
        confirm(caller, asked(caller, AccountChange.NONE.withEmail(to), to));
    }

    private void changePhone(Caller caller, String to) {
        confirm(caller, asked(caller, AccountChange.NONE.withPhone(to), to));
    }

    private ChangeProof asked(Caller caller, AccountChange change, String to) {
        fixture.clock.advance(Duration.ofMinutes(2));
        PendingChange pending =
                node.ownAccount().update(caller, change).orElseThrow().pending().get(0);
        return new ChangeProof(pending.challengeId(), Secret.of(fixture.codeTo(to)));
    }

    private void confirm(Caller caller, ChangeProof proof) {
        assertThat(node.ownAccount().confirmChange(caller, proof).isDone()).isTrue();
    }

    private void changePassword(Caller caller, String before, String after) {
        assertThat(node.passwords()
                        .change(caller, Secret.of(before), Secret.of(after))
                        .isDone())
                .isTrue();
    }

    /** Sets a new password of the old text. */
    private void reset() {
        MessageInbox.Letter letter = fixture.deliver()
                .postbox
                .lastTo(ANA, any -> any.hasLink() && !any.text().contains("/not-me?"));
        assertThat(node.passwords()
                        .confirmReset(
                                new LinkProof(letter.uid(), Secret.of(letter.token())), Secret.of(FlowFixture.PASSWORD))
                        .isDone())
                .isTrue();
        fixture.clock.advance(Duration.ofMinutes(5));
    }

    /** Another person, of whose sign-in the owner is told. */
    private Caller noticed(String address) {
        fixture.clock.advance(Duration.ofHours(1));
        return signIn(address);
    }

    private Caller signIn(String address) {
        ClientInfo browser = new ClientInfo(ClientKind.WEB, null, address, "Firefox on Linux");
        return fixture.caller(FlowFixture.signIn(
                node.login().signIn(new PasswordLogin.Request(ANA, Secret.of(FlowFixture.PASSWORD), browser))));
    }

    private UserInfo user(UserId id) {
        return fixture.store.read(tx -> tx.users().byId(id).orElseThrow()).info();
    }

    private List<LinkProof> links(String address) {
        return fixture.deliver().postbox.to(address).stream()
                .filter(letter -> letter.text().contains("/not-me?"))
                .map(letter -> new LinkProof(letter.uid(), Secret.of(letter.token())))
                .toList();
    }
}
