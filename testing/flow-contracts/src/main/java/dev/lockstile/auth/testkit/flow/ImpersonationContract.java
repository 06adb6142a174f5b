package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.impersonation.Impersonation.Acting;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions.SessionView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who acts for which accounts, by what token, and when that ends. */
abstract class ImpersonationContract extends ImpersonationFixture {

    /** For those who extend it. */
    protected ImpersonationContract() {}

    @Test
    void the_token_names_both_and_is_good_for_a_quarter_of_an_hour() {
        Acting acting = begin(desk, ana).orElseThrow();
        Caller caller = authenticated(host, acting);
        assertThat(caller.user()).isEqualTo(ana);
        assertThat(caller.actor().orElseThrow().user()).isEqualTo(desk.user());
        assertThat(caller.actor().orElseThrow().session()).isEqualTo(desk.session());
        assertThat(caller.rights()).isEmpty();
        assertThat(host.stepUp().isRecent(caller)).isFalse();
        assertThat(caller.authTime())
                .as("a service beside the host reads no recent proof")
                .isEqualTo(Instant.EPOCH);
        assertThat(acting.expiresAt()).isEqualTo(fixture.clock.instant().plus(Duration.ofMinutes(15)));
        fixture.clock.advance(Duration.ofMinutes(14));
        assertThat(host.sessions().authenticate(acting.accessToken().reveal())).isPresent();
        fixture.clock.advance(Duration.ofMinutes(2));
        assertThat(host.sessions().authenticate(acting.accessToken().reveal())).isEmpty();
        assertThat(host.ownAccount().me(caller).refusal()).contains(Refusal.SESSION_ENDED);
    }

    @Test
    void the_trail_names_both_from_the_beginning_on() {
        Caller caller = acting();
        assertThat(told(AuthEvent.ActedFor.class)).singleElement().satisfies(event -> {
            assertThat(event.user()).isEqualTo(ana);
            assertThat(event.session()).isEqualTo(caller.session());
            assertThat(event.detail())
                    .contains("began", "by user " + desk.user() + ", session " + desk.session() + ": " + WHY);
        });
    }

    @Test
    void it_asks_for_permission_two_factors_and_a_recent_proof() {
        assertThat(begin(staff("viewer", "viewer"), ana).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(begin(caller(ANA), ana).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(begin(caller("desk@acme.example"), ana).refusal()).contains(Refusal.SECOND_FACTOR_REQUIRED);
        assertThat(with(ImpersonationSettings.standard().allowOneFactor())
                        .impersonation()
                        .begin(caller("desk@acme.example"), ana, WHY)
                        .refusal())
                .isEmpty();
        assertThatThrownBy(() -> host.impersonation().begin(desk, ana, "\n"))
                .isInstanceOf(IllegalArgumentException.class);
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(begin(desk, ana).refusal()).contains(Refusal.STEP_UP_REQUIRED);
        host.sessions().logout(desk);
        assertThat(begin(desk, ana).refusal()).contains(Refusal.SESSION_ENDED);
    }

    @Test
    void nothing_of_it_works_where_the_host_has_none() {
        Acting acting = begin(desk, ana).orElseThrow();
        assertThat(fixture.auth.impersonation().begin(desk, ana, WHY).refusal()).contains(Refusal.IMPERSONATION_OFF);
        assertThat(fixture.auth.sessions().authenticate(acting.accessToken().reveal()))
                .isEmpty();
    }

    @Test
    void an_account_with_any_right_is_never_acted_for() {
        UserId staff = staff("other", "USER").user();
        for (UserId beyond : List.of(root.user(), desk.user(), staff)) {
            assertThat(begin(desk, beyond).refusal()).contains(Refusal.FORBIDDEN);
            assertThat(begin(root, beyond).refusal()).contains(Refusal.FORBIDDEN);
        }
        host.admin().setRole(ana, "payer");
        assertThat(begin(desk, ana).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(begin(root, ana).refusal()).contains(Refusal.FORBIDDEN);
        host.admin().setRole(ana, "ADMIN"); // a name that the host may guard
        assertThat(begin(desk, ana).refusal()).contains(Refusal.FORBIDDEN);
        host.admin().setRole(ana, "USER");
        assertThat(begin(desk, ana).isDone()).isTrue();
    }

    @Test
    void a_disabled_account_and_one_that_is_not_there_are_not_acted_for() {
        host.admin().disable(ana);
        assertThat(begin(desk, ana).refusal()).contains(Refusal.ACCOUNT_UNAVAILABLE);
        host.admin().delete(ana);
        assertThat(begin(desk, ana).refusal()).contains(Refusal.NOT_FOUND);
    }

    @Test
    void there_is_no_second_hop_and_no_administration_on_the_way() {
        Caller acting = acting();
        fixture.member("bea@acme.example");
        UserId bea = caller("bea@acme.example").user();
        assertThat(begin(acting, bea).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(host.admin().disableAs(acting, bea, WHY).name()).isEqualTo("FORBIDDEN");
        assertThat(told(AuthEvent.Refused.class))
                .filteredOn(event -> event.user() != null && event.user().equals(bea))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.actor())
                        .isNotNull()
                        .extracting(Actor::user)
                        .isEqualTo(desk.user()));
    }

    @Test
    void it_ends_with_either_session_with_the_actor_and_by_its_owner() {
        Caller first = acting();
        host.sessions().logout(first);
        assertEnded(first);
        assertThat(host.ownAccount().me(desk).isDone()).isTrue();
        Caller second = acting();
        assertThat(host.sessions().end(caller(ANA), second.session())).isTrue();
        assertEnded(second);
        Caller third = acting();
        host.admin().endSessions(ana);
        assertEnded(third);
        Caller fourth = acting();
        host.sessions().logout(desk);
        assertEnded(fourth);
        desk = twoFactors(caller("desk@acme.example"));
        Caller fifth = acting();
        host.admin().disable(desk.user());
        assertEnded(fifth);
    }

    private void assertEnded(Caller acting) {
        assertThat(host.ownAccount().me(acting).refusal()).contains(Refusal.SESSION_ENDED);
        assertThat(host.sessions().list(acting)).isEmpty();
    }

    @Test
    void where_sessions_are_checked_a_lost_permission_and_a_new_right_end_it_at_once() {
        Auth checking = checking();
        Acting first = begin(desk, ana).orElseThrow();
        String token = first.accessToken().reveal();
        assertThat(checking.sessions().authenticate(token)).isPresent();
        host.admin().setRole(desk.user(), "viewer");
        assertThat(checking.sessions().authenticate(token)).isEmpty();
        host.admin().setRole(desk.user(), "desk");
        assertThat(checking.sessions().authenticate(token).orElseThrow().actor())
                .isPresent();
        host.admin().setRole(ana, "payer");
        assertThat(checking.sessions().authenticate(token)).isEmpty();
        host.admin().setRole(ana, "USER");
        host.sessions().logout(desk);
        assertThat(checking.sessions().authenticate(token)).isEmpty();
    }

    @Test
    void the_owner_sees_the_session_unless_the_host_hides_it() {
        Caller owner = caller(ANA);
        Caller acting = acting();
        assertThat(host.sessions().list(owner)).extracting(SessionView::ofActor).contains(true);
        Auth hiding = with(ImpersonationSettings.standard().hiddenFromOwner());
        assertThat(hiding.sessions().list(owner))
                .extracting(SessionView::ofActor)
                .containsOnly(false);
        assertThat(hiding.sessions().list(acting))
                .extracting(SessionView::current)
                .contains(true);
    }

    @Test
    void it_takes_no_room_from_the_owner_and_leaves_no_trusted_place() {
        Caller owner = caller(ANA);
        for (int i = 0; i < 25; i++) {
            acting();
        }
        caller(ANA);
        assertThat(host.ownAccount().me(owner).isDone()).isTrue();
        assertThat(fixture.store.<Boolean>read(tx ->
                        tx.sessions().recentOrigins(ana, fixture.clock.instant().minusSeconds(60), 50).stream()
                                .map(SessionState.Origin::remoteAddress)
                                .filter(Objects::nonNull)
                                .allMatch(address -> address.equals(FlowFixture.WEB.address()))))
                .isTrue();
    }

    @Test
    void the_session_itself_is_no_one_elses_to_use() {
        Caller acting = acting();
        Caller bare =
                new Caller(ana, acting.session(), acting.profile(), acting.roles(), acting.rights(), acting.authTime());
        assertThat(host.ownAccount().me(bare).refusal()).contains(Refusal.SESSION_ENDED);
    }

    @Test
    void of_a_beginning_and_a_disabling_at_once_nothing_stays_open() {
        for (int i = 0; i < 5; i++) {
            host.admin().enable(desk.user());
            desk = twoFactors(caller("desk@acme.example"));
            CompletableFuture<Void> disabling =
                    CompletableFuture.runAsync(() -> host.admin().disable(desk.user()));
            var began = begin(desk, ana);
            disabling.join();
            began.toOptional()
                    .map(acting -> authenticated(host, acting))
                    .ifPresent(caller ->
                            assertThat(host.ownAccount().me(caller).refusal()).contains(Refusal.SESSION_ENDED));
        }
    }

    @Test
    void of_a_beginning_and_a_new_right_at_once_nothing_stays_open() {
        Auth checking = checking();
        for (int i = 0; i < 5; i++) {
            host.admin().setRole(ana, "USER");
            CompletableFuture<Void> raising =
                    CompletableFuture.runAsync(() -> host.admin().setRole(ana, "payer"));
            var began = begin(desk, ana);
            raising.join();
            began.toOptional()
                    .ifPresent(acting -> assertThat(checking.sessions()
                                    .authenticate(acting.accessToken().reveal()))
                            .isEmpty());
        }
    }

    private <E extends AuthEvent> List<E> told(Class<E> kind) {
        return fixture.events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
