package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two processes, many threads each, on one database: the counts hold whatever the order, in every round. */
abstract class TwoNodesContract extends TwoNodesFactorContract {

    @Test
    void wrong_codes_are_looked_at_five_times_and_then_the_right_one_is_refused_too() {
        rounds("wrong codes", () -> {
            String email = fixture.member();
            String code = fixture.code(email);
            Map<String, Integer> counts = race(Operation.VERIFY_CODE, email, ProofFixture.not(code));
            assertThat(counts).containsEntry("Refused", ALL).containsEntry("attempts", 5);
            ProofFixture.expect("Refused", fixture.answer(Operation.VERIFY_CODE, email, code));
            return counts;
        });
    }

    @Test
    void a_right_code_opens_one_session() {
        rounds("right codes", () -> {
            String email = fixture.member();
            String code = fixture.code(email);
            Map<String, Integer> counts = race(Operation.VERIFY_CODE, email, code);
            assertThat(counts).containsEntry("SignIn", 1).containsEntry("Refused", ALL - 1);
            assertThat(counts.get("attempts")).isLessThanOrEqualTo(5);
            assertThat(fixture.sessions(email)).isEqualTo(1);
            return counts;
        });
    }

    @Test
    void a_refresh_token_begins_one_new_chain() {
        rounds("refresh storm", () -> {
            String email = fixture.member();
            String token = fixture.signIn(email).tokens().refresh().reveal();
            Map<String, Integer> counts = race(Operation.REFRESH, token);
            assertThat(counts).containsEntry("TokenPair", 1).containsEntry("Refused", ALL - 1);
            assertThat(fixture.liveSessions(email)).isLessThanOrEqualTo(1);
            ProofFixture.expect("Refused", fixture.answer(Operation.REFRESH, token));
            assertThat(fixture.liveSessions(email)).as("reuse ends the family").isZero();
            return counts;
        });
    }

    @Test
    void a_reset_link_gives_one_new_password() {
        rounds("parallel resets", () -> {
            String email = fixture.member();
            MessageInbox.Letter link = fixture.resetLink(email);
            Map<String, Integer> counts = race(Operation.RESET, link.uid(), link.token(), "new-words-of-%n-x");
            assertThat(counts).containsEntry("PasswordSet", 1);
            assertThat(passwordsThatMatch(email)).isEqualTo(1);
            return counts;
        });
    }

    @Test
    void registrations_of_one_address_are_one_account_with_one_profile_and_equal_answers() {
        rounds("registers", () -> {
            String email = ProofFixture.newEmail();
            String shouted = email.replace("ana", "aNa").replace("acme", "ACME");
            Map<String, Integer> counts =
                    race(Operation.REGISTER, shouted, ProofFixture.username(email), ProofFixture.PASSWORD);
            assertThat(counts).containsEntry("Accepted", ALL);
            fixture.deliver();
            assertThat(fixture.number("select count(*) from auth_user where lower(email) = ?", email))
                    .isEqualTo(1);
            assertThat(defaultProfiles(email)).isEqualTo(1);
            return counts;
        });
    }

    @Test
    void a_link_proves_an_address_once() {
        rounds("links", () -> {
            String email = ProofFixture.newEmail();
            fixture.registered(email);
            MessageInbox.Letter link = fixture.postbox.lastTo(email);
            Map<String, Integer> counts = race(Operation.CONFIRM, link.uid(), link.token());
            assertThat(counts).containsEntry("Proven", 1);
            assertThat(fixture.number(
                            "select count(*) from auth_user where lower(email) = ? and email_key is not null", email))
                    .isEqualTo(1);
            assertThat(defaultProfiles(email)).isEqualTo(1);
            return counts;
        });
    }

    @Test
    void a_code_is_sent_once_however_often_it_is_asked_for() {
        rounds("code requests", () -> {
            String email = fixture.member();
            int before = fixture.postbox.to(email).size();
            Map<String, Integer> counts = race(Operation.REQUEST_CODE, email);
            fixture.deliver();
            assertThat(counts).containsEntry("Sent", 1);
            assertThat(fixture.postbox.to(email)).hasSize(before + 1);
            return counts;
        });
    }

    @Test
    void everybody_gets_in_while_an_old_hash_is_replaced() {
        rounds("hash upgrades", () -> {
            String email = fixture.member();
            storeOldHash(email);
            Map<String, Integer> counts = race(Operation.LOGIN, email, ProofFixture.PASSWORD);
            assertThat(counts).containsEntry("SignIn", ALL);
            assertThat(fixture.text("select password_hash from auth_user where email = ?", email))
                    .startsWith("$argon2id$");
            ProofFixture.expect("SignIn", fixture.answer(Operation.LOGIN, email, ProofFixture.PASSWORD));
            return counts;
        });
    }

    @Test
    void a_new_password_survives_the_upgrade_of_the_old_one() {
        rounds("resets against upgrades", () -> {
            String email = fixture.member();
            MessageInbox.Letter link = fixture.resetLink(email);
            storeOldHash(email);
            Map<String, Integer> counts = race(List.of(
                    command(Operation.LOGIN, 0, email, ProofFixture.PASSWORD),
                    command(Operation.RESET, 1, link.uid(), link.token(), "new-words-of-%n-x")));
            assertThat(counts).containsEntry("PasswordSet", 1);
            assertThat(passwordsThatMatch(email)).isEqualTo(1);
            return counts;
        });
    }

    /** The same password as Django wrote it in its early years. */
    private void storeOldHash(String email) {
        fixture.execute(
                "update auth_user set password_hash = ? where email = ?",
                "md5$s$" + Md5.of("s" + ProofFixture.PASSWORD),
                email);
    }

    private long defaultProfiles(String email) {
        return fixture.number(
                "select count(*) from auth_profile p join auth_user u on u.id = p.user_id"
                        + " where lower(u.email) = ? and p.is_default",
                email);
    }

    private int passwordsThatMatch(String email) {
        String hash = fixture.text("select password_hash from auth_user where email = ?", email);
        Passwords passwords =
                Passwords.of(PasswordSettings.owasp().withLength(8, 128).withCost(Argon2Cost.cheapForTests()));
        int matching = 0;
        for (int n = 0; n < ALL; n++) {
            Secret tried = Secret.of("new-words-of-" + n + "-x");
            matching += passwords.hasher().check(hash, tried).matches() ? 1 : 0;
        }
        return matching;
    }
}
