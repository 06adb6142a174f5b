package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.ProofResult;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.Leftover;
import dev.lockstile.auth.token.RefreshResult;
import dev.lockstile.auth.upkeep.CleanUpReport;
import dev.lockstile.auth.upkeep.Retention;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The clean-up takes what is dead, and no evidence that is still needed. */
public abstract class UpkeepContract extends FlowContract {

    private static final Retention AT_ONCE = Retention.standard()
            .with(Leftover.REGISTRATIONS, Duration.ZERO)
            .with(Leftover.CODES, Duration.ZERO)
            .with(Leftover.SESSIONS, Duration.ZERO)
            .with(Leftover.MESSAGES, Duration.ZERO);

    /** For those who extend it. */
    protected UpkeepContract() {}

    @Test
    void a_stolen_token_is_known_however_often_one_cleans_up() {
        house.member("ana@acme.example");
        Secret stolen = house.signedIn("ana@acme.example").tokens().refresh();
        Secret own = exchanged(stolen);
        cleanUp();
        house.clock.advance(Duration.ofHours(20));
        own = exchanged(own);
        cleanUp();
        assertThat(house.auth.sessions().refresh(stolen)).isInstanceOf(RefreshResult.Refused.class);
        cleanUp();
        assertThat(house.auth.sessions().refresh(own)).isInstanceOf(RefreshResult.Refused.class);
        house.clock.advance(Duration.ofDays(31));
        assertThat(cleanUp().of(Leftover.SESSIONS)).isEqualTo(1);
        assertThat(house.auth.sessions().refresh(own)).isInstanceOf(RefreshResult.Refused.class);
        assertThat(house.login("ana@acme.example", TestHouse.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void a_registration_can_be_proven_until_a_week_after_its_link_and_made_anew_then() {
        house.auth.accounts().register(TestHouse.registration("ana@acme.example", null, "ana"));
        house.deliver();
        assertThat(house.auth.upkeep().cleanUp(Retention.standard()).total()).isZero();
        house.clock.advance(Duration.ofDays(30));
        CleanUpReport counted = house.auth.upkeep().preview(Retention.standard());
        CleanUpReport removed = house.auth.upkeep().cleanUp(Retention.standard(), 1);
        assertThat(removed).isEqualTo(counted);
        assertThat(removed.of(Leftover.REGISTRATIONS)).isEqualTo(1);
        assertThat(removed.of(Leftover.CODES)).isEqualTo(1);
        house.auth.accounts().register(TestHouse.registration("ana@acme.example", null, "ana"));
        assertThat(house.auth.accounts().confirmEmail(house.linkTo("ana@acme.example")))
                .isInstanceOf(ProofResult.Proven.class);
    }

    @Test
    void the_figures_tell_what_became_of_codes() {
        house.member("ana@acme.example");
        long before = house.auth.upkeep().statistics().of(Channel.EMAIL).verified();
        assertThat(before).isEqualTo(1);
        assertThat(house.auth.upkeep().statistics(Duration.ofDays(1)).all().total())
                .isEqualTo(1);
        house.clock.advance(Duration.ofDays(2));
        assertThat(house.auth.upkeep().statistics(Duration.ofDays(1)).all().total())
                .isZero();
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> house.auth.upkeep().cleanUp(Retention.standard(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retention.standard().with(Leftover.CODES, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("registrations");
    }

    private CleanUpReport cleanUp() {
        return house.auth.upkeep().cleanUp(AT_ONCE, 2);
    }

    private Secret exchanged(Secret token) {
        RefreshResult result = house.auth.sessions().refresh(token);
        assertThat(result).isInstanceOf(RefreshResult.Refreshed.class);
        return ((RefreshResult.Refreshed) result).tokens().refresh();
    }
}
