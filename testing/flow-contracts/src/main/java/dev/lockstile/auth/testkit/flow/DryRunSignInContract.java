package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.login.DryRunSignIn;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a sign-in would end, and that nothing is left of the question. */
abstract class DryRunSignInContract extends FlowContract {

    private static final String ANA = "ana@acme.example";

    /** Django's md5 hasher, salt {@code s}, of the word {@code letmein-81}. */
    private static final String OLD_HASH = "md5$s$" + Md5.of("sletmein-81");

    @Test
    void it_says_what_the_sign_in_does() {
        fixture.member(ANA, "ana");
        fixture.auth.registrations().register(FlowFixture.registration("bob@acme.example", null, null));
        fixture.people.imported("old@acme.example", OLD_HASH, false);
        fixture.people.imported("eva@acme.example", "!unusable", true);
        fixture.member("out@acme.example");
        fixture.auth.admin().disable(user("out@acme.example"));

        same(ANA, FlowFixture.PASSWORD, DryRunSignIn.Outcome.SIGNS_IN);
        same(" ANA@acme.example ", FlowFixture.PASSWORD, DryRunSignIn.Outcome.SIGNS_IN);
        same("ana", FlowFixture.PASSWORD, DryRunSignIn.Outcome.SIGNS_IN);
        same(ANA, "wrong-word-1", DryRunSignIn.Outcome.WRONG_PASSWORD);
        same(ANA, "", DryRunSignIn.Outcome.WRONG_PASSWORD);
        same(ANA, "p".repeat(100_000), DryRunSignIn.Outcome.WRONG_PASSWORD);
        same("old@acme.example", "letmein-81", DryRunSignIn.Outcome.UNPROVEN);
        same("old@acme.example", "letmein-82", DryRunSignIn.Outcome.WRONG_PASSWORD);
        same("eva@acme.example", "!unusable", DryRunSignIn.Outcome.NO_PASSWORD);
        same("out@acme.example", FlowFixture.PASSWORD, DryRunSignIn.Outcome.DISABLED);
        same("bob@acme.example", FlowFixture.PASSWORD, DryRunSignIn.Outcome.UNKNOWN_NAME);
        same("nobody@acme.example", FlowFixture.PASSWORD, DryRunSignIn.Outcome.UNKNOWN_NAME);
        same("", FlowFixture.PASSWORD, DryRunSignIn.Outcome.UNKNOWN_NAME);
        same("\u0000\ud800", FlowFixture.PASSWORD, DryRunSignIn.Outcome.UNKNOWN_NAME);
        same("x".repeat(100_000), FlowFixture.PASSWORD, DryRunSignIn.Outcome.UNKNOWN_NAME);
    }

    private void same(String login, String password, DryRunSignIn.Outcome expected) {
        DryRunSignIn.Result result = fixture.auth.dryRun().password(login, Secret.of(password));
        assertThat(result.answer()).as(login).isEqualTo(expected);
        assertThat(fixture.login(login, password) instanceof Outcome.Done<SignIn>)
                .as(login)
                .isEqualTo(result.answer().letsIn());
    }

    @Test
    void it_names_the_account_and_how_its_password_is_stored() {
        fixture.people.imported("old@acme.example", OLD_HASH, true);
        assertThat(fixture.auth.dryRun().password("old@acme.example", Secret.of("letmein-82")))
                .isEqualTo(new DryRunSignIn.Result(
                        DryRunSignIn.Outcome.WRONG_PASSWORD, user("old@acme.example"), "django_salted_md5"));
    }

    @Test
    void a_code_lets_in_whom_its_address_belongs_to() {
        fixture.member(ANA);
        fixture.people.imported("old@acme.example", OLD_HASH, false);
        fixture.member("out@acme.example");
        fixture.auth.admin().disable(user("out@acme.example"));

        assertThat(fixture.auth.dryRun().code(ANA))
                .isEqualTo(new DryRunSignIn.Result(DryRunSignIn.Outcome.SIGNS_IN, user(ANA), null));
        assertThat(answer("old@acme.example")).as("the code is the proof").isEqualTo(DryRunSignIn.Outcome.SIGNS_IN);
        assertThat(answer("out@acme.example")).isEqualTo(DryRunSignIn.Outcome.DISABLED);
        assertThat(answer("nobody@acme.example")).isEqualTo(DryRunSignIn.Outcome.UNKNOWN_NAME);
        assertThat(answer("+525512345678")).isEqualTo(DryRunSignIn.Outcome.UNKNOWN_NAME);
        assertThat(answer("ana")).isEqualTo(DryRunSignIn.Outcome.UNKNOWN_NAME);
    }

    @Test
    void a_code_would_bring_in_whom_a_legacy_system_knows() {
        DryRunSignIn beside = fixture.nodeBeside(new FakeLegacySystem(fixture)).dryRun();
        assertThat(beside.code(FakeLegacySystem.ADDRESS).answer()).isEqualTo(DryRunSignIn.Outcome.WOULD_MIGRATE);
        assertThat(beside.code("nobody@acme.example").answer()).isEqualTo(DryRunSignIn.Outcome.UNKNOWN_NAME);
    }

    private DryRunSignIn.Outcome answer(String name) {
        return fixture.auth.dryRun().code(name).answer();
    }

    @Test
    void nothing_is_left_of_it() {
        fixture = rewired(settings -> settings.withThrottles(ThrottleSettings.owasp()));
        Identifier old = fixture.people.imported("old@acme.example", OLD_HASH, true);
        fixture.events.clear();
        fixture.doorkeeper.refuse("nobody today");
        for (String password : List.of("letmein-81", "letmein-82")) {
            for (int i = 0; i < 60; i++) {
                fixture.auth.dryRun().password("old@acme.example", Secret.of(password));
                fixture.auth.dryRun().code("old@acme.example");
            }
        }
        assertThat(fixture.events).isEmpty();
        assertThat(fixture.doorkeeper.asked).isEmpty();
        assertThat(stored(old)).as("no better hash").contains(Secret.of(OLD_HASH));
        assertThat(fixture.auth.messages().dispatchDue()).as("no code was sent").isZero();
        fixture.doorkeeper.relent();
        assertThat(fixture.login("old@acme.example", "letmein-81"))
                .as("no attempt was counted")
                .isInstanceOf(Outcome.Done.class);
    }

    private UserId user(String email) {
        return fixture.store
                .read(tx -> tx.users().byKey(key(email).kind(), key(email).key()))
                .orElseThrow()
                .info()
                .id();
    }

    private static Identifier key(String email) {
        return IdentifierRules.standard().email(email).orElseThrow();
    }

    private Optional<Secret> stored(Identifier email) {
        return fixture.store
                .read(tx -> tx.users().byKey(email.kind(), email.key()))
                .map(found -> found.passwordHash());
    }
}
