package dev.lockstile.auth.spring.internal.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.spring.factors.AuthChallenge;
import dev.lockstile.auth.spring.factors.RecoveryCode;
import dev.lockstile.auth.spring.factors.Totp;
import dev.lockstile.auth.spring.factors.TrustedBrowser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The entities that second factors need. */
final class FactorEntitiesTest {

    private static final SecondFactorSettings TRUSTING =
            new SecondFactorSettings(null, SecondFactorPolicy.staff(), Duration.ofDays(14), Duration.ZERO);

    @Test
    void browsers_are_trusted_where_there_is_an_entity_for_them() {
        List<Class<?>> three = List.of(Totp.class, AuthChallenge.class, RecoveryCode.class);
        assertThatThrownBy(() -> FactorEntities.require(TRUSTING, three))
                .hasMessageContaining("factor-entities-missing: no entity extends AbstractTrustedBrowser");
        assertThatCode(() -> FactorEntities.require(SecondFactorSettings.optional(), three))
                .doesNotThrowAnyException();
        assertThatCode(() -> FactorEntities.require(
                        TRUSTING, List.of(Totp.class, AuthChallenge.class, RecoveryCode.class, TrustedBrowser.class)))
                .doesNotThrowAnyException();
    }

    @Test
    void without_second_factors_none_is_needed() {
        assertThatCode(() -> FactorEntities.require(null, List.of())).doesNotThrowAnyException();
    }
}
