package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.legacy.LegacyTokens.LegacyToken;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.Sessions.SessionView;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A token of a legacy system is exchanged once, for its owner, until that person has chosen otherwise. */
@Tag("keys")
abstract class LegacyTokensContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final Secret OLD = Secret.of("old-token-1");
    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final Outcome<TokenPair> REFUSED = Outcome.refused(Refusal.INVALID_TOKEN);

    private SignIn ana;
    private Auth node;
    private @Nullable Instant issuedAt;

    /** For those who extend it. */
    protected LegacyTokensContract() {}

    @BeforeEach
    final void openBeside() {
        Assumptions.assumeTrue(fixture.store.<Boolean>read(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
        fixture.member(ADDRESS);
        ana = fixture.signedIn(ADDRESS);
        fixture.clock.advance(Duration.ofMinutes(5));
        issuedAt = fixture.clock.instant();
        fixture.clock.advance(Duration.ofMinutes(5));
        node = fixture.nodeBeside(tokens());
        fixture.events.clear();
    }

    @Test
    void it_opens_one_session_that_goes_on_with_tokens_of_its_own() {
        TokenPair pair = exchanged();
        assertThat(node.sessions().authenticate(pair.access().reveal()))
                .hasValueSatisfying(
                        caller -> assertThat(caller.user()).isEqualTo(ana.user().id()));
        assertThat(fixture.events)
                .singleElement()
                .isInstanceOfSatisfying(
                        AuthEvent.SignedIn.class,
                        in -> assertThat(in.user()).isEqualTo(ana.user().id()));
        assertThat(node.sessions().refresh(pair.refresh())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void its_session_is_of_the_kind_that_the_client_says_or_a_browsers() {
        RefreshClient app = new RefreshClient(ClientKind.MOBILE, null);
        assertThat(node.sessions().refresh(OLD, app)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.sessions().list(fixture.caller(fixture.signedIn(ADDRESS))))
                .extracting(SessionView::client)
                .containsExactlyInAnyOrder(ClientKind.WEB, ClientKind.WEB, ClientKind.MOBILE);
    }

    @Test
    void its_session_counts_as_no_recent_proof() {
        Caller caller =
                node.sessions().authenticate(exchanged().access().reveal()).orElseThrow();
        assertThat(node.stepUp().isRecent(caller)).isFalse();
        assertThat(caller.authTime()).isBefore(fixture.clock.instant().minus(Duration.ofMinutes(10)));
    }

    @Test
    void its_second_use_is_refused_and_ends_the_session_of_the_first() {
        TokenPair pair = exchanged();
        fixture.events.clear();
        assertThat(exchange()).isEqualTo(REFUSED);
        assertThat(node.sessions().refresh(pair.refresh())).isEqualTo(REFUSED);
        assertThat(fixture.events.get(0))
                .isInstanceOfSatisfying(
                        AuthEvent.SessionEnded.class,
                        ended -> assertThat(ended.reason()).isEqualTo(EndReason.TOKEN_REUSED));
        int told = fixture.events.size();
        assertThat(exchange()).isEqualTo(REFUSED);
        assertThat(fixture.events.subList(told, fixture.events.size()))
                .as("it has ended already")
                .noneMatch(AuthEvent.SessionEnded.class::isInstance);
    }

    @Test
    void of_many_exchanges_at_once_one_counts() {
        int won = ParallelRun.winners(12, n -> exchange() instanceof Outcome.Done<TokenPair>);
        assertThat(won).isLessThanOrEqualTo(1);
        long live = fixture.store.read(tx ->
                tx.sessions().live(ana.user().id(), fixture.clock.instant()).size());
        assertThat(live).as("the member's own, and at most one more").isBetween(1L, 2L);
    }

    @Test
    void it_is_worth_nothing_after_a_password_was_chosen_here() {
        fixture.auth
                .passwords()
                .change(fixture.caller(fixture.signedIn(ADDRESS)), Secret.of(FlowFixture.PASSWORD), NEXT);
        assertThat(exchange()).isEqualTo(REFUSED);
    }

    @Test
    void one_that_does_not_say_when_it_was_issued_is_older_than_any_password_chosen_here() {
        fixture.auth
                .passwords()
                .change(fixture.caller(fixture.signedIn(ADDRESS)), Secret.of(FlowFixture.PASSWORD), NEXT);
        issuedAt = null;
        assertThat(exchange()).isEqualTo(REFUSED);
    }

    @Test
    void one_issued_after_the_password_was_chosen_counts() {
        fixture.auth
                .passwords()
                .change(fixture.caller(fixture.signedIn(ADDRESS)), Secret.of(FlowFixture.PASSWORD), NEXT);
        issuedAt = fixture.clock.instant();
        assertThat(exchange()).as("in the same moment").isEqualTo(REFUSED);
        issuedAt = fixture.clock.instant().plusSeconds(1);
        assertThat(exchange()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void it_is_worth_nothing_for_who_is_inactive_disabled_or_deleted() {
        fixture.store.alone(tx -> tx.users().setActive(ana.user().id(), false, fixture.clock.instant()));
        assertThat(exchange()).isEqualTo(REFUSED);
        fixture.store.alone(tx -> tx.users().setActive(ana.user().id(), true, fixture.clock.instant()));
        fixture.auth.admin().delete(ana.user().id());
        assertThat(exchange()).isEqualTo(REFUSED);
        assertThat(fixture.events).noneMatch(AuthEvent.SignedIn.class::isInstance);
    }

    @Test
    void it_is_worth_nothing_after_all_sessions_were_ended_here() {
        node.sessions()
                .logoutAll(node.sessions()
                        .authenticate(
                                fixture.signedIn(ADDRESS).tokens().access().reveal())
                        .orElseThrow());
        assertThat(exchange()).isEqualTo(REFUSED);
    }

    @Test
    void it_is_worth_nothing_after_an_administrator_ended_all_sessions() {
        node.admin().endSessions(ana.user().id());
        assertThat(exchange()).isEqualTo(REFUSED);
    }

    @Test
    void the_end_of_another_users_sessions_leaves_it_good() {
        fixture.member("ben@acme.example");
        node.admin().endSessions(fixture.signedIn("ben@acme.example").user().id());
        assertThat(exchange()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_veto_of_the_host_spends_it_on_nothing() {
        fixture.doorkeeper.refuse("not_today");
        assertThat(exchange()).isEqualTo(REFUSED);
        fixture.doorkeeper.relent();
        assertThat(exchange()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void what_is_no_token_of_anybody_is_refused() {
        assertThat(node.sessions().refresh(Secret.of("nonsense"))).isEqualTo(REFUSED);
        assertThat(fixture.auth.sessions().refresh(OLD))
                .as("without a legacy system")
                .isEqualTo(REFUSED);
    }

    @Test
    void it_opens_no_session_of_an_account_with_a_second_factor() {
        Assumptions.assumeTrue(
                fixture.store.<Boolean>read(tx -> tx.factors().totps().isMapped()),
                "this store keeps no second factors");
        SecondFactorFixture.enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        int sessions = sessions();
        assertThat(exchange()).isEqualTo(REFUSED);
        assertThat(sessions()).isEqualTo(sessions);
    }

    @Test
    void it_opens_no_session_of_an_account_that_must_have_a_second_factor() {
        node = fixture.nodeWith(builder -> builder.legacyTokens(tokens())
                .secondFactors(SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.everybody())));
        int sessions = sessions();
        assertThat(exchange()).isEqualTo(REFUSED);
        assertThat(sessions()).isEqualTo(sessions);
    }

    private int sessions() {
        return fixture.store.<Integer>read(tx ->
                tx.sessions().live(ana.user().id(), fixture.clock.instant()).size());
    }

    private TokenPair exchanged() {
        Outcome<TokenPair> result = exchange();
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    private Outcome<TokenPair> exchange() {
        return node.sessions().refresh(OLD, RefreshClient.UNNAMED);
    }

    private LegacyTokens tokens() {
        return (token, now) -> token.equals(OLD)
                ? Optional.of(new LegacyToken(
                        ana.user().id(),
                        null,
                        "k".repeat(64),
                        new LegacyOrigin("legacy", "token", "1", "bridge", "f"),
                        issuedAt))
                : Optional.empty();
    }
}
