package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.store.KeyTakenException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The host's own work on a new account: of one piece with it, and never on an account of another user. */
@Tag("columns")
@Tag("transactions")
abstract class HostWorkContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String REASON = "no_licence_left";
    private static final Class<?> ACCEPTED = Outcome.Done.class;

    private final List<NewAccount> worked = new ArrayList<>();

    /** For those who extend it. */
    protected HostWorkContract() {}

    @Test
    void the_work_is_handed_the_new_account() {
        assertThat(register(ANA, Verdict.allow())).isInstanceOf(ACCEPTED);
        assertThat(worked).hasSize(1);
        NewAccount account = worked.get(0);
        assertThat(account.by()).isEqualTo(NewAccount.By.REGISTRATION);
        assertThat(account.user().email()).isEqualTo(ANA);
        fixture.auth.registrations().confirmEmail(fixture.linkOfRegistrant(ANA));
        UserId id = fixture.signedIn(ANA).user().id();
        assertThat(account.user().id()).isEqualTo(id);
    }

    @Test
    void the_work_is_not_run_for_an_address_of_somebody_else_and_the_answer_is_the_same() {
        fixture.member(ANA);
        assertThat(register("Ana@Acme.Example", Verdict.allow())).isInstanceOf(ACCEPTED);
        assertThat(worked).as("a taken address").isEmpty();
        fixture.auth.registrations().register(FlowFixture.registration("bea@acme.example", null, null));
        assertThat(register("bea@acme.example", Verdict.allow())).isInstanceOf(ACCEPTED);
        assertThat(worked).as("an address that waits for its proof").isEmpty();
    }

    @Test
    void the_work_comes_after_the_hooks_and_not_at_all_when_one_of_them_is_against_it() {
        fixture.doorkeeper.refuse("invitation_missing");
        assertThat(register(ANA, Verdict.allow())).isInstanceOf(ACCEPTED);
        assertThat(worked).isEmpty();
        fixture.doorkeeper.relent();
        fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null), account -> {
            assertThat(fixture.doorkeeper.asked).hasSize(1);
            return note(account, Verdict.allow());
        });
        assertThat(worked).hasSize(1);
    }

    @Test
    void a_veto_of_the_work_takes_the_account_back_and_looks_like_any_other() {
        fixture.events.clear();
        assertThat(register(ANA, Verdict.veto(REASON))).isInstanceOf(ACCEPTED);
        assertThat(fixture.deliver().postbox.all()).isEmpty();
        assertThat(fixture.events).hasSize(1);
        AuthEvent told = fixture.events.get(0);
        assertThat(told.succeeded()).isFalse();
        assertThat(told.detail()).endsWith("vetoed " + REASON);
        worked.clear();
        assertThat(register(ANA, Verdict.allow())).isInstanceOf(ACCEPTED);
        assertThat(worked).as("nobody has the address").hasSize(1);
    }

    @Test
    void an_exception_of_the_work_takes_the_account_back_and_arrives_as_it_is() {
        for (RuntimeException failure : List.of(
                new IllegalStateException("the host's own defect"), new KeyTakenException(new Exception("a row")))) {
            fixture.events.clear();
            assertThatThrownBy(() -> fixture.auth
                            .registrations()
                            .register(FlowFixture.registration(ANA, null, null), account -> {
                                note(account, Verdict.allow());
                                throw failure;
                            }))
                    .isSameAs(failure);
            assertThat(fixture.events).hasSize(1);
            assertThat(fixture.events.get(0).detail()).endsWith("error");
        }
        assertThat(worked).as("not tried again").hasSize(2);
        assertThat(fixture.deliver().postbox.all()).isEmpty();
        assertThat(register(ANA, Verdict.allow())).isInstanceOf(ACCEPTED);
        fixture.auth.registrations().confirmEmail(fixture.linkOfRegistrant(ANA));
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    private Outcome<Registration.Accepted> register(String email, Verdict verdict) {
        return fixture.auth
                .registrations()
                .register(FlowFixture.registration(email, null, null), account -> note(account, verdict));
    }

    private Verdict note(NewAccount account, Verdict verdict) {
        worked.add(account);
        return verdict;
    }
}
