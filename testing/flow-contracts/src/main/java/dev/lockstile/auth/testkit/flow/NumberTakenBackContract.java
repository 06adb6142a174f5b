package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.notice.SignInNotices.Added;
import dev.lockstile.auth.notice.SignInNotices.Added.What;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account whose one proven identifier is a number is its owner's again by the link of a text message. */
abstract class NumberTakenBackContract extends FlowContract {

    private static final String PHONE = "+525512345678";
    private static final String OTHER = "+525587654321";
    private static final String THIRD = "+525511223344";
    private static final String MAIL = "other@acme.example";
    private static final String SECOND = "walnut-lantern-2208";

    private NumberHost host;
    private UserId ana;

    /** For those who extend it. */
    protected NumberTakenBackContract() {}

    @BeforeEach
    final void openHost() {
        host = NumberHost.of(fixture);
        ana = host.account(PHONE);
    }

    @Test
    void a_number_that_stood_between_takes_nothing() {
        Caller caller = host.signIn(PHONE);
        host.changePhone(caller, OTHER);
        host.changePassword(caller, FlowFixture.PASSWORD, SECOND);
        LinkProof between = host.links(OTHER).get(0);
        assertThat(host.node().signInNotices().isLive(between)).isTrue();
        host.changePhone(caller, THIRD);
        assertThat(host.links(OTHER)).as("of the change from it").containsExactly(between);
        assertRefused(between);
        assertThat(host.user(ana).phone()).isEqualTo(THIRD);
    }

    @Test
    void a_number_that_another_account_has_proven_stays_there() {
        host.changePhone(host.signIn(PHONE), OTHER);
        LinkProof link = host.links(PHONE).get(0);
        UserId next = host.account(PHONE);
        assertThat(disown(link)).extracting(Added::what).containsExactly(What.PHONE);
        assertThat(host.user(ana).identifiers().phone().isVerified()).isFalse();
        assertThat(host.user(next).identifiers().phone().isVerified()).isTrue();
        assertThat(host.resets(OTHER)).isEmpty();
        assertThat(host.resets(PHONE)).isEmpty();
        assertThat(fixture.login(OTHER, FlowFixture.PASSWORD).isDone()).isFalse();
    }

    @Test
    void a_link_is_worth_nothing_after_its_time_or_a_second_time() {
        host.changePhone(host.signIn(PHONE), OTHER);
        LinkProof link = host.links(PHONE).get(0);
        disown(link);
        assertRefused(link);

        setPassword(FlowFixture.PASSWORD);
        host.changePhone(host.signIn(PHONE), OTHER);
        LinkProof old = host.links(PHONE).get(2);
        fixture.clock.advance(Duration.ofDays(7));
        assertRefused(old);
        assertThat(host.user(ana).phone()).isEqualTo(OTHER);
    }

    @Test
    void a_link_to_the_present_number_leaves_it() {
        Caller caller = host.signIn(PHONE);
        host.changePhone(caller, OTHER);
        host.changePassword(caller, FlowFixture.PASSWORD, SECOND);
        assertThat(disown(host.links(OTHER).get(0))).isEmpty();
        assertThat(host.user(ana).phone()).isEqualTo(OTHER);
    }

    @Test
    void a_changed_number_comes_back_with_a_link_for_a_new_password() {
        Caller other = host.signIn(PHONE);
        host.changePhone(other, OTHER);
        int told = fixture.deliver().postbox.to(OTHER).size();
        assertThat(disown(host.links(PHONE).get(0))).containsExactly(new Added(What.PHONE, "+52\u2022\u2022\u202221"));

        assertThat(host.node().ownAccount().me(other).refusal()).contains(Refusal.SESSION_ENDED);
        assertThat(host.user(ana).phone()).isEqualTo(PHONE);
        assertThat(host.user(ana).identifiers().phone().isVerified()).isTrue();
        assertThat(fixture.login(PHONE, FlowFixture.PASSWORD).isDone()).isFalse();
        assertThat(fixture.deliver().postbox.to(OTHER)).as("of what it lost").hasSize(told + 1);
        assertThat(host.links(OTHER)).isEmpty();
        setPassword(SECOND);
        assertThat(fixture.login(PHONE, SECOND).isDone()).isTrue();
    }

    @Test
    void an_address_that_was_added_goes() {
        Caller other = host.signIn(PHONE);
        host.changeEmail(other, MAIL);
        assertThat(host.links(MAIL)).isEmpty();
        assertThat(disown(host.links(PHONE).get(0)))
                .containsExactly(new Added(What.EMAIL, "o\u2022\u2022\u2022@acme.example"));
        assertThat(host.user(ana).identifiers().email().isVerified()).isFalse();
        assertThat(host.user(ana).phone()).isEqualTo(PHONE);
        assertThat(host.resets(MAIL)).isEmpty();
        setPassword(SECOND);
        assertThat(fixture.login(PHONE, SECOND).isDone()).isTrue();
        assertThat(fixture.login(MAIL, SECOND).isDone()).isFalse();
    }

    @Test
    void an_address_that_was_added_before_the_number_is_changed_keeps_no_link_back() {
        Caller other = host.signIn(PHONE);
        host.changeEmail(other, MAIL);
        host.changePhone(other, OTHER);
        host.changePhone(other, THIRD);
        assertThat(host.links(PHONE)).hasSize(2);
        assertThat(host.links(OTHER)).isEmpty();
        assertThat(disown(host.links(PHONE).get(1))).extracting(Added::what).containsExactly(What.EMAIL, What.PHONE);
        assertThat(host.user(ana).phone()).isEqualTo(PHONE);
        assertThat(host.user(ana).identifiers().email().isVerified()).isFalse();
        host.links(MAIL).forEach(this::assertRefused);
    }

    @Test
    void the_number_takes_back_while_an_address_is_new() {
        Caller own = host.signIn(PHONE);
        host.changeEmail(own, "ana@acme.example");
        assertThat(host.links(PHONE)).hasSize(1);
        fixture.clock.advance(Duration.ofDays(3));
        Caller other = host.signIn(PHONE);
        host.changeEmail(other, MAIL);
        assertThat(host.links("ana@acme.example")).isEmpty();
        assertThat(disown(host.links(PHONE).get(1))).extracting(Added::what).containsExactly(What.EMAIL);
        assertThat(host.user(ana).identifiers().email().isVerified()).isFalse();
    }

    @Test
    void an_account_with_an_address_of_before_has_links_by_mail_alone() {
        host.changeEmail(host.signIn(PHONE), MAIL);
        fixture.clock.advance(Duration.ofDays(8));
        int before = host.links(PHONE).size();
        host.changePhone(host.signIn(PHONE), OTHER);
        assertThat(host.links(PHONE)).hasSize(before);
        assertThat(disown(host.links(MAIL).get(0))).extracting(Added::what).containsExactly(What.PHONE);
        assertThat(host.user(ana).phone()).isEqualTo(PHONE);
        assertThat(host.resets(MAIL)).hasSize(1);
        assertThat(host.resets(PHONE)).isEmpty();
    }

    @Test
    void other_notices_have_the_link_too_twenty_times_a_day() {
        Caller caller = host.signIn(PHONE);
        List<String> words = List.of(FlowFixture.PASSWORD, SECOND);
        for (int i = 0; i < 21; i++) {
            host.changePassword(caller, words.get(i % 2), words.get((i + 1) % 2));
            fixture.clock.advance(Duration.ofMinutes(3));
        }
        assertThat(host.links(PHONE))
                .hasSize(20)
                .allMatch(link -> host.node().signInNotices().isLive(link));
    }

    @Test
    void a_host_without_a_page_tells_what_to_do() {
        NumberHost plain = new NumberHost(fixture, fixture.auth);
        plain.changePhone(plain.signIn(PHONE), OTHER);
        assertThat(plain.links(PHONE)).isEmpty();
        assertThat(fixture.deliver().postbox.lastTo(PHONE).text()).contains("If it was not you, contact Acme");
    }

    @Test
    void a_change_and_the_link_at_once_leave_the_former_number() {
        Caller other = host.signIn(PHONE);
        host.changePassword(other, FlowFixture.PASSWORD, SECOND);
        LinkProof link = host.links(PHONE).get(0);
        ChangeProof proof = host.asked(other, AccountChange.NONE.withPhone(OTHER), OTHER);
        List<Boolean> done = ParallelRun.run(
                2,
                runner -> runner == 0
                        ? host.node().signInNotices().disown(link).isDone()
                        : host.node().ownAccount().confirmChange(other, proof).isDone());
        assertThat(done).first().isEqualTo(true);
        assertThat(host.node().ownAccount().me(other).refusal()).contains(Refusal.SESSION_ENDED);
        assertThat(host.user(ana).phone()).isEqualTo(PHONE);
    }

    @Test
    void of_two_who_use_the_link_at_once_one_takes_the_number_back() {
        host.changePhone(host.signIn(PHONE), OTHER);
        LinkProof link = host.links(PHONE).get(0);
        List<Boolean> done = ParallelRun.run(
                2, runner -> host.node().signInNotices().disown(link).isDone());
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(host.user(ana).phone()).isEqualTo(PHONE);
    }

    private List<Added> disown(LinkProof link) {
        return host.node().signInNotices().disown(link).orElseThrow().added();
    }

    private void assertRefused(LinkProof link) {
        assertThat(host.node().signInNotices().isLive(link)).isFalse();
        assertThat(host.node().signInNotices().disown(link)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
    }

    /** By the last link for one to the number. */
    private void setPassword(String text) {
        List<LinkProof> links = host.resets(PHONE);
        assertThat(host.node()
                        .passwords()
                        .confirmReset(links.get(links.size() - 1), Secret.of(text))
                        .isDone())
                .isTrue();
        fixture.clock.advance(Duration.ofMinutes(5));
    }
}
