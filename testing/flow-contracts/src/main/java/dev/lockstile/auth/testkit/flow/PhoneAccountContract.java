package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.SignInMethods;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account whose one proven identifier is a phone number. */
abstract class PhoneAccountContract extends FlowContract {

    private static final String PHONE = "+525512345678";
    private static final String KEY = "key-of-ana";
    private static final Secret PASSWORD = Secret.of("letmein-81");

    private UserId ana;

    /** For those who extend it. */
    protected PhoneAccountContract() {}

    @BeforeEach
    final void begin() {
        Identifier phone = IdentifierRules.standard().phone(PHONE).orElseThrow();
        Instant now = fixture.clock.instant();
        NewUser user = new NewUser(
                List.of(new IdentifierAssignment(phone, true, now)),
                Secret.of("md5$s$" + Md5.of("s" + PASSWORD.reveal())),
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(now, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(now));
        ana = fixture.store.alone(tx -> tx.users().insert(user));
    }

    @Test
    void a_changed_password_is_told_by_a_text_message() {
        Caller caller = fixture.caller(FlowFixture.signIn(
                fixture.auth.login().signIn(new PasswordLogin.Request(PHONE, PASSWORD, FlowFixture.WEB))));
        int before = fixture.deliver().postbox.to(PHONE).size();
        assertThat(fixture.auth
                        .passwords()
                        .change(caller, PASSWORD, Secret.of("walnut-river-2291"))
                        .isDone())
                .isTrue();
        assertThat(fixture.deliver().postbox.to(PHONE)).hasSize(before + 1);
    }

    @Test
    void acts_that_are_repeated_send_twenty_text_messages_a_day() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.factors().passkeys().isMapped()), "the host keeps no passkeys");
        BelievingPasskeys.add(fixture, ana, KEY, "handle");
        Auth node = fixture.nodeWith(builder -> builder.passkeys(new BelievingPasskeys()));
        Caller caller = BelievingPasskeys.signedIn(node, KEY);
        int before = fixture.deliver().postbox.to(PHONE).size();
        for (int i = 0; i < 21; i++) {
            assertThat(node.secondFactors().renewRecoveryCodes(caller)).isInstanceOf(Outcome.Done.class);
        }
        assertThat(fixture.deliver().postbox.to(PHONE)).hasSize(before + 20);
    }

    @Test
    void a_code_is_another_way_in_and_a_link_is_none() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.factors().passkeys().isMapped()), "the host keeps no passkeys");
        BelievingPasskeys.add(fixture, ana, KEY, "handle");
        SignInMethods withoutPasswords = SignInMethods.standard().withoutPasswords();
        assertThat(removed(withoutPasswords.countLinks())).isEqualTo(Outcome.refused(Refusal.LAST_SIGN_IN_METHOD));
        assertThat(removed(withoutPasswords.countCodes())).isInstanceOf(Outcome.Done.class);
    }

    private Outcome<?> removed(SignInMethods methods) {
        Auth node = fixture.nodeWith(
                FlowFixture.settings().withSignInMethods(methods),
                builder -> builder.passkeys(new BelievingPasskeys()));
        return node.ownPasskeys().remove(BelievingPasskeys.signedIn(node, KEY), "id-" + KEY);
    }
}
