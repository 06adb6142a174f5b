package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.login.Rehearsed;
import dev.lockstile.auth.login.RehearsedAnswer;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a sign-in would end, and that nothing is left of the question. */
public abstract class RehearsalContract extends FlowContract {

    private static final String ANA = "ana@acme.example";

    /** Django's md5 hasher, salt {@code s}, of the word {@code letmein-81}. */
    private static final String OLD_HASH = "md5$s$" + Md5.of("sletmein-81");

    @Test
    void it_says_what_the_sign_in_does() {
        house.member(ANA, "ana");
        house.auth.accounts().register(TestHouse.registration("bob@acme.example", null, null));
        house.imported("old@acme.example", OLD_HASH, false);
        house.imported("eva@acme.example", "!unusable", true);
        house.member("out@acme.example");
        house.auth.admin().disable(user("out@acme.example"));

        same(ANA, TestHouse.PASSWORD, RehearsedAnswer.SIGNS_IN);
        same(" ANA@acme.example ", TestHouse.PASSWORD, RehearsedAnswer.SIGNS_IN);
        same("ana", TestHouse.PASSWORD, RehearsedAnswer.SIGNS_IN);
        same(ANA, "wrong-word-1", RehearsedAnswer.WRONG_PASSWORD);
        same(ANA, "", RehearsedAnswer.WRONG_PASSWORD);
        same(ANA, "p".repeat(100_000), RehearsedAnswer.WRONG_PASSWORD);
        same("old@acme.example", "letmein-81", RehearsedAnswer.UNPROVEN);
        same("old@acme.example", "letmein-82", RehearsedAnswer.WRONG_PASSWORD);
        same("eva@acme.example", "!unusable", RehearsedAnswer.NO_PASSWORD);
        same("out@acme.example", TestHouse.PASSWORD, RehearsedAnswer.DISABLED);
        same("bob@acme.example", TestHouse.PASSWORD, RehearsedAnswer.UNKNOWN_NAME);
        same("nobody@acme.example", TestHouse.PASSWORD, RehearsedAnswer.UNKNOWN_NAME);
        same("", TestHouse.PASSWORD, RehearsedAnswer.UNKNOWN_NAME);
        same("\u0000\ud800", TestHouse.PASSWORD, RehearsedAnswer.UNKNOWN_NAME);
        same("x".repeat(100_000), TestHouse.PASSWORD, RehearsedAnswer.UNKNOWN_NAME);
    }

    private void same(String login, String password, RehearsedAnswer expected) {
        Rehearsed rehearsed = house.auth.rehearsal().password(login, Secret.of(password));
        assertThat(rehearsed.answer()).as(login).isEqualTo(expected);
        assertThat(house.login(login, password) instanceof LoginResult.SignedIn)
                .as(login)
                .isEqualTo(rehearsed.answer().letsIn());
    }

    @Test
    void it_names_the_account_and_how_its_password_is_stored() {
        house.imported("old@acme.example", OLD_HASH, true);
        assertThat(house.auth.rehearsal().password("old@acme.example", Secret.of("letmein-82")))
                .isEqualTo(
                        new Rehearsed(RehearsedAnswer.WRONG_PASSWORD, user("old@acme.example"), "django_salted_md5"));
    }

    @Test
    void a_code_lets_in_whom_its_address_belongs_to() {
        house.member(ANA);
        house.imported("old@acme.example", OLD_HASH, false);
        house.member("out@acme.example");
        house.auth.admin().disable(user("out@acme.example"));

        assertThat(house.auth.rehearsal().code(ANA))
                .isEqualTo(new Rehearsed(RehearsedAnswer.SIGNS_IN, user(ANA), null));
        assertThat(answer("old@acme.example")).as("the code is the proof").isEqualTo(RehearsedAnswer.SIGNS_IN);
        assertThat(answer("out@acme.example")).isEqualTo(RehearsedAnswer.DISABLED);
        assertThat(answer("nobody@acme.example")).isEqualTo(RehearsedAnswer.UNKNOWN_NAME);
        assertThat(answer("+525512345678")).isEqualTo(RehearsedAnswer.UNKNOWN_NAME);
        assertThat(answer("ana")).isEqualTo(RehearsedAnswer.UNKNOWN_NAME);
    }

    private RehearsedAnswer answer(String name) {
        return house.auth.rehearsal().code(name).answer();
    }

    @Test
    void nothing_is_left_of_it() {
        house = rewired(settings -> settings.withThrottles(ThrottleSettings.owasp()));
        Identifier old = house.imported("old@acme.example", OLD_HASH, true);
        house.events.clear();
        house.doorkeeper.refuse("nobody today");
        for (String password : List.of("letmein-81", "letmein-82")) {
            for (int i = 0; i < 60; i++) {
                house.auth.rehearsal().password("old@acme.example", Secret.of(password));
                house.auth.rehearsal().code("old@acme.example");
            }
        }
        assertThat(house.events).isEmpty();
        assertThat(house.doorkeeper.asked).isEmpty();
        assertThat(stored(old)).as("no better hash").contains(Secret.of(OLD_HASH));
        assertThat(house.auth.messages().dispatchDue()).as("no code was sent").isZero();
        house.doorkeeper.relent();
        assertThat(house.login("old@acme.example", "letmein-81"))
                .as("no guess was counted")
                .isInstanceOf(LoginResult.SignedIn.class);
    }

    private UserId user(String email) {
        return house.store
                .read(tx -> tx.users().byKey(key(email).kind(), key(email).key()))
                .orElseThrow()
                .info()
                .id();
    }

    private static Identifier key(String email) {
        return IdentifierRules.standard().email(email).orElseThrow();
    }

    private Optional<Secret> stored(Identifier email) {
        return house.store
                .read(tx -> tx.users().byKey(email.kind(), email.key()))
                .map(found -> found.passwordHash());
    }
}
