package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import dev.lockstile.auth.token.TokenPair;
import dev.lockstile.auth.upkeep.Retention;
import dev.lockstile.auth.upkeep.Upkeep.CleanUpReport;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clean-up takes what is dead, and no evidence that is still needed. */
@Tag("columns")
abstract class UpkeepContract extends FlowContract {

    private static final Retention AT_ONCE = Retention.standard()
            .with(RetentionCategory.REGISTRATIONS, Duration.ZERO)
            .with(RetentionCategory.CODES, Duration.ZERO)
            .with(RetentionCategory.SESSIONS, Duration.ZERO)
            .with(RetentionCategory.MESSAGES, Duration.ZERO);

    /** For those who extend it. */
    protected UpkeepContract() {}

    @Test
    void a_stolen_token_is_known_however_often_one_cleans_up() {
        fixture.member("ana@acme.example");
        Secret stolen = fixture.signedIn("ana@acme.example").tokens().refresh();
        Secret own = exchanged(stolen);
        cleanUp();
        fixture.clock.advance(Duration.ofHours(20));
        own = exchanged(own);
        cleanUp();
        assertThat(fixture.auth.sessions().refresh(stolen)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        cleanUp();
        assertThat(fixture.auth.sessions().refresh(own)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        fixture.clock.advance(Duration.ofDays(31));
        assertThat(cleanUp().of(RetentionCategory.SESSIONS)).isEqualTo(1);
        assertThat(fixture.auth.sessions().refresh(own)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_registration_can_be_proven_until_a_week_after_its_link_and_made_anew_then() {
        fixture.auth.registrations().register(FlowFixture.registration("ana@acme.example", null, "ana"));
        fixture.deliver();
        assertThat(fixture.auth.upkeep().cleanUp(Retention.standard()).total()).isZero();
        fixture.clock.advance(Duration.ofDays(30));
        CleanUpReport counted = fixture.auth.upkeep().preview(Retention.standard());
        CleanUpReport removed = fixture.auth.upkeep().cleanUp(Retention.standard(), 1);
        assertThat(removed).isEqualTo(counted);
        assertThat(removed.of(RetentionCategory.REGISTRATIONS)).isEqualTo(1);
        assertThat(removed.of(RetentionCategory.CODES)).isEqualTo(1);
        fixture.auth.registrations().register(FlowFixture.registration("ana@acme.example", null, "ana"));
        assertThat(fixture.auth.registrations().confirmEmail(fixture.linkTo("ana@acme.example")))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void the_figures_tell_what_became_of_codes() {
        fixture.member("ana@acme.example");
        long before = fixture.auth.upkeep().statistics().of(Channel.EMAIL).verified();
        assertThat(before).isEqualTo(1);
        assertThat(fixture.auth.upkeep().statistics(Duration.ofDays(1)).all().total())
                .isEqualTo(1);
        fixture.clock.advance(Duration.ofDays(2));
        assertThat(fixture.auth.upkeep().statistics(Duration.ofDays(1)).all().total())
                .isZero();
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> fixture.auth.upkeep().cleanUp(Retention.standard(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retention.standard().with(RetentionCategory.CODES, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("registrations");
    }

    private CleanUpReport cleanUp() {
        return fixture.auth.upkeep().cleanUp(AT_ONCE, 2);
    }

    private Secret exchanged(Secret token) {
        Outcome<TokenPair> result = fixture.auth.sessions().refresh(token);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow().refresh();
    }
}
