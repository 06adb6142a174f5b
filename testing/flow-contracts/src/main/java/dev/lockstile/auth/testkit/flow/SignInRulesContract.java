package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a user name opens, and in which profile a user comes in. */
abstract class SignInRulesContract extends ThrottledContract {

    private static final IdentifierRules RULES = IdentifierRules.standard();
    private static final Secret HASH = Secret.of("md5$s$" + Md5.of("sletmein-81"));
    private static final String PASSWORD = "letmein-81";

    /** For those who extend it. */
    protected SignInRulesContract() {}

    @Test
    void a_user_name_opens_no_account_whose_address_nobody_has_proven() {
        Instant now = fixture.clock.instant();
        imported("waiting", "waiting@acme.example", null, null);
        imported("reachable", "reachable@acme.example", null, now);
        imported("nameonly", null, null, null);
        assertThat(login("waiting", PASSWORD, place(1))).isInstanceOf(Outcome.Refused.class);
        assertThat(login("reachable", PASSWORD, place(2)))
                .as("proven by the number")
                .isInstanceOf(Outcome.Done.class);
        assertThat(login("nameonly", PASSWORD, place(3)))
                .as("there is nothing to prove")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_opens_no_account_that_is_somebodys_by_another_proof() {
        imported("ana", ANA, null, fixture.clock.instant());
        request(ANAS_ADDRESS, HOME);
        List<MessageInbox.Letter> letters = fixture.deliver().postbox.to(ANA);
        String code = letters.isEmpty() ? "123456" : letters.get(0).code();
        assertThat(enter(null, code, HOME)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    @Test
    void a_code_opens_no_account_that_became_somebodys_by_another_proof_meanwhile() {
        UserId ana = imported("ana", ANA, null, null);
        request(ANAS_ADDRESS, HOME);
        String code = fixture.codeTo(ANA);
        boolean proven = fixture.store.alone(
                tx -> tx.users().claim(ana, RULES.phone("+525512345678").orElseThrow(), fixture.clock.instant()));
        assertThat(proven).isTrue();
        assertThat(enter(null, code, HOME)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(login("ana", PASSWORD, place(9)))
                .as("and ends nothing of it")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void somebody_comes_in_with_the_default_profile_if_it_is_active_and_else_with_the_oldest_that_is() {
        UserId ana = imported("ana", null, null, null);
        profile(ana, "CLOSED", false, false, 1);
        profile(ana, "OLDEST", false, true, 2);
        profile(ana, "CHOSEN", true, true, 3);
        assertThat(roleOf("ana")).isEqualTo("CHOSEN");
        UserId bob = imported("bob", null, null, null);
        profile(bob, "CLOSED", false, false, 1);
        profile(bob, "OLDEST", false, true, 2);
        profile(bob, "NEWEST", false, true, 3);
        profile(bob, "CHOSEN", true, false, 4);
        assertThat(roleOf("bob")).isEqualTo("OLDEST");
    }

    private String roleOf(String name) {
        return FlowFixture.signIn(login(name, PASSWORD, HOME)).active().status().role();
    }

    private UserId imported(
            String name, @Nullable String email, @Nullable Instant emailProven, @Nullable Instant phoneProven) {
        Instant now = fixture.clock.instant();
        List<IdentifierAssignment> claims = new ArrayList<>();
        claims.add(new IdentifierAssignment(RULES.username(name).orElseThrow(), true, null));
        if (email != null) {
            claims.add(new IdentifierAssignment(RULES.email(email).orElseThrow(), true, emailProven));
        }
        if (phoneProven != null) {
            claims.add(new IdentifierAssignment(RULES.phone("+525512345678").orElseThrow(), true, phoneProven));
        }
        UserInfo.Dates dates = new UserInfo.Dates(now, null, null);
        NewUser user =
                new NewUser(claims, HASH, UserInfo.Status.ORDINARY, dates, SettingsJson.EMPTY, RowTimes.fresh(now));
        return fixture.store.alone(tx -> tx.users().insert(user));
    }

    private ProfileId profile(UserId user, String role, boolean isDefault, boolean active, int age) {
        RowTimes times = RowTimes.fresh(fixture.clock.instant().plusSeconds(age));
        ProfileInfo.Status status = new ProfileInfo.Status(role, isDefault, active);
        NewProfile profile = new NewProfile(user, Person.UNKNOWN, status, role, null, SettingsJson.EMPTY, times);
        return fixture.store.alone(tx -> tx.profiles().insert(profile));
    }
}
